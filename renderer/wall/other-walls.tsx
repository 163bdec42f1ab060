import type { WallDoor } from '#shared/contract/access.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { formatDay, formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { useCallback, useEffect, useState } from 'react';
import { wallAddress } from '#renderer/desk/address.ts';
import type { Doors } from '#renderer/desk/doors.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Group } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';

const LOOK_MS = 5_000;

/** Lets another browser in to look, by eight digits, and shuts it out again. */
export function OtherWalls({ doors }: { readonly doors: Doors }) {
  const text = useText();
  const language = useLanguage();
  const words = text.settings.wall;
  const [code, setCode] = useState<string | null>(null);
  const [walls, setWalls] = useState<readonly WallDoor[]>([]);
  const [problem, setProblem] = useState<DeskProblem | null>(null);

  const refresh = useCallback(async () => {
    const reply = await doors.walls();
    if (reply.ok) setWalls(reply.value);
    setProblem(reply.ok ? null : reply.problem);
  }, [doors]);
  useEffect(() => {
    void refresh();
    // A screen that was let in just now shows itself.
    const timer = setInterval(() => void refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const ask = async () => {
    const reply = await doors.wallCode(true);
    if (reply.ok) setCode(reply.value.code);
    await refresh();
    if (!reply.ok) setProblem(reply.problem);
  };
  const end = async (id: string) => {
    await doors.endWall(id);
    await refresh();
  };
  const when = (instant: string) => `${formatTime(instant)} ${formatDay(localDay(instant), language)}`;
  return (
    <>
      <Group>{words.other}</Group>
      <p className={styles['says']}>{words.otherHint}</p>
      <div className={styles['actions']}>
        <span className={styles['path']}>{new URL(wallAddress(false), location.href).href}</span>
        <Button onClick={() => void ask()}>{words.askCode}</Button>
      </div>
      {code !== null && (
        <div className={styles['actions']}>
          <Note tone="good" announce title={words.codeIs(`${code.slice(0, 4)} ${code.slice(4)}`)}>
            {words.codeHint}
          </Note>
        </div>
      )}
      {problem !== null && (
        <Note tone="bad" announce>
          {problemText(problem, text)}
        </Note>
      )}
      {walls.length > 0 && <Group>{words.walls}</Group>}
      <ul>
        {walls.map(({ id, since, lastSeen }) => (
          <li key={id} className={styles['actions']}>
            <span>{words.wallSince(when(since), when(lastSeen))}</span>
            <Button size="small" onClick={() => void end(id)}>
              {words.endWall}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
