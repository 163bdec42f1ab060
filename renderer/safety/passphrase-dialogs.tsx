import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { showRecoveryKey } from './recovery-key.ts';
import {
  NewPassphraseFields,
  NO_PASSPHRASE,
  NO_SECRET,
  passphraseFault,
  SecretEntry,
  secretInput,
} from './secret-entry.tsx';
import { useSecretTrouble } from './use-secret-trouble.ts';
import styles from './safety.module.css';

type SecretDialogProps = {
  readonly title: string;
  readonly run: string;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  /** Nothing is asked: Enter goes on. */
  readonly isReady?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialogue that asks for what opens the data; after too many wrong ones it waits. */
function SecretDialog({
  title,
  run,
  isPending,
  problem,
  isReady = false,
  onSubmit,
  onClose,
  children,
}: SecretDialogProps) {
  const text = useText();
  const { waiting, says } = useSecretTrouble(problem);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isPending && waiting === 0) onSubmit();
  };
  return (
    <Dialog opened onClose={onClose} title={title} width={560} closeLabel={text.common.close}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {children}
        {says !== null && (
          <Note tone="bad" announce>
            {says}
          </Note>
        )}
        <Button
          type="submit"
          variant="primary"
          size="big"
          keyHint="Enter"
          data-autofocus={isReady || undefined}
          className={styles['end']}
          isPending={isPending}
          disabledReason={waiting > 0 ? text.safety.waitFor(waiting) : undefined}
        >
          {run}
        </Button>
      </form>
    </Dialog>
  );
}

/** Another passphrase; the present one or the recovery key is asked for. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useText().safety.change;
  const change = useDeskCommand('data.set-passphrase');
  const [current, setCurrent] = useState(NO_SECRET);
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (passphraseFault(typed) !== null) return;
    const reply = await change.run({ current: secretInput(current), passphrase: typed.first });
    if (!reply.ok) return;
    sayInBar(words.done);
    onClose();
  };
  return (
    <SecretDialog
      title={words.title}
      run={words.run}
      isPending={change.isPending}
      problem={change.problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SecretEntry label={words.now} secret={current} onChange={setCurrent} autoFocus />
      <NewPassphraseFields typed={typed} onChange={setTyped} label={words.next} isTried={isTried} />
    </SecretDialog>
  );
}

type RenewDialogProps = {
  /** The former key is known to stand on paper: giving it up wants a secret. */
  readonly isProven: boolean;
  readonly onClose: () => void;
};

/** A new recovery key in the place of the old one. */
export function RenewDialog({ isProven, onClose }: RenewDialogProps) {
  const words = useText().safety.renewing;
  const renew = useDeskCommand('data.renew-recovery');
  const [secret, setSecret] = useState(NO_SECRET);
  const submit = async () => {
    const reply = await renew.run(isProven ? secretInput(secret) : {});
    if (!reply.ok) return;
    showRecoveryKey(reply.value.recoveryKey);
    onClose();
  };
  return (
    <SecretDialog
      title={words.title}
      run={words.run}
      isPending={renew.isPending}
      problem={renew.problem}
      isReady={!isProven}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Note tone="warn">{words.what}</Note>
      {isProven && <SecretEntry secret={secret} onChange={setSecret} autoFocus />}
    </SecretDialog>
  );
}
