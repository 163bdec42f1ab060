import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EncryptChoice } from './encrypt-choice.tsx';
import { showRecoveryKey } from './recovery-key.ts';
import { NO_PASSPHRASE, passphraseFault } from './secret-entry.tsx';
import styles from './safety.module.css';

type EncryptDialogProps = { readonly opensItself: boolean; readonly onClose: () => void };

/** Encrypts what is there; afterwards the recovery key is shown. */
export function EncryptDialog({ opensItself, onClose }: EncryptDialogProps) {
  const text = useText();
  const words = text.safety.encrypting;
  const encrypt = useDeskCommand('data.encrypt');
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const [isTried, setTried] = useState(false);
  const isFree = opensItself && typed.first === '' && typed.again === '';
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (encrypt.isPending || (!isFree && passphraseFault(typed) !== null)) return;
    const reply = await encrypt.run(isFree ? {} : { passphrase: typed.first });
    if (!reply.ok) return;
    showRecoveryKey(reply.value.recoveryKey);
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={words.title} width={600} closeLabel={text.common.close}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <EncryptChoice
          autoFocus
          opensItself={opensItself}
          typed={typed}
          onChange={setTyped}
          isTried={isTried && !isFree}
        />
        <p>{words.takes}</p>
        {encrypt.isPending && <EncryptProgress />}
        <ProblemNote problem={encrypt.problem} />
        <Button
          type="submit"
          variant="primary"
          size="big"
          keyHint="Enter"
          className={styles['end']}
          isPending={encrypt.isPending}
        >
          {encrypt.isPending ? words.running : words.run}
        </Button>
      </form>
    </Dialog>
  );
}

/** How far the encryption is, as the desk tells those who ask it meanwhile. */
function EncryptProgress() {
  const words = useText().safety;
  const { problem } = useDeskQuery('system.health', {}, { everyMs: 1000 });
  const told = problem?.code === 'desk-not-open' ? problem.progress : undefined;
  const percent = told === undefined ? 0 : Math.floor((100 * told.done) / Math.max(told.total, 1));
  return (
    <div role="status">
      <p>{words.progress(percent)}</p>
      <progress className={styles['bar']} max={100} value={percent} aria-label={words.progress(percent)} />
    </div>
  );
}
