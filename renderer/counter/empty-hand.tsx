import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { QueueBoard } from '#shared/contract/ticket.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPhoneCall } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import styles from './ticket-pane.module.css';
import { nobodyWaits } from './counter-keys.ts';

type EmptyHandProps = {
  readonly board: QueueBoard;
  readonly onCallNext: () => void;
  readonly onCall: (ticketId: string) => void;
  readonly disabledReason: string | undefined;
  readonly problem: DeskProblem | null;
  readonly isPending: boolean;
};

/** Nobody is at the counter: who comes next, and the one button that matters. */
export function EmptyHand({ board, onCallNext, onCall, disabledReason, problem, isPending }: EmptyHandProps) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const next = board.waiting[0];
  const absent = board.notHere[0];
  const { estimate } = board;
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
        <h2 className={styles['emptyTitle']}>{text.counter.emptyTitle}</h2>
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
        {problem !== null && (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </section>
  );
}
