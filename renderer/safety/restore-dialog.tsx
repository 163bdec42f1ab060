import type { Output } from '#shared/contract/desk-contract.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { NO_SECRET, SecretEntry, secretInput, type Secret } from './secret-entry.tsx';
import { useSecretTrouble } from './use-secret-trouble.ts';
import styles from './copy-list.module.css';

type RestoreDialogProps = {
  readonly copy: Output<'backup.list'>[number];
  /** Where it was found; empty: in a known place. */
  readonly folder: string;
  /** It stands in for an old PC; nothing is replaced. */
  readonly isNewPc: boolean;
  /** How many tickets came after it. */
  readonly after: ReactNode;
  readonly onClose: () => void;
  readonly onRestored: () => void;
};

/** What comes back and what does not, why, and, where nothing tells it, up to which number was handed out. */
export function RestoreDialog({ copy, folder, isNewPc, after, onClose, onRestored }: RestoreDialogProps) {
  const text = useText();
  const words = text.settings.copies;
  const language = useLanguage();
  const restore = useDeskCommand('backup.restore');
  const [reason, setReason] = useState(isNewPc ? words.newPc : '');
  const [numbers, setNumbers] = useState<string | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const isEncrypted = useDeskQuery('system.health', {}).value?.encrypted === true;
  const { problem } = restore;
  const { waiting, says } = useSecretTrouble(problem);
  const isAsking = problem?.code === 'numbers-unknown' || problem?.code === 'copy-sealed';
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (restore.isPending || waiting > 0 || reason.trim() === '') return;
    const reply = await restore.run({
      id: copy.id,
      reason,
      ...(folder === '' ? {} : { folder }),
      ...(secret === null || secret.typed === '' ? {} : secretInput(secret)),
      ...(numbers === null ? {} : { numbers: numbers.toUpperCase().match(/[A-Z]\d{1,4}/g) ?? [] }),
    });
    if (reply.ok) {
      const { nameless } = reply.value;
      sayInBar(nameless === 0 ? words.restoredWhole : words.restored(formatNumber(nameless, language)));
      onRestored();
    } else if (reply.problem.code === 'numbers-unknown') setNumbers(reply.problem.numbers.join(', '));
    else if (reply.problem.code === 'copy-sealed') setSecret(secret ?? NO_SECRET);
  };
  const facts = [
    [words.ofOffice, copy.office],
    [words.day, copy.businessDay === null ? '' : formatDay(copy.businessDay, language)],
    [words.tickets, formatNumber(copy.tickets, language)],
    [words.after, after],
  ] as const;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.restoreOne(formatInstant(copy.at, language))}
      width={600}
      closeLabel={text.common.close}
    >
      <form className={styles['restore']} onSubmit={(event) => void submit(event)} noValidate>
        <dl className={styles['facts']}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isAsking || isNewPc ? null : <Note tone="warn">{words.restoreWhat}</Note>}
        {isEncrypted && !copy.encrypted && <Note tone="warn">{words.plainCopy}</Note>}
        <TextField label={words.reason} value={reason} maxLength={200} onType={setReason} data-autofocus />
        {says !== null && (
          <Note tone={isAsking ? 'warn' : 'bad'} announce>
            {says}
          </Note>
        )}
        {secret !== null && <SecretEntry secret={secret} onChange={setSecret} autoFocus />}
        {numbers !== null && (
          <TextField
            autoFocus
            label={words.highest}
            hint={words.highestHint}
            value={numbers}
            maxLength={120}
            onType={setNumbers}
          />
        )}
        <Button
          type="submit"
          variant="primary"
          size="big"
          keyHint="Enter"
          isPending={restore.isPending}
          disabledReason={reason.trim() === '' ? words.reasonNeeded : undefined}
        >
          {restore.isPending ? words.restoring : words.restore}
        </Button>
      </form>
    </Dialog>
  );
}
