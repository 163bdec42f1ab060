import type { Office } from '#shared/contract/office.ts';
import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { Row, Toggles } from '#renderer/settings/row.tsx';
import { SlipSample } from '#renderer/paper/slip/designer/slip-sample.tsx';
import { TextRow } from '#renderer/settings/text-row.tsx';
import { useOfficeSetting, useSaving } from '#renderer/desk/use-saving.ts';
import { usePackHotline } from '#renderer/paper/use-pack-hotline.ts';

/** Who this office is. */
export function OfficePage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.office;
  const hotline = usePackHotline();
  const kind = useOfficeSetting(office, 'kind');
  const procedures = useOfficeSetting(office, 'procedures');
  return (
    <Page
      id="office"
      what={words.what}
      aside={{ title: words.onSlip, body: <SlipSample office={office} sheet="guidance" format="80" /> }}
    >
      <NameRow office={office} field="name" label={words.name} max={120} />
      <NameRow office={office} field="receivingLevel" label={words.receivingLevel} max={120} />
      <NameRow office={office} field="code" label={words.code} max={40} hint={words.codeHint} />
      <PlainRow office={office} field="superior" label={words.superior} max={120} hint={words.superiorHint} />
      <PlainRow office={office} field="address" label={words.address} max={200} />
      <PlainRow office={office} field="openingHours" label={words.openingHours} max={120} />
      <PlainRow office={office} field="phone" label={words.phone} max={40} hint={words.phoneHint} />
      <PlainRow
        office={office}
        field="receiverPhone"
        label={words.receiverPhone}
        max={40}
        hint={words.receiverPhoneHint}
      />
      <PlainRow
        office={office}
        field="hotline"
        label={words.hotline}
        max={40}
        hint={words.hotlineHint(hotline)}
      />
      <Row title={words.kind} hint={words.kindHint} saving={kind.saving}>
        <SelectField
          label={words.kind}
          showLabel={false}
          options={OFFICE_KINDS.map((value) => ({ value, label: text.settings.kinds[value] }))}
          value={kind.value}
          onChange={kind.save}
        />
      </Row>
      <Row title={words.procedures} hint={words.proceduresHint} saving={procedures.saving}>
        <Toggles
          label={words.procedures}
          options={PROCEDURES.map((value) => ({ value, label: text.common.procedureShort[value] }))}
          chosen={procedures.value}
          onChange={(chosen) => procedures.save([...chosen])}
        />
      </Row>
    </Page>
  );
}

type FieldProps<F> = {
  readonly office: Office;
  readonly field: F;
  readonly label: string;
  readonly max: number;
  readonly hint?: string;
};

function NameRow({ office, field, ...rest }: FieldProps<'name' | 'code' | 'receivingLevel'>) {
  const { run, ...saving } = useSaving('office.update');
  return (
    <TextRow
      {...rest}
      needed
      value={office[field]}
      saving={saving}
      onSave={(value) => void run({ [field]: value })}
    />
  );
}

function PlainRow({
  office,
  field,
  ...rest
}: FieldProps<'superior' | 'address' | 'openingHours' | 'phone' | 'receiverPhone' | 'hotline'>) {
  const { stored, save, saving } = useOfficeSetting(office, field);
  return <TextRow {...rest} value={stored} saving={saving} onSave={save} />;
}
