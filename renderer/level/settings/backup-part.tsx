import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOutput } from '#shared/contract/level.ts';
import { formatInstant, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand, type LevelState } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Part } from './part.tsx';
import styles from './settings.module.css';

/** A checked copy of the level, or where that is done for PostgreSQL. */
export function BackupPart({ state }: { readonly state: LevelState }) {
  const text = useText();
  const { levelSettings, levelOffice } = useLevelWords();
  const words = levelSettings.backup;
  const language = useLanguage();
  const { run, isPending, problem } = useLevelCommand('backup.make');
  const [folder, setFolder] = useState('');
  const [made, setMade] = useState<LevelOutput<'backup.make'> | null>(null);
  if (state.engine === 'postgresql')
    return (
      <Part title={words.title}>
        <p className={styles['hint']}>{words.postgres}</p>
      </Part>
    );
  const make = async () => {
    setMade(null);
    const reply = await run(folder.trim() === '' ? {} : { folder: folder.trim() });
    if (reply.ok) setMade(reply.value);
  };
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.sqlite}</p>
      <p>
        <b>
          {state.lastBackup === null ? words.never : words.last(formatInstant(state.lastBackup, language))}
        </b>
      </p>
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField label={words.folder} value={folder} maxLength={400} onType={setFolder} />
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.make}
        </Button>
      </form>
      {made === null ? null : (
        <Note tone={made.verified ? 'good' : 'bad'} announce>
          {made.verified
            ? words.done(made.path, `${formatNumber(Math.ceil(made.bytes / 1024), language)} KB`)
            : words.unverified(made.path)}
        </Note>
      )}
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
        </Note>
      )}
    </Part>
  );
}
