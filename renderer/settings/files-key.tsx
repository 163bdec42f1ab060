import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './files-key.module.css';
import { Group } from '../frame/settings-page.tsx';

/** The office's signing key as the level above needs it, and the deliberate way to another one. */
export function FilesKey() {
  const words = useText();
  const text = words.settings.files;
  const answer = useDeskQuery('export.key', {});
  const [isRenewing, setRenewing] = useState(false);
  return (
    <>
      <Group>{text.key}</Group>
      <p className={styles['says']}>{text.keyHint}</p>
      {answer.problem === undefined ? null : (
        <Note tone="bad" className={styles['note']}>
          {problemText(answer.problem, words)}
        </Note>
      )}
      {answer.value === undefined || answer.problem !== undefined ? null : (
        <dl className={styles['key']}>
          <Part name={text.keyId} value={answer.value.keyId} />
          <Part name={text.publicKey} value={answer.value.publicKey} />
        </dl>
      )}
      <Button size="small" icon={<IconKey size={16} aria-hidden="true" />} onClick={() => setRenewing(true)}>
        {text.renewKey}
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
  const text = useText().settings.files;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{value}</span>
        <CopyButton value={value} label={text.copy(name)} done={text.copied} />
      </dd>
    </div>
  );
}

/** A new key with its reason; files signed before keep the former one. */
function RenewKey({ onClose }: { readonly onClose: () => void }) {
  const words = useText();
  const text = words.settings.files;
  const renew = useDeskCommand('export.renew-key');
  const [reason, setReason] = useState('');
  const run = async () => {
    const reply = await renew.run({ reason: reason.trim() });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={text.renewKey}
      width={520}
      closeLabel={words.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={renew.isPending}
          disabledReason={reason.trim() === '' ? words.dayEnd.reasonFirst : undefined}
          onClick={() => void run()}
        >
          {text.renewKey}
        </Button>
      }
    >
      <div className={styles['renew']}>
        <Note tone="warn">{text.renewSays}</Note>
        <TextField
          label={`${text.renewReason} (${words.common.required})`}
          value={reason}
          maxLength={300}
          required
          hint={text.renewReasonHint}
          onType={setReason}
          data-autofocus
        />
        {renew.problem === undefined ? null : (
          <Note tone="bad" announce>
            {problemText(renew.problem, words)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
