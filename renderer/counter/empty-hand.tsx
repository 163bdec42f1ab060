import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import type { Counter } from '#shared/contract/office.ts';
import { formatTime } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { QueueBoard } from '#shared/contract/ticket.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPhoneCall } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import styles from './ticket-pane.module.css';
import { HaveReady } from './have-ready.tsx';
import { nobodyWaits } from './counter-keys.ts';

type EmptyHandProps = {
  readonly board: QueueBoard;
  readonly counter: Counter | undefined;
  readonly onPause: () => void;
  readonly onCallNext: () => void;
  readonly onCall: (ticketId: string) => void;
  readonly disabledReason: string | undefined;
  readonly problem: DeskProblem | null;
  readonly isPending: boolean;
};

/** Nobody is at the counter: who comes next, and the one button that matters. */
export function EmptyHand({
  board,
  counter,
  onPause,
  onCallNext,
  onCall,
  disabledReason,
  problem,
  isPending,
}: EmptyHandProps) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const next = board.waiting[0];
  const absent = board.notHere[0];
  const { estimate } = board;
  const pause = counter?.pause ?? null;
  const resume = useDeskCommand('counter.resume');
  const now = new Date(useNow(10_000)).toISOString();
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <section className={styles['pane']} aria-label={text.counter.ticket}>
      <div className={styles['empty']}>
        {next !== undefined && (
          <span className={styles['nextNumber']} aria-hidden="true">
            {next.number}
          </span>
        )}
        <h2 className={styles['emptyTitle']}>
          {pause === null ? text.counter.emptyTitle : text.counter.paused}
        </h2>
        {pause !== null && (
          <Note tone="warn">
            {text.counter.pauseReason[pause.reason]}. {pauseText(pause.returnsAt, now, text)}
          </Note>
        )}
        <p className={styles['emptyText']}>
          {next === undefined
            ? nobodyWaits(board, text.counter)
            : text.counter.nextUp(next.number, next.name ?? text.common.noName)}
        </p>
        <Button
          ref={button}
          variant="primary"
          size="big"
          keyHint="F4"
          icon={<IconPhoneCall aria-hidden="true" />}
          onClick={onCallNext}
          isPending={isPending}
          disabledReason={disabledReason}
          data-focus-home
        >
          {text.counter.callNext}
        </Button>
        {pause === null ? (
          <Button keyHint="Shift+F7" onClick={onPause}>
            {text.counter.pause}
          </Button>
        ) : (
          <Button onClick={() => void resume.run({ counterId: counter?.id })} isPending={resume.isPending}>
            {text.counter.openAgain}
          </Button>
        )}
        {next === undefined && absent !== undefined && (
          <Button onClick={() => onCall(absent.id)}>{text.counter.callAbsent(absent.number)}</Button>
        )}
        {estimate !== null && (
          <p className={styles['emptyText']}>
            {text.counter.estimate(
              text.common.minutesRange(String(estimate.fromMinutes), String(estimate.toMinutes)),
            )}
          </p>
        )}
        {counter !== undefined && <HaveReady counterId={counter.id} />}
        <ProblemNote problem={resume.problem} />
        {problem !== null && (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </section>
  );
}

function pauseText(returnsAt: string | null, now: string, text: Catalogue): string {
  if (returnsAt === null) return text.counter.pausedOpen;
  const time = formatTime(returnsAt);
  return returnsAt > now ? text.counter.pausedUntil(time) : text.counter.pausedLate(time);
}
