import { takeFocus } from '#renderer/frame/take-focus.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import { capitalised, formatDay, formatLongDay, formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useGoOn } from '../frame/go-on.ts';
import { MorningChecks } from './morning-checks.tsx';
import { isDoubt, OpeningDoubt } from './opening-doubt.tsx';
import { OtherDay } from './other-day.tsx';
import styles from './morning.module.css';

/** Before the first number: which day it is, whether all is well, and one key to open it. */
export function MorningScreen() {
  const status = useDeskQuery('day.status', {}).value;
  const office = useDeskQuery('office.show', {}).value ?? undefined;
  return (
    <div className={styles['morning']}>
      {status !== undefined && <OpenDay status={status} office={office} />}
      <MorningChecks status={status} office={office} />
    </div>
  );
}

function OpenDay({ status, office }: { readonly status: DayStatus; readonly office: Office | undefined }) {
  const text = useText();
  const words = text.morning;
  const language = useLanguage();
  const go = usePlace((place) => place.go);
  const goOnWith = useGoOn((state) => state.goOnWith);
  const openDay = useDeskCommand('day.open');
  const [other, setOther] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const now = useNow(60_000);
  const button = useRef<HTMLButtonElement>(null);
  const forgotten = status.open !== null;

  const day = other ?? status.today;
  const shown = (iso: string) => formatDay(iso, language);
  const closedAlready = status.last !== null && status.last.businessDay >= day;
  const blocked =
    closedAlready && status.last !== null ? words.alreadyClosed(shown(status.last.businessDay)) : undefined;

  /** Today itself is frozen; another day is chosen only where the clock is wrong. */
  const locked = !forgotten && blocked !== undefined && other === null;

  useEffect(() => {
    if (!choosing) takeFocus(button.current);
  }, [choosing, forgotten]);

  const act = () => {
    if (forgotten || locked) go('day-end');
    else if (blocked === undefined && !openDay.isPending) void openDay.run({ businessDay: day });
  };
  const label =
    status.open !== null
      ? words.closeFirst(shown(status.open.businessDay))
      : locked
        ? words.seeFigures
        : words.open;
  useScreenKeys([
    {
      key: 'Enter',
      label,
      run: () => pressFocused(act),
      disabledReason: forgotten || locked ? undefined : blocked,
    },
    {
      key: 'F2',
      label: text.frame.keyNew,
      run: () => undefined,
      disabledReason: forgotten ? label : (blocked ?? words.openFirst),
      hidden: true,
    },
    { label: words.otherDay, run: () => setChoosing(true), disabledReason: forgotten ? label : undefined },
  ]);

  const firstNumbers = office?.series.map((series) => `${series.letter}001`).join(', ') ?? '';
  return (
    <section className={styles['open']} aria-label={locked ? words.locked : words.title}>
      {!locked && (
        <p className={styles['greeting']}>
          {words.greeting(Number(formatTime(new Date(now).toISOString()).slice(0, 2)))}
        </p>
      )}
      <h2 className={styles['date']}>
        {locked ? words.locked : capitalised(formatLongDay(day, language).split(',')[0] ?? '')}
        <span>{formatDay(day, language)}</span>
      </h2>
      {!locked && (
        <p className={styles['says']}>
          {weekday(day) >= 6 ? words.weekend : words.workingDay}{' '}
          {firstNumbers !== '' && words.seriesStarts(firstNumbers)}
        </p>
      )}
      {status.open !== null && (
        <Note
          tone="warn"
          title={words.forgottenTitle(shown(status.open.businessDay))}
          className={styles['note']}
        >
          {words.forgottenWhat(status.leftovers)}
        </Note>
      )}
      {blocked !== undefined && !forgotten && (
        <Note tone="warn" className={styles['note']}>
          {blocked}
        </Note>
      )}
      {openDay.problem !== undefined && isDoubt(openDay.problem) && (
        <OpeningDoubt
          problem={openDay.problem}
          day={day}
          isPending={openDay.isPending}
          onConfirm={() => void openDay.run({ businessDay: day, confirmed: true })}
        />
      )}
      {openDay.problem !== undefined && !isDoubt(openDay.problem) && (
        <Note tone="bad" announce className={styles['note']}>
          {problemText(openDay.problem, text)}
        </Note>
      )}
      <div className={styles['actions']}>
        {locked ? (
          <Button ref={button} size="big" keyHint="Enter" onClick={act}>
            {label}
          </Button>
        ) : (
          <Button
            ref={button}
            variant="primary"
            size="big"
            keyHint="Enter"
            isPending={openDay.isPending}
            disabledReason={forgotten ? undefined : blocked}
            onClick={act}
          >
            {openDay.isPending ? words.opening : label}
          </Button>
        )}
        {status.open !== null && (
          <Button size="big" onClick={() => status.open !== null && goOnWith(status.open.businessDay)}>
            {words.goOn(shown(status.open.businessDay))}
          </Button>
        )}
      </div>
      {!forgotten && !locked && <p className={styles['small']}>{words.onlyForward}</p>}
      {!forgotten && (!locked || choosing) && (
        <OtherDay
          status={status}
          choosing={choosing}
          chosen={other}
          onChoosing={setChoosing}
          onChoose={(chosen) => {
            openDay.reset();
            setOther(chosen);
          }}
        />
      )}
      <DayBefore status={status} office={office} />
    </section>
  );
}

/** Enter belongs to the button that has the focus; anywhere else it opens the day. */
function pressFocused(otherwise: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement) focused.click();
  else otherwise();
}

function DayBefore({ status, office }: { readonly status: DayStatus; readonly office: Office | undefined }) {
  const words = useText().morning;
  const language = useLanguage();
  const last = status.last;
  const report = useDeskQuery(
    'report.day',
    { businessDay: last?.businessDay ?? status.today },
    { enabled: last !== null },
  ).value;
  const rows = [
    ...(last !== null && report !== undefined
      ? [
          {
            label: `${last.businessDay === status.today ? words.today : words.lastDay} ${formatDay(last.businessDay, language)}`,
            value: words.counts(report.tickets.issued, report.tickets.served),
          },
        ]
      : []),
    ...(office?.settings.openingHours
      ? [{ label: words.openingHours, value: office.settings.openingHours }]
      : []),
    ...(office ? [{ label: words.receivingLevel, value: office.receivingLevel }] : []),
  ];
  return (
    <dl className={styles['facts']}>
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
