import type { CalendarYear } from '#shared/contract/calendar.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { CalendarDayForm } from './calendar-day-form.tsx';
import { FileButton } from '../ui/file-button.tsx';
import styles from './calendar.module.css';

type YearDay = CalendarYear['days'][number];

/** A year of working days as the due dates see it; each day can be set by the office. */
export function CalendarView() {
  const text = useText();
  const words = text.rules;
  const today = useDeskQuery('day.status', {}).value?.today;
  const [asked, setAsked] = useState<number | null>(null);
  const year = asked ?? Number((today ?? '2026').slice(0, 4));
  const shown = useDeskQuery('calendar.year', { year }, { keepFormer: true }).value;
  const [chosen, setChosen] = useState<string | null>(null);
  const bringIn = useDeskCommand('calendar.import');
  const [said, setSaid] = useState<string | null>(null);
  const importFile = async (file: File) => {
    const reply = await bringIn.run({ text: await file.text(), why: file.name });
    setSaid(reply.ok ? words.importedDays(reply.value.days) : problemText(reply.problem, text));
  };
  const day = shown?.days.find((one) => one.date === chosen);
  return (
    <>
      <section className={styles['year']} aria-label={words.calendar}>
        <header className={styles['head']}>
          <Button size="small" aria-label={words.yearBefore} onClick={() => setAsked(year - 1)}>
            ‹
          </Button>
          <h2>{year}</h2>
          <Button size="small" aria-label={words.yearAfter} onClick={() => setAsked(year + 1)}>
            ›
          </Button>
          <Legend />
          <FileButton label={words.importCalendar} onFile={(file) => void importFile(file)} />
        </header>
        <p role="status" className={styles['said']}>
          {said}
        </p>
        {shown?.announced === false && <Note tone="warn">{words.yearNotAnnounced(year)}</Note>}
        <div className={styles['months']}>
          {words.months.map((month, index) => (
            <Month
              key={month}
              title={month}
              days={(shown?.days ?? []).filter((one) => Number(one.date.slice(5, 7)) === index + 1)}
              chosen={chosen}
              onChoose={setChosen}
            />
          ))}
        </div>
      </section>
      <CalendarDayForm key={chosen ?? ''} day={day} />
    </>
  );
}

function Legend() {
  const words = useText().rules;
  return (
    <ul className={styles['legend']}>
      {(['off', 'working', 'own', 'unconfirmed'] as const).map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden="true" />
          {words.legend[mark]}
        </li>
      ))}
    </ul>
  );
}

type MonthProps = {
  readonly title: string;
  readonly days: readonly YearDay[];
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
};

function Month({ title, days, chosen, onChoose }: MonthProps) {
  const words = useText().rules;
  const first = days[0];
  return (
    <section className={styles['month']} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles['days']}>
        {words.weekdays.map((name) => (
          <span key={name} className={styles['weekday']}>
            {name}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day.date}
            type="button"
            className={styles['day']}
            style={day === first ? { gridColumnStart: weekday(day.date) } : undefined}
            data-off={!day.working || undefined}
            data-holiday={(!day.working && day.name !== null) || undefined}
            data-worked={(day.working && day.name !== null) || undefined}
            data-own={day.own || undefined}
            data-unsure={(day.certainty !== null && day.certainty !== 'confirmed') || undefined}
            aria-pressed={day.date === chosen}
            aria-label={[
              String(Number(day.date.slice(8))),
              title,
              day.working ? words.working : words.off,
              day.name,
            ]
              .filter(Boolean)
              .join(', ')}
            onClick={() => onChoose(day.date)}
          >
            {Number(day.date.slice(8))}
          </button>
        ))}
      </div>
    </section>
  );
}
