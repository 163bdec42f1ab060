import type { Office } from '#shared/contract/office.ts';
import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Page } from '../frame/settings-page.tsx';
import { Row, Toggles } from '../frame/setting-row.tsx';
import { SlipSample } from './slip-sample.tsx';
import { TextRow } from './text-row.tsx';
import { useOfficeSetting, useSaving } from '../desk/use-saving.ts';
import { usePackHotline } from './use-pack-hotline.ts';

/** Who this office is. */
export function OfficeSection({ office }: { readonly office: Office }) {
  const words = useText();
  const text = words.settings.office;
  const hotline = usePackHotline();
  const kind = useOfficeSetting(office, 'kind');
  const procedures = useOfficeSetting(office, 'procedures');
  return (
    <Page
      title={words.settings.sections.office}
      what={text.what}
      aside={{ title: text.onSlip, body: <SlipSample office={office} sheet="guidance" paper="80" /> }}
    >
      <NameRow office={office} field="name" label={text.name} max={120} />
      <NameRow office={office} field="receivingLevel" label={text.receivingLevel} max={120} />
      <NameRow office={office} field="code" label={text.code} max={40} hint={text.codeHint} />
      <PlainRow office={office} field="superior" label={text.superior} max={120} hint={text.superiorHint} />
      <PlainRow office={office} field="address" label={text.address} max={200} />
      <PlainRow office={office} field="openingHours" label={text.openingHours} max={120} />
      <PlainRow
        office={office}
        field="hotline"
        label={text.hotline}
        max={40}
        hint={text.hotlineHint(hotline)}
      />
      <Row title={text.kind} hint={text.kindHint} saving={kind.saving}>
        <SelectField
          label={text.kind}
          showLabel={false}
          options={OFFICE_KINDS.map((value) => ({ value, label: words.settings.kinds[value] }))}
          value={kind.value}
          onChange={kind.save}
        />
      </Row>
      <Row title={text.procedures} hint={text.proceduresHint} saving={procedures.saving}>
        <Toggles
          label={text.procedures}
          options={PROCEDURES.map((value) => ({ value, label: words.common.procedureShort[value] }))}
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
}: FieldProps<'superior' | 'address' | 'openingHours' | 'hotline'>) {
  const { stored, save, saving } = useOfficeSetting(office, field);
  return <TextRow {...rest} value={stored} saving={saving} onSave={save} />;
}
