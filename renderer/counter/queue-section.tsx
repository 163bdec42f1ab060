import { SectionHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import styles from './queue.module.css';
import { QueueRowView } from './queue-row.tsx';

/** Short sections are drawn whole; only the waiting line can be hundreds long. */
type QueueSectionProps = {
  readonly name: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly empty: string;
  readonly rows: readonly QueueRow[];
  readonly grows: boolean;
  readonly cursor: string | null;
  readonly shown: string | null;
  readonly counterId: string;
  readonly onKey: (event: React.KeyboardEvent) => void;
  readonly onEnter: (name: string) => void;
  readonly onChoose: (row: QueueRow) => void;
  readonly onCall: (row: QueueRow) => void;
  readonly onMenu: (row: QueueRow, at: DOMRect) => void;
};

export function rowElementId(ticketId: string): string {
  return `queue-${ticketId}`;
}

export function QueueSection(props: QueueSectionProps) {
  const { name, title, hint, empty, rows, grows, cursor } = props;
  const list = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => row.id === cursor);
  const height = useRowHeight();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);

  return (
    <section className={join(styles['section'], grows && styles['grows'])} aria-label={title}>
      <SectionHead title={title} count={rows.length} {...(hint === undefined ? {} : { hint })} />
      {rows.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <div
          ref={list}
          role="listbox"
          aria-label={title}
          data-queue={name}
          tabIndex={0}
          aria-activedescendant={at >= 0 ? rowElementId(rows[at]?.id ?? '') : undefined}
          className={styles['list']}
          onKeyDown={props.onKey}
          onFocus={() => props.onEnter(name)}
        >
          <div role="presentation" className={styles['ground']} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <QueueRowView
                  key={row.id}
                  id={rowElementId(row.id)}
                  row={row}
                  position={item.index}
                  count={rows.length}
                  isMine={
                    row.counterId === props.counterId && (row.state === 'called' || row.state === 'serving')
                  }
                  isShown={row.id === props.shown}
                  isCursor={row.id === cursor}
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                  onChoose={props.onChoose}
                  onCall={props.onCall}
                  onMenu={props.onMenu}
                />
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}

function useRowHeight(): number {
  return (
    Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row-height'), 10) || 44
  );
}
