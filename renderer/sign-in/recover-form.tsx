import { useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { RecoveryKeyField } from '#renderer/safety/secret-entry.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { isPin } from '#shared/domain/access/pin.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useSigningText } from './signing-place.ts';
import styles from './sign-in.module.css';

type RecoverFormProps = { readonly officerId: string; readonly onBack: () => void };

/** A leader's new PIN, by the key on the printed sheet. */
export function RecoverForm({ officerId, onBack }: RecoverFormProps) {
  const text = useText();
  const { signIn: words, officers } = useSigningText();
  const recover = useDeskCommand('officer.recover');
  const [recoveryKey, setKey] = useState('');
  const [pin, setPin] = useState('');
  const [isTried, setTried] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (recover.isPending || !isPin(pin) || recoveryKey === '') return;
    const reply = await recover.run({ recoveryKey, pin, officerId });
    if (reply.ok) setName(reply.value.name || words.unnamed);
  };
  if (name !== null)
    return (
      <div className={styles['form']}>
        <Note tone="good" announce>
          {words.recovered(name)}
        </Note>
        <Button variant="primary" autoFocus keyHint="Enter" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    );
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <RecoveryKeyField
        label={text.safety.recoveryKey}
        value={recoveryKey}
        autoFocus
        onType={(typed) => {
          recover.reset();
          setKey(typed);
        }}
      />
      <TextField
        label={words.newPin}
        type="password"
        inputMode="numeric"
        value={pin}
        maxLength={20}
        hint={words.digits}
        error={isTried && !isPin(pin) ? officers.notAPin : undefined}
        onType={setPin}
      />
      {recover.problem !== undefined && (
        <Note tone="bad" announce>
          {recover.problem.code === 'unknown-officer' ? words.notALeader : problemText(recover.problem, text)}
        </Note>
      )}
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" keyHint="Enter" isPending={recover.isPending}>
          {words.recoverDo}
        </Button>
        <Button variant="quiet" keyHint="Esc" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
