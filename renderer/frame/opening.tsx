import { useText } from '#renderer/desk/language.ts';
import { isOfLine } from '#renderer/desk/live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useOpenWall } from '#renderer/desk/use-open-wall.ts';
import type { ReactNode } from 'react';
import { LeaveMain } from './leave-main.tsx';
import styles from './opening.module.css';

export function Opening() {
  const text = useText();
  return (
    <main className={styles['page']} aria-busy="true">
      <h1 className={styles['quiet']}>{text.frame.opening}</h1>
    </main>
  );
}

type UnreachableProps = {
  readonly problem: DeskProblem;
  readonly onRetry: () => void;
  /** The way to the version that the main PC has. */
  readonly update?: ReactNode;
};

/** Only a PC that joined another one is told these. */
const OF_JOINED: readonly DeskProblem['code'][] = [
  'line-cut',
  'host-changed',
  'version-differs',
  'device-revoked',
  'device-doubled',
];

/** The desk does not answer, or does not answer this window. */
export function Unreachable({ problem, onRetry, update }: UnreachableProps) {
  const text = useText();
  const { mainPc } = text.frame;
  const openWall = useOpenWall();
  const isStopped = problem.code === 'desk-stopped';
  const isSilent = isOfLine(problem) && !isStopped;
  const title = isStopped ? text.frame.stoppedStart : text.frame.refusedTitle;
  const isWall = problem.code === 'not-allowed' && problem.role === 'display';
  if (isWall)
    return (
      <main className={styles['page']}>
        <div className={styles['box']}>
          <h1 className={styles['title']}>{mainPc.wallTitle}</h1>
          <p>{mainPc.wallHelp}</p>
          <div className={styles['actions']}>
            <Button variant="primary" size="big" onClick={openWall} autoFocus>
              {text.frame.wall}
            </Button>
            <LeaveMain />
          </div>
        </div>
      </main>
    );
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <h1 className={styles['title']}>{isSilent ? text.frame.unreachableTitle : title}</h1>
        <Note tone="bad" announce>
          {isSilent ? text.frame.unreachableHelp : problemText(problem, text)}
        </Note>
        <div className={styles['actions']}>
          <Button variant="primary" size="big" onClick={onRetry} autoFocus>
            {text.common.retry}
          </Button>
          {OF_JOINED.includes(problem.code) && <LeaveMain />}
        </div>
        {problem.code === 'version-differs' && update}
      </div>
    </main>
  );
}
