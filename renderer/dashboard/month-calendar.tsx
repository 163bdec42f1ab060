import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import { DAY_STATES } from '#shared/contract/report-period.ts';

import { shortWeekday } from '#shared/text/format.ts';
import { formatLongDay, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconLock,
  IconPencil,
  IconPoint,
} from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import styles from './calendar.module.css';
import { nextMonth } from '#shared/domain/report/report-day.ts';
import { weekday, type IsoDate } from '#shared/domain/calendar/business-date.ts';

type CalendarDay = Output<'report.calendar'>['days'][number];

const ICONS = { none: null, open: IconPoint, closed: IconLock, exported: IconCheck, corrected: IconPencil };

type MonthCalendarProps = {
  readonly month: string;
  readonly chosen: string;
  readonly onMonth: (month: string) => void;
  readonly onChoose: (day: string) => void;
};

/** A month of days, each with its state by sign and word and its two counts; the arrows walk, Enter shows the day. */
export function MonthCalendar({ month, chosen, onMonth, onChoose }: MonthCalendarProps) {
  const text = useText();
  const words = text.dashboard;
  const answer = useDeskQuery('report.calendar', { month }, { keepFormer: true });
  useScreenKeys([
    { key: 'Alt+ArrowLeft', label: words.keyMonthBefore, run: () => onMonth(nextMonth(month, -1)) },
    { key: 'Alt+ArrowRight', label: words.keyMonthAfter, run: () => onMonth(nextMonth(month, 1)) },
  ]);
  return (
    <section aria-labelledby="month-calendar">
      <ColumnHead
        id="month-calendar"
        className={styles['head']}
        title={words.month(String(Number(month.slice(5))), month.slice(0, 4))}
        end={
          <>
            <Button
              size="small"
              variant="quiet"
              aria-label={words.monthBefore}
              icon={<IconChevronLeft size={16} aria-hidden="true" />}
              onClick={() => onMonth(nextMonth(month, -1))}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={words.monthAfter}
              icon={<IconChevronRight size={16} aria-hidden="true" />}
              onClick={() => onMonth(nextMonth(month, 1))}
            />
          </>
        }
      />
      {answer.problem === undefined ? null : <Note tone="bad">{problemText(answer.problem, text)}</Note>}
      {answer.value === undefined ? null : (
        <Grid days={answer.value.days} chosen={chosen} onChoose={onChoose} />
      )}
    </section>
  );
}

type GridProps = {
  readonly days: readonly CalendarDay[];
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
};

function Grid({ days, chosen, onChoose }: GridProps) {
  const words = useText().dashboard;
  const language = useLanguage();
  const grid = useRef<HTMLTableElement>(null);
  const known = days.filter((one) => one.state !== 'none');
  const [at, setAt] = useState(chosen);
  const home = known.some((one) => one.day === at) ? at : (known.at(-1)?.day ?? '');
  const weeks = weeksOf(days);
  const walk = (event: KeyboardEvent, from: string) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const start = days.findIndex((one) => one.day === from);
    for (let next = start + step; next >= 0 && next < days.length; next += Math.sign(step)) {
      const day = days[next];
      if (day === undefined || day.state === 'none') continue;
      setAt(day.day);
      grid.current?.querySelector<HTMLElement>(`[data-day="${day.day}"]`)?.focus();
      return;
    }
  };
  const first = weeks.find((week) => week.every((day) => day !== null)) ?? weeks[0] ?? [];
  return (
    <>
      <table ref={grid} className={styles['grid']}>
        <thead>
          <tr>
            {first.map((day, index) => (
              <th key={index} scope="col">
                {day === null ? '' : shortWeekday(day.day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)?.day}>
              {week.map((day, index) => (
                <td key={index}>
                  {day === null ? null : (
                    <Cell
                      day={day}
                      isChosen={day.day === chosen}
                      isHome={day.day === home}
                      onChoose={onChoose}
                      onWalk={walk}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['legend']}>{words.cellSays}</p>
      <ul className={styles['legend']}>
        {DAY_STATES.filter((state) => state !== 'none').map((state) => {
          const Icon = ICONS[state];
          return (
            <li key={state}>
              {Icon === null ? null : <Icon size={14} aria-hidden="true" />} {words.dayState[state]}
            </li>
          );
        })}
      </ul>
    </>
  );
}

type CellProps = {
  readonly day: CalendarDay;
  readonly isChosen: boolean;
  readonly isHome: boolean;
  readonly onChoose: (day: string) => void;
  readonly onWalk: (event: KeyboardEvent, from: string) => void;
};

function Cell({ day, isChosen, isHome, onChoose, onWalk }: CellProps) {
  const words = useText().dashboard;
  const language = useLanguage();
  const Icon = ICONS[day.state];
  const figures =
    day.taken === null || day.activated === null
      ? ''
      : words.dayFigures(formatNumber(day.taken, language), formatNumber(day.activated, language));
  const date = <span className={styles['date']}>{Number(day.day.slice(8))}</span>;
  if (day.state === 'none')
    return <span className={join(styles['cell'], !day.workingDay && styles['off'])}>{date}</span>;
  return (
    <button
      type="button"
      data-day={day.day}
      tabIndex={isHome ? 0 : -1}
      className={join(styles['cell'], styles[day.state])}
      aria-pressed={isChosen}
      title={`${words.dayState[day.state]}${figures === '' ? '' : `. ${figures}`}`}
      onClick={() => onChoose(day.day)}
      onKeyDown={(event) => onWalk(event, day.day)}
    >
      {date}
      <span className={styles['hidden']}>
        {words.dayCell(formatLongDay(day.day, language), words.dayState[day.state], figures)}
      </span>
      {Icon === null ? null : <Icon size={13} stroke={2} aria-hidden="true" />}
      <span className={styles['counts']}>
        {day.taken === null
          ? ''
          : `${formatNumber(day.taken, language)}·${formatNumber(day.activated ?? 0, language)}`}
      </span>
    </button>
  );
}

/** The days of a month in rows of seven from Monday; places before the first and after the last day are null. */
export function weeksOf<D extends { readonly day: IsoDate }>(
  days: readonly D[],
): readonly (readonly (D | null)[])[] {
  const [first] = days;
  if (first === undefined) return [];
  const cells: (D | null)[] = [...Array.from({ length: weekday(first.day) - 1 }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
