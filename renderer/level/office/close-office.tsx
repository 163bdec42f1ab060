import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './office.module.css';

/** An office that sends no more keeps its history, and can be opened again. */
export function CloseOffice({ office }: { readonly office: LevelOffice }) {
  const text = useText();
  const { levelOffice } = useLevelWords();
  const words = levelOffice.closing;
  const { run, isPending, problem, reset } = useLevelCommand('office.close');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { code, closed } = office;
  const close = async () => {
    if (reason.trim() === '') return;
    const reply = await run({ code, reason: reason.trim() });
    if (reply.ok) setAsking(false);
  };
  const fault =
    problem === undefined ? null : (
      <Note tone="bad" announce>
        {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
      </Note>
    );
  return (
    <>
      <SectionHead title={words.title} />
      <div className={styles['keyPart']}>
        {isAsking ? null : fault}
        {closed === null ? (
          <Button
            size="small"
            onClick={() => {
              reset();
              setAsking(true);
            }}
          >
            {words.close}
          </Button>
        ) : (
          <Button size="small" isPending={isPending} onClick={() => void run({ code, reason: null })}>
            {words.reopen}
          </Button>
        )}
      </div>
      {isAsking ? (
        <Dialog
          opened
          onClose={() => setAsking(false)}
          title={words.close}
          closeLabel={text.common.close}
          footer={
            <Button
              variant="primary"
              size="big"
              isPending={isPending}
              disabledReason={reason.trim() === '' ? words.reasonNeeded : undefined}
              onClick={() => void close()}
            >
              {words.close}
            </Button>
          }
        >
          <div className={styles['dialog']}>
            <TextField
              label={words.reason}
              mark={text.common.required}
              value={reason}
              maxLength={300}
              hint={words.reasonHint}
              data-autofocus
              onType={setReason}
            />
            {fault}
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
