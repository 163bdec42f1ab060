import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { LevelOutput } from '#shared/contract/level.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevel } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Part } from './part.tsx';
import styles from './settings.module.css';

/** Walks the book of what was received from its first line, when somebody asks. */
export function CheckPart() {
  const text = useText();
  const words = useLevelWords().levelSettings.check;
  const language = useLanguage();
  const level = useLevel();
  const [isRunning, setRunning] = useState(false);
  const [found, setFound] = useState<DeskReply<LevelOutput<'level.check'>> | null>(null);
  const check = async () => {
    setRunning(true);
    setFound(await level.call('level.check', {}));
    setRunning(false);
  };
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.hint}</p>
      <Button size="small" isPending={isRunning} onClick={() => void check()}>
        {isRunning ? words.running : words.run}
      </Button>
      {found === null || isRunning ? null : found.ok ? (
        <Note tone={found.value.whole ? 'good' : 'bad'} announce>
          {found.value.whole
            ? words.whole(formatNumber(found.value.lines, language))
            : words.broken(formatNumber(found.value.brokenAt ?? 0, language))}
        </Note>
      ) : (
        <Note tone="bad" announce>
          {problemText(found.problem, text)}
        </Note>
      )}
    </Part>
  );
}
