import { ACCESS } from '#shared/contract/access.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { isTv } from '#renderer/desk/address.ts';
import { useText } from '#renderer/desk/language.ts';
import { trade } from '#renderer/desk/page-access.ts';
import styles from './wall.module.css';

/** A screen that was not let in asks for the digits that the office's window shows. `wasIn`: it was, and was sent away. */
export function WallCode({ wasIn }: { readonly wasIn: boolean }) {
  const text = useText();
  const words = text.wall.code;
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const digits = code.replaceAll(/\D/g, '');

  const enter = async (): Promise<void> => {
    const reply = await trade(ACCESS.wall, { code: digits });
    if (reply.ok) location.reload();
    else setProblem(reply.problem);
  };
  return (
    <main className={`${styles.wall} ${styles.asking}`}>
      <form
        className={styles.message}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <h1 className={styles.messageBig}>{text.wall.title}</h1>
        <label htmlFor="wall-code" className={styles.messageSmall}>
          {isTv() ? text.wall.tv.type : words.type}
        </label>
        <input
          id="wall-code"
          className={styles.code}
          value={code}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          autoFocus
          aria-describedby="wall-code-says"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" className={styles.enter} disabled={digits.length !== 8}>
          {words.enter}
        </button>
        <p id="wall-code-says" role="alert" className={styles.messageSmall}>
          {problem === null ? (wasIn ? words.ended : '') : problemText(problem, text)}
        </p>
      </form>
    </main>
  );
}
