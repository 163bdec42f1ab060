import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { useState } from 'react';
import styles from './roster.module.css';

const EMPTY = { fullName: '', idNumber: '', born: '', unit: '' };

/** Adds people to a roster one by one; the dialogue stays for the next. */
export function AddMember({
  rosterId,
  onClose,
}: {
  readonly rosterId: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const words = text.roster.addForm;
  const add = useDeskCommand('roster.add-member');
  const [draft, setDraft] = useState(EMPTY);
  const [round, setRound] = useState(0);
  const [isTried, setTried] = useState(false);
  const today = localDay(new Date(useNow(60_000)).toISOString());
  const digits = draft.idNumber.replaceAll(/[\s.-]/g, '');
  const isNumber = digits === '' || /^(?:\d{9}|\d{12})$/.test(digits);
  const birth = readBirthDate(draft.born, today);
  const put = async () => {
    setTried(true);
    if (draft.fullName.trim() === '' || !isNumber || !birth.ok) return;
    const reply = await add.run({
      rosterId,
      person: {
        fullName: draft.fullName,
        idNumber: digits === '' ? null : digits,
        birthDate: birth.value,
        unit: draft.unit,
      },
    });
    if (!reply.ok) return;
    sayInBar(text.roster.saved);
    setTried(false);
    setDraft(EMPTY);
    setRound(round + 1);
  };
  return (
    <Dialog opened onClose={onClose} title={words.title} closeLabel={text.common.close} width={560}>
      <form
        key={round}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void put();
        }}
      >
        <div className={styles['fields']}>
          <TextField
            className={styles['whole']}
            label={words.name}
            value={draft.fullName}
            maxLength={200}
            autoFocus
            data-autofocus
            onType={(fullName) => setDraft((was) => ({ ...was, fullName }))}
          />
          <TextField
            label={words.number}
            value={draft.idNumber}
            figures
            inputMode="numeric"
            error={isTried && !isNumber ? words.badNumber : undefined}
            onType={(idNumber) => setDraft((was) => ({ ...was, idNumber }))}
          />
          <TextField
            label={words.born}
            value={draft.born}
            figures
            error={isTried && !birth.ok ? words.badBorn : undefined}
            onType={(born) => setDraft((was) => ({ ...was, born }))}
          />
          <TextField
            className={styles['whole']}
            label={words.unit}
            value={draft.unit}
            maxLength={80}
            onType={(unit) => setDraft((was) => ({ ...was, unit }))}
          />
        </div>
        <div className={styles['formFoot']}>
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {words.add}
          </Button>
        </div>
      </form>
      <ProblemNote problem={add.problem} />
    </Dialog>
  );
}
