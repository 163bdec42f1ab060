import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { offerUndo } from '#renderer/frame/undo.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { QueueRow } from '#shared/contract/ticket.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import { formatTime } from '#shared/text/format.ts';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import dayEnd from './day-end.module.css';
import styles from './leftovers.module.css';
import { OutcomeChoice } from './outcome-choice.tsx';

/** The numbers of a day that nobody has finished, in the order in which they were issued. */
export function useLeftovers(day: string): QueueRow[] | undefined {
  return useDeskQuery('ticket.list', { businessDay: day }).value?.filter((row) => isOpen(row.state));
}

/** Left-over numbers, each with the outcome it gets. What was just recorded stays in sight until the screen is left. */
export function Leftovers({ day }: { readonly day: string }) {
  const text = useText();
  const open = useLeftovers(day);
  const settle = useDeskCommand('ticket.settle');
  const [settled, setSettled] = useState<readonly { row: QueueRow; outcome: Outcome }[]>([]);
  if (open === undefined) return <ColumnHead className={dayEnd['head']} title={text.dayEnd.leftovers} />;

  const choose = async (row: QueueRow, outcome: Outcome) => {
    const reply = await settle.run({ ticketId: row.id, outcome });
    if (!reply.ok) return;
    setSettled((former) => [...former.filter((one) => one.row.id !== row.id), { row, outcome }]);
    offerUndo({ ticketId: row.id, text: text.dayEnd.settled(row.number, text.common.outcome[outcome]) });
  };
  // A number that was taken back is open again.
  const recorded = settled.filter((one) => open.every((row) => row.id !== one.row.id));
  const isEmpty = open.length === 0 && recorded.length === 0;
  return (
    <>
      <ColumnHead
        className={dayEnd['head']}
        title={text.dayEnd.leftovers}
        end={
          open.length === 0 ? (
            <Chip tone="good" icon={<IconCheck size={16} aria-hidden="true" />}>
              {text.dayEnd.leftoversDone}
            </Chip>
          ) : (
            <Chip tone="warn">{text.dayEnd.leftoversCount(open.length)}</Chip>
          )
        }
      />
      <ProblemNote problem={settle.problem} className={styles['problem']} />
      {isEmpty ? null : (
        <ul className={styles['list']} aria-label={text.dayEnd.leftovers}>
          {open.map((row) => (
            <li key={row.id}>
              <Ticket row={row} />
              <OutcomeChoice
                className={styles['choice']}
                label={text.dayEnd.outcomeOf(row.number)}
                onCommit={(outcome) => void choose(row, outcome)}
              />
            </li>
          ))}
          {recorded.map(({ row, outcome }) => (
            <li key={row.id} className={styles['done']}>
              <Ticket row={row} />
              <span className={styles['outcome']}>
                <IconCheck size={16} aria-hidden="true" />
                <span>
                  {text.common.outcome[outcome]}
                  <span className={styles['mark']}>{text.dayEnd.settledMark}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Ticket({ row }: { readonly row: QueueRow }) {
  const text = useText();
  const language = useLanguage();
  const state = text.common.ticketState[row.state];
  const where =
    row.state === 'not-here' && row.notHereCount > 0
      ? text.dayEnd.notHereTimes(row.notHereCount)
      : text.dayEnd.since(
          row.counterName === null ? state : `${state}, ${row.counterName}`,
          formatTime(row.since),
        );
  return (
    <>
      <NumberText className={styles['number']}>{row.number}</NumberText>
      <div className={styles['who']} lang={language}>
        <p className={styles['name']} title={row.name ?? undefined}>
          {row.name ?? text.common.noName}
        </p>
        <p className={styles['where']}>{where}</p>
      </div>
    </>
  );
}
