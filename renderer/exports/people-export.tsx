import { SUBJECT_FORMATS } from '#shared/contract/export-words.ts';
import { Downloaded } from '#renderer/exports/day-files.tsx';
import { useExports } from '#renderer/exports/use-exports.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { CASE_RECEIVERS, type CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import { formatLongDay } from '#shared/text/format.ts';
import { useState } from 'react';
import styles from './export-dialog.module.css';

/** The list of named people of a day: asked for on purpose, masked unless somebody unmasks it, and never written to a folder. */
export function PeopleExport({
  businessDay,
  onClose,
}: {
  readonly businessDay: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const words = text.dashboard;
  const language = useLanguage();
  const [unmasked, setUnmasked] = useState(false);
  const [receiver, setReceiver] = useState<CaseReceiver | 'all'>('all');
  const [format, setFormat] = useState<(typeof SUBJECT_FORMATS.people)[number]>('xlsx');
  const exports = useExports({
    kind: 'people',
    businessDay,
    unmasked,
    ...(receiver === 'all' ? {} : { receiver }),
  });
  const download = exports.downloads[format];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.people}
      width={520}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={download?.state === 'making'}
          onClick={() => void exports.download(format)}
        >
          {unmasked ? words.makePeopleUnmasked : words.makePeople}
        </Button>
      }
    >
      <div className={styles['people']}>
        <p>{words.peopleSays(formatLongDay(businessDay, language))}</p>
        <SelectField
          label={words.peopleFor}
          value={receiver}
          options={(['all', ...CASE_RECEIVERS] as const).map((value) => ({
            value,
            label: words.peopleReceivers[value],
          }))}
          onChange={setReceiver}
        />
        <SelectField
          label={words.peopleFormat}
          value={format}
          options={SUBJECT_FORMATS.people.map((value) => ({ value, label: text.dayEnd.kinds[value] }))}
          onChange={setFormat}
        />
        <CheckField label={words.peopleUnmasked} checked={unmasked} onChange={setUnmasked} />
        {unmasked ? <Note tone="warn">{words.peopleUnmaskedSays}</Note> : null}
        {download === undefined ? null : <Downloaded state={download} />}
      </div>
    </Dialog>
  );
}
