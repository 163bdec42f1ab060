import { useLanguage } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import { shortOfficeName } from '#shared/domain/office/short-name.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { formatDayOfYear, formatNumber, formatTime } from '#shared/text/format.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useSyncExternalStore, type KeyboardEvent, type Ref } from 'react';
import { useLevelWords } from '../client/words.ts';
import { StateIcon } from '../frame/state-icon.tsx';
import { isHere, type BoardRow } from './board-rows.ts';
import styles from './board.module.css';

/** From here on two offices stand side by side; the style sheet has the same width. */
const wide = window.matchMedia('(min-width: 1240px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

/** Whether the window holds two columns of offices. */
function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

/** Height of one office, as the style sheet has it. */
const ROW = 26;

type OfficeListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly BoardRow[];
  /** The day of the board: another day is named beside the hour. */
  readonly today: string;
  readonly at: number;
  readonly onStand: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onDays: (step: 1 | -1) => void;
  readonly empty: string;
};

/** The offices of a day in two columns, as many as a country has; the arrows walk, ← and → change the day. */
export function OfficeList({ ref, rows, today, at, onStand, onOpen, onDays, empty }: OfficeListProps) {
  const words = useLevelWords().level.board;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const columns = useIsWide() ? 2 : 1;
  const height = Math.ceil(rows.length / columns);
  const virtual = useVirtualizer({
    count: height,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 16,
  });
  const current = rows[at];
  useEffect(() => {
    if (at >= 0 && height > 0) virtual.scrollToIndex(at % height, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another office is stood on
  }, [at, height]);
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey) return;
    const next = rowAfter(event.key, Math.max(0, at), rows.length, 15);
    if (next !== null) onStand(at < 0 ? 0 : next);
    else if (event.key === 'ArrowLeft') onDays(-1);
    else if (event.key === 'ArrowRight') onDays(1);
    else if (event.key === 'Enter' && at >= 0) onOpen(at);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['listPlace']}>
      <div className={styles['heads']} aria-hidden="true" data-columns={columns}>
        {Array.from({ length: columns }, (_, column) => (
          <div key={column} className={styles['cell']}>
            <span />
            <span>{words.office}</span>
            <span>{words.issued}</span>
            <span>{words.level2}</span>
            <span>{words.activated}</span>
            <span>{words.at}</span>
          </div>
        ))}
      </div>
      <div
        ref={(element) => {
          scroll.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref !== null) ref.current = element;
        }}
        id="offices"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
        tabIndex={0}
        data-focus-home
        className={styles['list']}
        onKeyDown={walk}
      >
        <div role="presentation" className={styles['whole']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="presentation"
              className={styles['row']}
              data-columns={columns}
              style={{ transform: `translateY(${start}px)` }}
            >
              {[index, index + height].slice(0, columns).map((place) => {
                const row = rows[place];
                return row === undefined ? (
                  <span key={place} />
                ) : (
                  <Cell
                    key={row.code}
                    id={`${id}-${place}`}
                    row={row}
                    today={today}
                    isAt={place === at}
                    onClick={() => onStand(place)}
                    onOpen={() => onOpen(place)}
                  />
                );
              })}
            </div>
          ))}
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

type CellProps = {
  readonly id: string;
  readonly row: BoardRow;
  readonly today: string;
  readonly isAt: boolean;
  readonly onClick: () => void;
  readonly onOpen: () => void;
};

function Cell({ id, row, today, isAt, onClick, onOpen }: CellProps) {
  const words = useLevelWords().level;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const figures = isHere(row) ? row.figures : null;
  const shown = (value: number | undefined) => (value === undefined ? '–' : count(value));
  const said = saidOf(row, words, (instant) =>
    localDay(instant) === today
      ? formatTime(instant)
      : `${formatTime(instant)} ${formatDayOfYear(localDay(instant), language)}`,
  );
  return (
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      className={join(styles['cell'], styles[`is-${row.state}`], figures === null && styles['away'])}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <StateIcon state={row.state} />
      <span className={styles['name']} title={row.group === '' ? row.name : `${row.name}, ${row.group}`}>
        {shortOfficeName(row.name)}
      </span>
      <NumberText>
        {shown(figures?.issued)}
        {figures === null ? null : <span className={shared['unseen']}> {words.board.issued}</span>}
      </NumberText>
      <NumberText>
        {shown(figures?.level2)}
        {figures === null ? null : <span className={shared['unseen']}> {words.board.level2}</span>}
      </NumberText>
      <NumberText>
        {shown(figures?.activated)}
        {figures === null ? null : <span className={shared['unseen']}> {words.board.activated}</span>}
      </NumberText>
      <span className={styles['at']} title={said}>
        {said}
      </span>
    </div>
  );
}

function saidOf(
  row: BoardRow,
  { board, state }: ReturnType<typeof useLevelWords>['level'],
  time: (instant: string) => string,
): string {
  if (!isHere(row)) return state[row.state];
  const at = time(row.receivedAt);
  if (row.state === 'conflict') return board.conflictAt(at);
  if (!row.signed) return board.unsignedAt(at);
  if (row.version > 1) return board.versionAt(String(row.version), at);
  return row.isLate ? board.lateAt(at) : at;
}
