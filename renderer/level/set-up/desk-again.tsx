import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand, useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './set-up.module.css';

/** The way back for a PC that was made a level by mistake; nothing where it cannot be one. */
export function DeskAgain() {
  const text = useText();
  const { deskAgain: words } = useLevelWords().level;
  const may = useLevelQuery('pc.show', {}).value?.mayBecomeDesk === true;
  const { run, isPending, problem } = useLevelCommand('pc.become-desk');
  const [isGone, setGone] = useState(false);
  if (!may) return null;
  const go = async () => {
    const reply = await run({});
    if (!reply.ok) return;
    setGone(true);
    // Without an address the program ends now and starts again by itself.
    if (reply.value.address !== null) location.replace(reply.value.address);
  };
  return (
    <div className={styles['again']}>
      <p>{words.ask}</p>
      <Button isPending={isPending || isGone} onClick={() => void go()}>
        {isPending || isGone ? words.going : words.go}
      </Button>
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problemText(problem, text)}
        </Note>
      )}
    </div>
  );
}
