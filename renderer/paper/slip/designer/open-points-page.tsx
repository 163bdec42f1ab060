import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Office } from '#shared/contract/office.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Page } from '#renderer/settings/page.tsx';
import { Row, SwitchRow } from '#renderer/settings/row.tsx';
import { SlipSample } from './slip-sample.tsx';
import { TextRow } from '#renderer/settings/text-row.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';
import { asLimit } from './use-sample-law.ts';
import { usePackHotline } from '../../use-pack-hotline.ts';

/** Everything the letters and the law leave open: what the program does by itself, why that is in doubt, and the office's own way. */
export function OpenPointsPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.slipSettings.open;
  const ways = useOfficeSetting(office, 'activationWays');
  const hotline = useOfficeSetting(office, 'hotline');
  const packHotline = usePackHotline();
  const rule = useDeskQuery('rules.show', {}).value?.values.find(({ path }) => path === 'activation.window');
  const window = words.noticeDayHint(String(asLimit(rule?.value)?.value ?? '…'), rule?.source ?? '…');
  return (
    <Page
      id="open"
      what={words.what}
      aside={{
        title: text.settings.office.onSlip,
        body: <SlipSample office={office} sheet="guidance" format="80" isTaken />,
      }}
    >
      <OpenSwitch office={office} field="noticeDayCounts" label={words.noticeDay} hint={window} />
      <OpenSwitch office={office} field="cultureDayOff" label={words.culture} hint={words.cultureHint} />
      <OpenSwitch office={office} field="smsMarks" label={words.sms} hint={words.smsHint} />
      <Row title={words.ways} hint={<Doubt says={words.waysHint} />} saving={ways.saving}>
        <Segmented
          label={words.ways}
          options={(['pack', 'app', 'both'] as const).map((value) => ({ value, label: words.waysOf[value] }))}
          value={ways.value === null ? 'pack' : ways.value.includes('web') ? 'both' : 'app'}
          onChange={(chosen) =>
            ways.save(chosen === 'pack' ? null : chosen === 'both' ? ['app', 'web'] : ['app'])
          }
        />
      </Row>
      <TextRow
        label={words.hotline}
        value={hotline.stored}
        max={40}
        hint={<Doubt says={words.hotlineHint(packHotline)} />}
        saving={hotline.saving}
        onSave={hotline.save}
      />
    </Page>
  );
}

function Doubt({ says }: { readonly says: string }) {
  const words = useText().slipSettings.open;
  return (
    <>
      <Chip tone="warn" size="small" icon={<IconAlertTriangle size={12} aria-hidden="true" />}>
        {words.doubt}
      </Chip>{' '}
      <span>{says}</span>
    </>
  );
}

type OpenSwitchProps = {
  readonly office: Office;
  readonly field: 'noticeDayCounts' | 'cultureDayOff' | 'smsMarks';
  readonly label: string;
  readonly hint: string;
};

function OpenSwitch({ office, field, label, hint }: OpenSwitchProps) {
  const { value, save, saving } = useOfficeSetting(office, field);
  return <SwitchRow label={label} hint={<Doubt says={hint} />} on={value} onChange={save} saving={saving} />;
}
