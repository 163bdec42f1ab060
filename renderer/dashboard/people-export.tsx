import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ListExport } from '#renderer/exports/list-export.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import { MOST_LISTED_DAYS } from '#shared/contract/export-words.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { daysAround, SPANS, type Span } from '#shared/domain/calendar/days-around.ts';
import { CASE_RECEIVERS, type CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import { formatDay, formatLongDay } from '#shared/text/format.ts';
import { useState } from 'react';
import styles from './people-export.module.css';

type PeopleExportProps = { readonly businessDay: string; readonly onClose: () => void };

/** The people of a day, or those of some days about whom another office has something to set right: a file, or printed. */
export function PeopleExport({ businessDay, onClose }: PeopleExportProps) {
  const text = useText();
  const words = text.dashboard;
  const language = useLanguage();
  const desk = useDesk();
  const office = useDeskQuery('office.show', {}).value;
  const [receiver, setReceiver] = useState<CaseReceiver | 'all'>('all');
  const [span, setSpan] = useState<Span | null>('day');
  const [typed, setTyped] = useState({ from: typedForm(businessDay), to: typedForm(businessDay) });
  const first = readDay(typed.from);
  const last = readDay(typed.to);
  const wrongFrom = first === null ? words.peopleDayWrong : undefined;
  const wrongTo =
    last === null
      ? words.peopleDayWrong
      : first === null || (last >= first && last < addDays(first, MOST_LISTED_DAYS))
        ? undefined
        : last < first
          ? words.peopleDaysTurned
          : words.peopleDaysLong;
  const wrong = receiver === 'all' ? undefined : (wrongFrom ?? wrongTo);
  const days =
    receiver === 'all' || wrong !== undefined || first === null || last === null
      ? { from: businessDay, to: businessDay }
      : { from: first, to: last };

  const choose = (next: Span) => {
    const { from, to } = daysAround(businessDay, next);
    setSpan(next);
    setTyped({ from: typedForm(from), to: typedForm(to) });
  };
  const type = (part: Partial<typeof typed>) => {
    setSpan(null);
    setTyped((before) => ({ ...before, ...part }));
  };
  const subjectOf = (unmasked: boolean) => ({
    businessDay: days.from,
    ...(days.to === days.from ? {} : { to: days.to }),
    unmasked,
  });
  const print = async (unmasked: boolean): Promise<boolean> => {
    if (receiver === 'all' || office == null) return false;
    const reply = await desk.call('report.cases', { ...subjectOf(unmasked), receiver });
    if (!reply.ok) return false;
    const { printCases } = await import('./cases-sheet.tsx');
    return printCases({ office, receiver, ...days, rows: reply.value, isMasked: !unmasked, language });
  };
  const shown =
    days.from === days.to
      ? formatLongDay(days.from, language)
      : words.peopleDays(formatDay(days.from, language), formatDay(days.to, language));
  return (
    <ListExport
      title={words.people}
      says={words.peopleSays(shown)}
      fullLabel={words.peopleUnmasked}
      subject={(unmasked) => ({
        kind: 'people',
        ...subjectOf(unmasked),
        ...(receiver === 'all' ? {} : { receiver }),
      })}
      offReason={wrong}
      {...(receiver !== 'all' && office != null && office.settings.printing !== 'none'
        ? { onPrint: print }
        : {})}
      onClose={onClose}
    >
      <SelectField
        label={words.peopleFor}
        value={receiver}
        options={(['all', ...CASE_RECEIVERS] as const).map((value) => ({
          value,
          label: words.peopleReceivers[value],
        }))}
        onChange={setReceiver}
      />
      {receiver === 'all' ? null : (
        <div className={styles['days']}>
          <Segmented
            label={words.peopleSpan}
            showLabel
            value={span}
            options={SPANS.map((value) => ({ value, label: words.peopleSpans[value] }))}
            onChange={choose}
          />
          <TextField
            label={words.peopleFrom}
            value={typed.from}
            onType={(from) => type({ from })}
            error={wrongFrom}
          />
          <TextField label={words.peopleTo} value={typed.to} onType={(to) => type({ to })} error={wrongTo} />
        </div>
      )}
    </ListExport>
  );
}
