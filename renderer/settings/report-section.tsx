import type { Office } from '#shared/contract/office.ts';
import type { ReportForm } from '#shared/domain/office/settings.ts';
import { useText } from '#renderer/desk/language.ts';
import { Group, Page } from '../frame/settings-page.tsx';
import { Refused, SavedWord } from '../frame/setting-row.tsx';
import styles from '../frame/settings.module.css';
import { TextList } from './text-list.tsx';
import { TextRow } from './text-row.tsx';
import { useOfficeSetting } from '../desk/use-saving.ts';

const MOST_RECIPIENTS = 8;
const MOST_RESIDENCES = 200;

/** What stands around the figures of a printed report, and the names its tables are divided by. */
export function ReportSection({ office }: { readonly office: Office }) {
  const words = useText();
  const text = words.settings.report;
  const report = useOfficeSetting(office, 'report');
  const closing = useOfficeSetting(office, 'closingTime');
  const residences = useOfficeSetting(office, 'residences');
  const line = (field: Exclude<keyof ReportForm, 'recipients'>, max: number, hint?: string) => (
    <TextRow
      label={text[field]}
      value={report.stored[field]}
      max={max}
      {...(hint === undefined ? {} : { hint })}
      saving={report.saving}
      onSave={(value) => report.save({ ...report.value, [field]: value })}
    />
  );
  return (
    <Page title={words.settings.sections.report} what={text.what}>
      {line('placeName', 60, text.placeNameHint)}
      {line('symbol', 40, text.symbolHint)}
      {line('sendTo', 200, text.sendToHint(office.receivingLevel))}
      {line('signerTitle', 80)}
      {line('signerName', 80, text.signerNameHint)}
      <div className={styles['groupLine']}>
        <Group>{text.recipients}</Group>
        <SavedWord saving={report.saving} />
      </div>
      <div className={styles['listPlace']}>
        <TextList
          label={text.recipients}
          lines={report.value.recipients}
          most={MOST_RECIPIENTS}
          maxLength={120}
          nameOf={text.recipient}
          addLabel={text.newRecipient}
          empty={text.noRecipients}
          onSave={(lines) => report.save({ ...report.value, recipients: [...lines] })}
        />
        <Refused saving={report.saving} />
      </div>
      <Group>{text.reminding}</Group>
      <TextRow
        label={text.closingTime}
        value={closing.stored}
        max={5}
        figures
        hint={text.closingTimeHint}
        saving={closing.saving}
        onSave={(value) => closing.save(value.replace(/^(\d):/, '0$1:').replace('.', ':'))}
      />
      <div className={styles['groupLine']}>
        <Group>{text.residences}</Group>
        <SavedWord saving={residences.saving} />
      </div>
      <p className={styles['says']}>{text.residencesHint}</p>
      <div className={styles['listPlace']}>
        <TextList
          label={text.residences}
          lines={residences.value}
          most={MOST_RESIDENCES}
          maxLength={80}
          nameOf={text.residence}
          addLabel={text.newResidence}
          placeholder={text.residenceExample}
          empty={text.noResidences}
          onSave={(lines) => residences.save([...lines])}
        />
        <Refused saving={residences.saving} />
      </div>
    </Page>
  );
}
