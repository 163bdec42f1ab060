import type { Office } from '#shared/contract/office.ts';
import type { ReportForm } from '#shared/domain/office/settings.ts';
import { LEADING_FIGURES } from '#shared/domain/report/day-report.ts';
import { useText } from '#renderer/desk/language.ts';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row, Toggles } from '#renderer/settings/row.tsx';
import { TextList } from '#renderer/settings/text-list.tsx';
import { TextRow } from '#renderer/settings/text-row.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';

const MOST_RECIPIENTS = 8;
const MOST_RESIDENCES = 200;

/** What stands around the figures of a printed report, and the names its tables are divided by. */
export function ReportPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.report;
  const report = useOfficeSetting(office, 'report');
  const closing = useOfficeSetting(office, 'closingTime');
  const leading = useOfficeSetting(office, 'leadingFigures');
  const residences = useOfficeSetting(office, 'residences');
  const line = (field: Exclude<keyof ReportForm, 'recipients'>, max: number, hint?: string) => (
    <TextRow
      label={words[field]}
      value={report.stored[field]}
      max={max}
      {...(hint === undefined ? {} : { hint })}
      saving={report.saving}
      onSave={(value) => report.save({ ...report.value, [field]: value })}
    />
  );
  return (
    <Page id="report" what={words.what}>
      {line('placeName', 60, words.placeNameHint)}
      {line('symbol', 40, words.symbolHint)}
      {line('sendTo', 200, words.sendToHint(office.receivingLevel))}
      {line('signerTitle', 80, words.signerTitleHint(text.reportSheet.signer(office.name)))}
      {line('signerName', 80, words.signerNameHint)}
      <Row title={words.leading} hint={words.leadingHint} saving={leading.saving}>
        <Toggles
          label={words.leading}
          options={LEADING_FIGURES.map((value) => ({ value, label: text.dashboard.leading[value] }))}
          chosen={leading.value}
          onChange={(chosen) => leading.save([...chosen])}
        />
      </Row>
      <TextList
        title={words.recipients}
        saving={report.saving}
        lines={report.value.recipients}
        most={MOST_RECIPIENTS}
        maxLength={120}
        nameOf={words.recipient}
        addLabel={words.newRecipient}
        empty={words.noRecipients}
        onSave={(lines) => report.save({ ...report.value, recipients: [...lines] })}
      />
      <Group>{words.reminding}</Group>
      <TextRow
        label={words.closingTime}
        value={closing.stored}
        max={5}
        figures
        hint={words.closingTimeHint}
        saving={closing.saving}
        onSave={(value) => closing.save(value.replace(/^(\d):/, '0$1:').replace('.', ':'))}
      />
      <TextList
        title={words.residences}
        hint={words.residencesHint}
        saving={residences.saving}
        lines={residences.value}
        most={MOST_RESIDENCES}
        maxLength={80}
        nameOf={words.residence}
        addLabel={words.newResidence}
        placeholder={words.residenceExample}
        empty={words.noResidences}
        onSave={(lines) => residences.save([...lines])}
      />
    </Page>
  );
}
