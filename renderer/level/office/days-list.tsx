import { useLanguage } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelOutput } from '#shared/contract/level.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { OfficeDayState } from '#shared/domain/level/words.ts';
import { formatDay, formatDayOfYear, formatNumber, formatTime } from '#shared/text/format.ts';
import type { Ref } from 'react';
import { useLevelWords } from '../client/words.ts';
import { StateIcon } from '../frame/state-icon.tsx';
import { WalkedList } from '../frame/walked-list.tsx';
import styles from './office.module.css';

export type OfficeDay = LevelOutput<'level.office'>['days'][number];

type DaysListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly days: readonly OfficeDay[];
  readonly at: number;
  readonly onStand: (row: number) => void;
  readonly onSide: (step: 1 | -1) => void;
};

/** The days of an office, the newest first. */
export function DaysList({ ref, days, at, onStand, onSide }: DaysListProps) {
  const words = useLevelWords().levelOffice;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const number = (...states: readonly OfficeDayState[]) =>
    count(days.filter(({ state }) => states.includes(state)).length);
  const came = days.filter(({ figures }) => figures !== null);
  const first = came.at(-1);
  return (
    <section className={styles['days']} aria-label={words.days}>
      <ColumnHead
        title={words.days}
        hint={
          first === undefined
            ? undefined
            : words.daysHint(count(came.length), formatDay(first.businessDay, language))
        }
      />
      <WalkedList
        ref={ref}
        label={words.days}
        rows={days}
        keyOf={({ businessDay }) => businessDay}
        rowHeight={32}
        at={at}
        onStand={onStand}
        onSide={onSide}
        empty={words.noDays}
        heads={
          <div className={join(styles['day'], styles['heads'])} aria-hidden="true">
            <span>{words.day}</span>
            <span />
            <span>{words.version}</span>
            <span>{words.at}</span>
            <span>{words.issued}</span>
            <span>{words.level2}</span>
            <span>{words.activated}</span>
          </div>
        }
      >
        {(day) => <Day day={day} />}
      </WalkedList>
      <p className={styles['foot']}>
        {words.foot(number('on-time'), number('late'), number('corrected'), number('missing', 'refused'))}
      </p>
    </section>
  );
}

function Day({ day }: { readonly day: OfficeDay }) {
  const { level, levelOffice: words } = useLevelWords();
  const language = useLanguage();
  const { businessDay, state, version, receivedAt, figures } = day;
  const shown = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language));
  const at =
    receivedAt === null
      ? null
      : localDay(receivedAt) === businessDay
        ? formatTime(receivedAt)
        : `${formatTime(receivedAt)} ${formatDayOfYear(localDay(receivedAt), language)}`;
  const isPlain = state === 'on-time' || state === 'corrected' || state === 'late';
  return (
    <div className={join(styles['day'], figures === null && styles['away'])}>
      <NumberText>{formatDayOfYear(businessDay, language)}</NumberText>
      <StateIcon state={state} />
      <span title={version === null ? undefined : words.versionOf(String(version))}>
        {version === null ? '' : words.versionOf(String(version))}
      </span>
      <span className={styles[`is-${state}`]} title={level.state[state]}>
        {at === null || !isPlain ? level.state[state] : at}
      </span>
      <NumberText>{shown(figures?.issued)}</NumberText>
      <NumberText>{shown(figures?.level2)}</NumberText>
      <NumberText>{shown(figures?.activated)}</NumberText>
    </div>
  );
}
