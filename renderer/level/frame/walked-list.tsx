import { join } from '#renderer/ui/join.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import styles from './walked-list.module.css';

type WalkedListProps<T> = {
  readonly ref?: Ref<HTMLDivElement>;
  readonly label: string;
  /** By which a field that searches the list leads into it. */
  readonly listId?: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Height of each row, as its style sheet has it. */
  readonly rowHeight: number;
  readonly at: number;
  readonly onStand: (row: number) => void;
  readonly onOpen?: (row: number) => void;
  /** ← and →. */
  readonly onSide?: (step: 1 | -1) => void;
  readonly empty: string;
  /** The line of heads above. */
  readonly heads?: ReactNode;
  readonly className?: string | undefined;
  readonly children: (row: T) => ReactNode;
};

/** A list as long as it likes, of which only what is seen is drawn; the arrows walk, Enter opens. */
export function WalkedList<T>(props: WalkedListProps<T>) {
  const { ref, label, listId, rows, keyOf, rowHeight, at, onStand, onOpen, onSide, empty, heads, className } =
    props;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another row is stood on
  }, [at]);
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.target !== event.currentTarget) return;
    const next = rowAfter(event.key, Math.max(0, at), rows.length, 15);
    if (next !== null) onStand(at < 0 ? 0 : next);
    else if (event.key === 'Enter' && at >= 0 && onOpen !== undefined) onOpen(at);
    else if (event.key === 'ArrowLeft' && onSide !== undefined) onSide(-1);
    else if (event.key === 'ArrowRight' && onSide !== undefined) onSide(1);
    else return;
    event.preventDefault();
  };
  return (
    <div className={join(styles['place'], className)}>
      {heads}
      <div
        ref={(element) => {
          scroll.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref != null) ref.current = element;
        }}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-activedescendant={at >= 0 && at < rows.length ? `${id}-${at}` : undefined}
        tabIndex={0}
        data-focus-home
        className={styles['list']}
        onKeyDown={walk}
      >
        <div role="presentation" className={styles['whole']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={keyOf(row)}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className={styles['option']}
                style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                onClick={() => onStand(index)}
                onDoubleClick={() => onOpen?.(index)}
              >
                {props.children(row)}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length > 0 ? null : (
        <p className={styles['empty']} role="status">
          {empty}
        </p>
      )}
    </div>
  );
}
