import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { formatInstant } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand, type LevelState } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Part } from './part.tsx';
import styles from './settings.module.css';

/** The folder in which the level looks for files by itself. */
export function WatchPart({ state }: { readonly state: LevelState }) {
  const text = useText();
  const { levelSettings, levelReceive, levelOffice } = useLevelWords();
  const words = levelSettings.watch;
  const language = useLanguage();
  const { run, isPending, problem } = useLevelCommand('folder.watch');
  const [folder, setFolder] = useState('');
  const { watched } = state;
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.hint}</p>
      {watched === null ? (
        <form
          className={styles['row']}
          onSubmit={(event) => {
            event.preventDefault();
            if (folder.trim() !== '') void run({ folder: folder.trim() });
          }}
        >
          <TextField label={words.folder} value={folder} maxLength={400} onType={setFolder} />
          <Button
            type="submit"
            isPending={isPending}
            disabledReason={folder.trim() === '' ? words.needed : undefined}
          >
            {words.start}
          </Button>
        </form>
      ) : (
        <>
          <p>
            <b>{words.on(watched.folder)}</b>
            {watched.lastLook === null
              ? ''
              : `, ${words.lastLook(formatInstant(watched.lastLook, language))}`}
          </p>
          {watched.trouble === null ? null : (
            <Note tone="warn" announce>
              {levelReceive.folderTrouble[watched.trouble](watched.folder)}
            </Note>
          )}
          <Button size="small" isPending={isPending} onClick={() => void run({ folder: null })}>
            {words.stop}
          </Button>
        </>
      )}
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
        </Note>
      )}
    </Part>
  );
}
