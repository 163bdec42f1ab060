import { useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NO_SECRET, SecretEntry, secretInput } from './secret-entry.tsx';
import { useSecretTrouble } from './use-secret-trouble.ts';
import styles from './safety.module.css';

/** Opens sealed data by what an officer knows or holds. */
export function UnlockForm({ onOpen }: { readonly onOpen: () => void }) {
  const words = useText().safety;
  const unlock = useDeskCommand('data.unlock');
  const [secret, setSecret] = useState(NO_SECRET);
  const { waiting, says } = useSecretTrouble(unlock.problem);
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
      {says !== null && (
        <Note tone="bad" announce>
          {says}
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
