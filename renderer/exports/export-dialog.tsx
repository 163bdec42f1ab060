import { FileList } from '#renderer/exports/day-files.tsx';
import { subjectKey } from '#renderer/exports/export-jobs.ts';
import { useExports } from '#renderer/exports/use-exports.ts';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Campaign } from '#shared/domain/report/campaign.ts';
import { IconFolderDown } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './export-dialog.module.css';
import { closeExports, useOpenedExports, type PeriodSubject } from './export-store.ts';
import { SUBJECT_FORMATS } from '#shared/contract/export-words.ts';
import { PERIOD_SENT, periodChoices } from './period-subjects.ts';

type Around = {
  /** The month that the dashboard shows. */
  readonly month: string;
  readonly campaigns: readonly Campaign[];
};

/** Files of a month, a year or a campaign, when somebody has asked for them. */
export function ExportDialog({ month, campaigns }: Around) {
  const { asked } = useOpenedExports();
  return asked === null ? null : (
    <OpenDialog
      key={asked === 'shown-month' ? asked : subjectKey(asked)}
      month={month}
      campaigns={campaigns}
      asked={asked}
    />
  );
}

function OpenDialog({ month, campaigns, asked }: Around & { readonly asked: PeriodSubject | 'shown-month' }) {
  const text = useText();
  const words = text.dashboard;
  const [chosen, setChosen] = useState<PeriodSubject>(
    asked === 'shown-month' ? { kind: 'month', month } : asked,
  );
  const choices = periodChoices(month, campaigns, asked, words);
  const exports = useExports(chosen);
  return (
    <Dialog opened onClose={closeExports} title={words.exports} width={620} closeLabel={text.common.close}>
      <div className={styles['choice']}>
        <SelectField
          label={words.exportWhat}
          value={subjectKey(chosen)}
          options={choices}
          onChange={(value) => setChosen(choices.find((one) => one.value === value)?.subject ?? chosen)}
          data-autofocus
        />
        {exports.folders.length === 0 ? null : (
          <Button
            icon={<IconFolderDown size={16} aria-hidden="true" />}
            onClick={() => void exports.save(PERIOD_SENT[chosen.kind])}
          >
            {text.dayEnd.saveAll}
          </Button>
        )}
      </div>
      <p className={styles['says']}>{words.exportSays[chosen.kind]}</p>
      <div className={styles['files']}>
        <FileList
          exports={exports}
          formats={SUBJECT_FORMATS[chosen.kind]}
          names={{ ...text.dayEnd.formats, pdf: words.exportReport }}
        />
      </div>
    </Dialog>
  );
}
