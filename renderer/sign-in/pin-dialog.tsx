import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { isPin } from '#shared/domain/access/pin.ts';
import { useState, type SubmitEvent } from 'react';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './officers.module.css';
import { useSigningText } from './signing-place.ts';

type PinDialogProps = {
  /** Null changes the PIN of whoever is signed in, who is asked for the former one. */
  readonly officerId: string | null;
  readonly name: string;
  readonly onClose: () => void;
};

/** A new PIN, typed twice. */
export function PinDialog({ officerId, name, onClose }: PinDialogProps) {
  const words = useSigningText().officers;
  const given = useDeskCommand('officer.save');
  const own = useDeskCommand('officer.set-pin');
  const { isPending, problem } = officerId === null ? own : given;
  const [former, setFormer] = useState('');
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const fault =
    officerId === null && !isPin(former)
      ? 'noFormer'
      : !isPin(first)
        ? 'notAPin'
        : first !== again
          ? 'notSame'
          : null;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (fault !== null || isPending) return;
    const reply =
      officerId === null
        ? await own.run({ pin: former, newPin: first })
        : await given.run({ id: officerId, pin: first });
    if (reply.ok) onClose();
  };
  const field = { type: 'password', inputMode: 'numeric', maxLength: 20 } as const;
  return (
    <Dialog opened onClose={onClose} title={words.pinOf(name)} width={420} closeLabel={words.cancel}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        {officerId === null && (
          <TextField
            {...field}
            label={words.formerPin}
            value={former}
            data-autofocus
            error={isTried && fault === 'noFormer' ? words.notAPin : undefined}
            onType={setFormer}
          />
        )}
        <TextField
          {...field}
          label={words.pin}
          value={first}
          hint={words.pinHint}
          data-autofocus={officerId !== null || undefined}
          error={isTried && fault === 'notAPin' ? words.notAPin : undefined}
          onType={setFirst}
        />
        <TextField
          {...field}
          label={words.pinAgain}
          value={again}
          error={isTried && fault === 'notSame' ? words.notSame : undefined}
          onType={setAgain}
        />
        <ProblemNote problem={problem} />
        <div className={styles['actions']}>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" keyHint="Enter" isPending={isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
