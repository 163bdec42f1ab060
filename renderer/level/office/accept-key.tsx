import { useLanguage, useText } from '#renderer/desk/language.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Fingerprint } from '../frame/fingerprint.tsx';
import { useFingerprint } from '../frame/use-fingerprint.ts';
import styles from './office.module.css';

/** The level's yes to another key, after its fingerprint was compared over the telephone. */
export function AcceptKey({
  office,
  onClose,
}: {
  readonly office: LevelOffice;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { levelOffice, levelOffices } = useLevelWords();
  const words = levelOffice.key;
  const language = useLanguage();
  const { run, isPending, problem } = useLevelCommand('office.accept-key');
  const [publicKey, setPublicKey] = useState<string>(office.newKey?.keyId ?? '');
  const [reason, setReason] = useState('');
  const [isCompared, setCompared] = useState(false);
  const keyId = useFingerprint(publicKey);
  const missing =
    typeof keyId !== 'string'
      ? levelOffices.register.notAKey
      : !isCompared
        ? words.compareNeeded
        : reason.trim() === ''
          ? words.reasonNeeded
          : undefined;
  const accept = async () => {
    const reply = await run({ code: office.code, publicKey, reason: reason.trim() });
    if (!reply.ok) return;
    sayInBar(words.done(formatNumber(reply.value.received, language)));
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.acceptTitle(office.name)}
      width={620}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={isPending}
          disabledReason={missing}
          onClick={() => void accept()}
        >
          {words.accept}
        </Button>
      }
    >
      <div className={styles['dialog']}>
        {office.newKey === null ? (
          <TextArea
            label={levelOffices.register.key}
            value={publicKey}
            rows={3}
            maxLength={4000}
            hint={levelOffices.register.keyHint}
            error={keyId === undefined ? levelOffices.register.notAKey : undefined}
            data-autofocus
            onType={setPublicKey}
          />
        ) : null}
        <div className={styles['twoKeys']}>
          <Fingerprint keyId={office.keyId} label={words.old} />
          {typeof keyId === 'string' ? <Fingerprint keyId={keyId} label={words.fresh} /> : null}
        </div>
        <p className={styles['says']}>{words.waitingHelp}</p>
        <CheckField label={words.compare} checked={isCompared} onChange={setCompared} />
        <TextField
          label={words.reason}
          mark={text.common.required}
          value={reason}
          maxLength={300}
          hint={words.reasonHint}
          onType={setReason}
        />
        {problem === undefined ? null : (
          <Note tone="bad" announce>
            {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
