import { useText } from '#renderer/desk/language.ts';
import { isOfLine } from '#renderer/desk/live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import styles from './opening.module.css';

export function Opening() {
  const text = useText();
  return (
    <main className={styles['page']} aria-busy="true">
      <h1 className={styles['quiet']}>{text.frame.opening}</h1>
    </main>
  );
}

type UnreachableProps = { readonly problem: DeskProblem; readonly onRetry: () => void };

/** The desk does not answer, or does not answer this window. */
export function Unreachable({ problem, onRetry }: UnreachableProps) {
  const text = useText();
  const isSilent = isOfLine(problem);
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <h1 className={styles['title']}>
          {isSilent ? text.frame.unreachableTitle : text.frame.refusedTitle}
        </h1>
        <Note tone="bad" announce>
          {isSilent ? text.frame.unreachableHelp : problemText(problem, text)}
        </Note>
        <Button variant="primary" size="big" onClick={onRetry} autoFocus>
          {text.common.retry}
        </Button>
      </div>
    </main>
  );
}
