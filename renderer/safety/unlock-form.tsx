import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NO_SECRET, SecretEntry, secretInput } from './secret-entry.tsx';
import { useWait } from './use-wait.ts';
import styles from './safety.module.css';

/** Opens sealed data by what an officer knows or holds. */
export function UnlockForm({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText();
  const words = text.safety;
  const unlock = useDeskCommand('data.unlock');
  const [secret, setSecret] = useState(NO_SECRET);
  const waiting = useWait(unlock.problem);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (unlock.isPending || waiting > 0 || secret.typed === '') return;
    const reply = await unlock.run(secretInput(secret));
    if (reply.ok) onOpen();
    else if (reply.problem.code === 'wrong-secret') setSecret({ ...secret, typed: '' });
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <SecretEntry secret={secret} onChange={setSecret} autoFocus />
      {unlock.problem !== undefined && (
        <Note tone="bad" announce>
          {waiting > 0 ? words.waitFor(waiting) : problemText(unlock.problem, text)}
        </Note>
      )}
      <div className={styles['actions']}>
        <Button
          type="submit"
          variant="primary"
          size="big"
          keyHint="Enter"
          isPending={unlock.isPending}
          disabledReason={waiting > 0 ? words.waitFor(waiting) : undefined}
        >
          {unlock.isPending ? words.unlocking : words.unlock}
        </Button>
      </div>
    </form>
  );
}
