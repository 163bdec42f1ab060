import { problemText } from '#shared/text/problem-text.ts';
import { IconArrowsJoin, IconInbox, IconSitemap, IconWritingSign } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Note } from '#renderer/ui/note.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import styles from './first-run.module.css';
import { OtherUseFoot } from './other-use-foot.tsx';
import join from './join-step.module.css';
import own from './level-step.module.css';

const ICONS = [IconInbox, IconArrowsJoin, IconWritingSign];

/** This PC receives the day files of many offices, and is no desk. */
export function LevelStep({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const words = text.firstRun.level;
  const part = useRef<HTMLFormElement>(null);
  const { run, isPending, problem } = useDeskCommand('pc.become-level');
  const [isChosen, setChosen] = useState(false);
  useKeys({ Escape: onBack });
  useEffect(() => part.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus(), []);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isChosen) return;
    const reply = await run({});
    if (!reply.ok) return;
    setChosen(true);
    // Without an address the program ends now and starts again by itself.
    if (reply.value.address !== null) location.replace(reply.value.address);
  };
  const isGoing = isPending || isChosen;
  return (
    <main className={join['join']}>
      <form ref={part} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles['body']}>
          <h1>{words.title}</h1>
          <p className={join['lead']}>{words.what}</p>
          <ol className={own['work']}>
            {words.work.map(({ name, says }, place) => {
              const Icon = ICONS[place] ?? IconInbox;
              return (
                <li key={name}>
                  <Icon size={24} stroke={1.5} aria-hidden="true" />
                  <b>{name}</b>
                  <span>{says}</span>
                </li>
              );
            })}
          </ol>
          <ul className={own['facts']}>
            {words.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {problem !== undefined && (
            <Note tone="bad" announce className={styles['problem']}>
              {problem.code === 'already-set-up' ? words.hasOffice : problemText(problem, text)}
            </Note>
          )}
        </div>
        <OtherUseFoot
          back={words.back}
          go={isGoing ? words.going : words.go}
          icon={IconSitemap}
          isPending={isGoing}
          onBack={onBack}
        />
      </form>
    </main>
  );
}
