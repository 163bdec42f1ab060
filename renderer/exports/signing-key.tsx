import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { KEY_REASONS, type KeyReason } from '#shared/contract/export-words.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import styles from './signing-key.module.css';
import { Group } from '#renderer/settings/page.tsx';

/** The office's signing key as the level above needs it, and the deliberate way to another one. */
export function SigningKey() {
  const text = useText();
  const words = text.settings.files;
  const answer = useDeskQuery('export.key', {});
  const [isRenewing, setRenewing] = useState(false);
  return (
    <>
      <Group>{words.key}</Group>
      <p className={styles['says']}>{words.keyHint}</p>
      {answer.problem === undefined ? null : (
        <Note tone="bad" className={styles['note']}>
          {problemText(answer.problem, text)}
        </Note>
      )}
      {answer.value === undefined || answer.problem !== undefined ? null : (
        <dl className={styles['key']}>
          <Part name={words.keyId} value={answer.value.keyId} />
          <Part name={words.publicKey} value={answer.value.publicKey} />
        </dl>
      )}
      <Button size="small" icon={<IconKey size={16} aria-hidden="true" />} onClick={() => setRenewing(true)}>
        {words.renewKey}
      </Button>
      {isRenewing ? (
        <RenewKey
          onClose={() => {
            setRenewing(false);
            answer.refetch();
          }}
        />
      ) : null}
    </>
  );
}

function Part({ name, value }: { readonly name: string; readonly value: string }) {
  const words = useText().settings.files;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{value}</span>
        <CopyButton value={value} label={words.copy(name)} done={words.copied} />
      </dd>
    </div>
  );
}

/** A new key with its reason; files signed before keep the former one. */
function RenewKey({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.settings.files;
  const renew = useDeskCommand('export.renew-key');
  const [reason, setReason] = useState<KeyReason | null>(null);
  const run = async () => {
    if (reason === null) return;
    const reply = await renew.run({ reason });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.renewKey}
      width={520}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={renew.isPending}
          disabledReason={reason === null ? text.dayEnd.reasonFirst : undefined}
          onClick={() => void run()}
        >
          {words.renewKey}
        </Button>
      }
    >
      <div className={styles['renew']}>
        <Note tone="warn">{words.renewSays}</Note>
        <SelectField
          label={`${words.renewReason} (${text.common.required})`}
          options={KEY_REASONS.map((value) => ({ value, label: words.keyReason[value] }))}
          value={reason}
          placeholder={words.chooseReason}
          onChange={setReason}
          data-autofocus
        />
        <ProblemNote problem={renew.problem} />
      </div>
    </Dialog>
  );
}
