import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { QueueBoard, QueueRow } from '#shared/contract/ticket.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './queue.module.css';
import { QueueSection, rowElementId } from './queue-section.tsx';
import { RowMenu, type RowMenuPlace } from './row-menu.tsx';
import type { TicketAction } from './ticket-actions.ts';

type QueueColumnProps = {
  readonly board: QueueBoard;
  readonly counterId: string;
  readonly shown: string | null;
  readonly priorityRun: number;
  readonly problem: DeskProblem | null;
  readonly onChoose: (row: QueueRow) => void;
  readonly onEnter: (row: QueueRow) => void;
  readonly actionsFor: (row: QueueRow) => readonly TicketAction[];
  readonly onFind: () => void;
};

const SECTIONS = ['active', 'waiting', 'onHold', 'notHere'] as const;
type SectionName = (typeof SECTIONS)[number];

/** The line as this counter will call it. One cursor walks through all four parts. */
export function QueueColumn(props: QueueColumnProps) {
  const { board, counterId, shown, problem } = props;
  const text = useText();
  const [cursor, setCursor] = useState<string | null>(null);
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const rows = SECTIONS.flatMap((name) => board[name]);
  const current = rows.find((row) => row.id === cursor);

  const moveTo = (row: QueueRow) => {
    setCursor(row.id);
    const section = SECTIONS.find((name) => board[name].includes(row));
    document.querySelector<HTMLElement>(`[data-queue="${section}"]`)?.focus();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = current === undefined ? -1 : rows.indexOf(current);
    const next = rowAfter(event.key, at, rows.length);
    const target = next === null ? undefined : rows[next];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && current !== undefined) props.onEnter(current);
    else if (event.key === ' ' && current !== undefined) props.onChoose(current);
    else if (
      (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) &&
      current !== undefined
    ) {
      const at = document.getElementById(rowElementId(current.id))?.getBoundingClientRect();
      if (at !== undefined) setMenu({ row: current, at });
    } else return;
    event.preventDefault();
  };
  const onSection = (name: string) => {
    const list = board[name as SectionName];
    if (!list.some((row) => row.id === cursor)) setCursor(list[0]?.id ?? null);
  };
  const headings: Record<
    SectionName,
    { readonly title: string; readonly empty: string; readonly hint?: string }
  > = {
    active: { title: text.queue.calledNow, empty: text.queue.nobodyCalled },
    waiting: {
      title: text.queue.waiting,
      empty: text.queue.nobodyWaiting,
      hint: text.queue.priorityRule(props.priorityRun),
    },
    onHold: { title: text.queue.onHold, empty: '' },
    notHere: { title: text.queue.notHere, empty: '' },
  };

  return (
    <aside className={styles['column']} aria-label={text.queue.title}>
      <ColumnHead
        title={text.queue.title}
        hint={text.queue.inCallOrder}
        end={
          <Button
            variant="quiet"
            size="small"
            icon={<IconSearch aria-hidden="true" />}
            keyHint="F3"
            onClick={props.onFind}
          >
            {text.common.search}
          </Button>
        }
      />
      {problem !== null && (
        <Note tone="bad" announce className={styles['trouble']}>
          {problemText(problem, text)}
        </Note>
      )}
      {SECTIONS.filter((name) => name === 'active' || name === 'waiting' || board[name].length > 0).map(
        (name) => (
          <QueueSection
            key={name}
            name={name}
            {...headings[name]}
            rows={board[name]}
            grows={name === 'waiting'}
            cursor={cursor}
            shown={shown}
            counterId={counterId}
            onKey={onKey}
            onEnter={onSection}
            onChoose={(row) => {
              setCursor(row.id);
              props.onChoose(row);
            }}
            onCall={props.onEnter}
            onMenu={(row, at) => {
              setCursor(row.id);
              setMenu({ row, at });
            }}
          />
        ),
      )}
      {menu !== null && (
        <RowMenu
          place={menu}
          actions={props.actionsFor(menu.row)}
          onClose={() => {
            setMenu(null);
            moveTo(menu.row);
          }}
        />
      )}
    </aside>
  );
}
