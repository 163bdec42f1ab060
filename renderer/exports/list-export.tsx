import { Downloaded } from '#renderer/exports/day-files.tsx';
import { useExports } from '#renderer/exports/use-exports.ts';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SUBJECT_FORMATS } from '#shared/contract/export-words.ts';
import type { ExportSubject } from '#shared/contract/export.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import styles from './export-dialog.module.css';

type ListExportProps = {
  readonly title: string;
  readonly says: string;
  /** What is written in full when somebody asks for it. */
  readonly fullLabel: string;
  readonly subject: (unmasked: boolean) => Extract<ExportSubject, { kind: 'people' | 'roster' }>;
  /** More to choose, before the kind of file. */
  readonly children?: ReactNode;
  /** Why what was chosen makes no list yet. */
  readonly offReason?: string | undefined;
  /** Prints the same list; false where it was not printed. */
  readonly onPrint?: (unmasked: boolean) => Promise<boolean>;
  readonly onClose: () => void;
};

/** A list of named people: asked for on purpose, masked unless somebody unmasks it, and never written to a folder. */
export function ListExport({
  title,
  says,
  fullLabel,
  subject,
  children,
  offReason,
  onPrint,
  onClose,
}: ListExportProps) {
  const text = useText();
  const words = text.dashboard;
  const [unmasked, setUnmasked] = useState(false);
  const [format, setFormat] = useState<(typeof SUBJECT_FORMATS.people)[number]>('xlsx');
  const [printed, setPrinted] = useState<boolean>();
  const exports = useExports(subject(unmasked));
  const download = exports.downloads[format];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width={520}
      closeLabel={text.common.close}
      footer={
        <>
          {onPrint === undefined ? null : (
            <Button
              size="big"
              disabledReason={offReason}
              icon={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => void onPrint(unmasked).then(setPrinted)}
            >
              {words.printPeople}
            </Button>
          )}
          <Button
            variant="primary"
            size="big"
            disabledReason={offReason}
            isPending={download?.state === 'making'}
            onClick={() => void exports.download(format)}
          >
            {unmasked ? words.makePeopleUnmasked : words.makePeople}
          </Button>
        </>
      }
    >
      <div className={styles['people']}>
        <p>{says}</p>
        {children}
        <SelectField
          label={words.peopleFormat}
          value={format}
          options={SUBJECT_FORMATS.people.map((value) => ({ value, label: text.dayEnd.kinds[value] }))}
          onChange={setFormat}
        />
        <CheckField label={fullLabel} checked={unmasked} onChange={setUnmasked} />
        {unmasked ? <Note tone="warn">{words.peopleUnmaskedSays}</Note> : null}
        {printed === false ? <Note tone="bad">{words.peopleNotPrinted}</Note> : null}
        {download === undefined ? null : <Downloaded state={download} />}
      </div>
    </Dialog>
  );
}
