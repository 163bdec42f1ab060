import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { VOID_REASONS, type VoidReason } from '#shared/domain/calendar/void-reasons.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { useState } from 'react';
import styles from './close-day.module.css';

/** The way back from a day opened by mistake that gave numbers: it lies ahead of today, or nobody was served on it. */
export function VoidDay({ report }: { readonly report: DayReport }) {
  const text = useText();
  const words = text.dayEnd;
  const status = useDeskQuery('day.status', {}).value;
  const voiding = useDeskCommand('day.void');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<VoidReason | null>(null);
  const { businessDay: day, tickets } = report;
  const latest = status?.open ?? status?.last;
  const isPossible = latest?.businessDay === day && (day > (status?.today ?? day) || tickets.served === 0);
  if (report.voidedAt !== undefined || !isPossible || tickets.issued === 0) return null;
  if (!isAsking) {
    return (
      <div className={styles['close']}>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {words.voidDay}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['close']}>
      <p className={styles['explains']}>{words.voidExplains}</p>
      <SelectField
        label={words.voidWhy}
        value={reason}
        autoFocus
        placeholder={words.voidWhyHint}
        options={VOID_REASONS.map((value) => ({ value, label: words.voidReason[value] }))}
        onChange={setReason}
      />
      <Button
        isPending={voiding.isPending}
        disabledReason={reason === null ? words.voidWhyHint : undefined}
        onClick={() => {
          if (reason !== null) void voiding.run({ businessDay: day, reason });
        }}
      >
        {words.voidNow}
      </Button>
      <Button variant="quiet" onClick={() => setAsking(false)}>
        {words.voidNot}
      </Button>
      <ProblemNote problem={voiding.problem} />
    </div>
  );
}
