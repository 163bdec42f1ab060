import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { WeekdayChoice } from '../frame/weekday-choice.tsx';
import styles from './office.module.css';

const MOST = { name: 200, group: 80, telephone: 40 } as const;

/** Name, group, telephone and working days; the code is that of the files and stays. */
export function ChangeFacts({
  office,
  onClose,
}: {
  readonly office: LevelOffice;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { levelOffice, levelOffices } = useLevelWords();
  const words = levelOffice.facts;
  const { run, isPending, problem } = useLevelCommand('office.change');
  const [draft, setDraft] = useState({ name: office.name, group: office.group, telephone: office.telephone });
  const [weekdays, setWeekdays] = useState<readonly number[]>(office.weekdays);
  const isNamed = draft.name.trim() !== '';
  const save = async () => {
    if (!isNamed) return;
    const reply = await run({ code: office.code, ...draft, weekdays: [...weekdays] });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.change}
      width={520}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={isPending}
          disabledReason={isNamed ? undefined : levelOffices.register.nameNeeded}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      }
    >
      <div className={styles['dialog']}>
        {(['name', 'group', 'telephone'] as const).map((field) => (
          <TextField
            key={field}
            label={words[field]}
            value={draft[field]}
            maxLength={MOST[field]}
            data-autofocus={field === 'name' ? true : undefined}
            error={field === 'name' && !isNamed ? levelOffices.register.nameNeeded : undefined}
            onType={(value) => setDraft((before) => ({ ...before, [field]: value }))}
          />
        ))}
        <WeekdayChoice value={weekdays} onChange={setWeekdays} />
        {problem === undefined ? null : (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
