import { problemText } from '#shared/text/problem-text.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { forgetRecoveryKey, useRecoveryKey } from './recovery-key.ts';
import { keyGroups, printRecovery, type RecoverySheetFormat, type RecoveryWords } from './recovery-sheet.tsx';
import { RecoveryKeyField } from './secret-entry.tsx';
import styles from './safety.module.css';

type RecoveryDialogProps = {
  /** Whose key it is; undefined while that is being asked. */
  readonly office: string | undefined;
  /** What the sheet says otherwise than that of a desk. */
  readonly paper?: Partial<RecoveryWords> | undefined;
};

/** Stands over everything while a key that was just made is to be printed, and typed back from the paper. */
export function RecoveryDialog({ office, paper }: RecoveryDialogProps) {
  const text = useText();
  const words = text.safety.sheet;
  const made = useRecoveryKey((state) => state.made);
  if (made === null) return null;
  return (
    <Dialog opened onClose={forgetRecoveryKey} title={words.title} width={640} closeLabel={words.later}>
      <div className={styles['form']}>
        <Note tone="warn">{words.only}</Note>
        <div className={styles['groups']} role="group" aria-label={words.key}>
          {keyGroups(made).map((group, place) => (
            <span key={place}>{group}</span>
          ))}
        </div>
        <PrintSheet recoveryKey={made} office={office} paper={paper} />
        <TypeBack />
      </div>
    </Dialog>
  );
}

function PrintSheet({ recoveryKey, office, paper }: RecoveryDialogProps & { readonly recoveryKey: string }) {
  const text = useText();
  const words = text.safety.sheet;
  const language = useLanguage();
  const [format, setFormat] = useState<RecoverySheetFormat>('a4');
  const [isSent, setSent] = useState<boolean | null>(null);
  const print = async () => {
    setSent(null);
    setSent(
      await printRecovery({
        office: office ?? '',
        recoveryKey,
        format,
        language,
        words: { ...words.paper, ...paper },
      }),
    );
  };
  return (
    <>
      <div className={styles['actions']}>
        <Segmented
          label={words.format}
          options={(['a4', 'a5'] as const).map((value) => ({ value, label: words.formats[value] }))}
          value={format}
          onChange={setFormat}
        />
        <Button
          variant="primary"
          icon={<IconPrinter size={18} aria-hidden="true" />}
          data-autofocus
          disabledReason={office === undefined ? text.morning.loading : undefined}
          onClick={() => void print()}
        >
          {words.print}
        </Button>
      </div>
      {isSent !== null && (
        <Note tone={isSent ? 'good' : 'bad'} announce>
          {isSent ? words.printed : words.notPrinted}
        </Note>
      )}
    </>
  );
}

function TypeBack() {
  const text = useText();
  const words = text.safety.sheet;
  const prove = useDeskCommand('data.prove-recovery');
  const [typed, setTyped] = useState('');
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (prove.isPending) return;
    const reply = await prove.run({ recoveryKey: typed });
    if (!reply.ok) return;
    sayInBar(words.proven);
    forgetRecoveryKey();
  };
  const { problem } = prove;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <RecoveryKeyField
        label={words.typeBack}
        value={typed}
        error={
          problem === undefined
            ? undefined
            : problem.code === 'wrong-secret'
              ? words.wrong
              : problemText(problem, text)
        }
        onType={(value) => {
          prove.reset();
          setTyped(value);
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" keyHint="Enter" isPending={prove.isPending}>
          {words.prove}
        </Button>
        <Button variant="quiet" onClick={forgetRecoveryKey}>
          {words.later}
        </Button>
        <span>{words.laterSays}</span>
      </div>
    </form>
  );
}
