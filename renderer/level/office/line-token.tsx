import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './office.module.css';

/** With its token an office that reaches the level sends by itself; it is shown once. */
export function LineToken({ office }: { readonly office: LevelOffice }) {
  const text = useText();
  const { levelOffice } = useLevelWords();
  const words = levelOffice.line;
  const { run, isPending, problem } = useLevelCommand('office.token');
  const [token, setToken] = useState<string | null>(null);
  const ask = async (allow: boolean) => {
    const reply = await run({ code: office.code, allow });
    if (reply.ok) setToken(reply.value.token);
  };
  if (office.closed !== null) return null;
  return (
    <>
      <SectionHead title={words.title} />
      <div className={styles['keyPart']}>
        <p className={styles['says']}>{office.hasToken ? words.on : words.off}</p>
        {token === null ? null : (
          <Note tone="warn" title={words.told}>
            <NumberText className={styles['token']}>{token}</NumberText>
            <CopyButton value={token} label={words.copy} done={words.copied} />
          </Note>
        )}
        <div className={styles['buttons']}>
          <Button size="small" isPending={isPending} onClick={() => void ask(true)}>
            {office.hasToken ? words.renew : words.allow}
          </Button>
          {office.hasToken ? (
            <Button size="small" isPending={isPending} onClick={() => void ask(false)}>
              {words.stop}
            </Button>
          ) : null}
        </div>
        {problem === undefined ? null : (
          <Note tone="bad" announce>
            {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
          </Note>
        )}
      </div>
    </>
  );
}
