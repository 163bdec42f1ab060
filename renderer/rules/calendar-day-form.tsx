import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { CalendarYear } from '#shared/contract/calendar.ts';
import { capitalised, formatLongDay } from '#shared/text/format.ts';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './calendar.module.css';

type Kind = 'office-off' | 'office-working' | 'ordinary';

/** What one day is and why, and the office's own word on it. */
export function CalendarDayForm({ day }: { readonly day: CalendarYear['days'][number] | undefined }) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const set = useDeskCommand('calendar.set-day');
  const [kind, setKind] = useState<Kind>(day?.working === false ? 'office-working' : 'office-off');
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  if (day === undefined) return <aside className={styles['form']} aria-label={words.chosenDay} />;
  return (
    <aside className={styles['form']} aria-label={words.chosenDay}>
      <ColumnHead title={capitalised(formatLongDay(day.date, language))} />
      <form
        className={styles['formBody']}
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() === '') return;
          void set.run({ date: day.date, kind, why, ...(name.trim() === '' ? {} : { name }) });
        }}
      >
        <p className={styles['what']}>
          {day.working ? words.working : words.off}
          {day.name !== null && `. ${day.name}`}
        </p>
        {day.source !== null && <p className={styles['source']}>{day.source}</p>}
        <Segmented<Kind>
          label={words.own}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'office-off', label: words.officeOff },
            { value: 'office-working', label: words.officeWorking },
            { value: 'ordinary', label: words.ordinary },
          ]}
        />
        <TextField label={words.dayName} value={name} onType={setName} />
        <TextField label={words.why} hint={words.whyHint} value={why} onType={setWhy} />
        <ProblemNote problem={set.problem} />
        <Button
          type="submit"
          isPending={set.isPending}
          disabledReason={why.trim() === '' ? `${words.why}: ${words.whyHint}` : undefined}
        >
          {words.saveDay}
        </Button>
        {day.own && (
          <Button
            variant="quiet"
            onClick={() => void set.run({ date: day.date, kind: null, why: words.takeDayBack })}
          >
            {words.takeDayBack}
          </Button>
        )}
      </form>
    </aside>
  );
}
