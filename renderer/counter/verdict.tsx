import { inLanguage } from '#shared/domain/language.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatLongDay } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { RequestDetail } from './outcome-drafts.ts';
import type { DueDate, RequestRules, Triage } from './use-request-rules.ts';
import styles from './verdict.module.css';

/** More days than this are not drawn one by one. */
const MOST_DAYS = 9;

type VerdictProps = {
  readonly request: RequestDetail;
  readonly rules: RequestRules | undefined;
  /** What stands for the request now: a date is promised to somebody whose papers are taken, and to nobody else. */
  readonly outcome: Outcome | null;
};

/** What the rules say of this request today: may it be done, by when, and where that is written. */
export function Verdict({ request, rules, outcome }: VerdictProps) {
  const text = useText();
  const language = useLanguage();
  const { triage } = rules ?? {};
  const due = outcome === null || outcome === 'taken' ? rules?.due : undefined;
  if (triage === undefined) return <div className={styles['verdict']} aria-hidden="true" />;
  const source = triage.reasons[0];
  return (
    <section className={join(styles['verdict'], !triage.eligible && styles['refused'])}>
      <div className={styles['words']}>
        <p className={styles['first']} title={source && inLanguage(source.text, language)}>
          {source ? inLanguage(source.text, language) : text.common.cardState[request.card]}
        </p>
        <p className={styles['headline']}>{headline(triage, rules?.limit, due, text, language)}</p>
        {source !== undefined && <p className={styles['source']}>{source.source}</p>}
      </div>
      {due !== undefined && due.days.length <= MOST_DAYS && due.days.length > 1 && <Days due={due} />}
    </section>
  );
}

function headline(
  triage: Triage,
  limit: RequestRules['limit'],
  due: DueDate | undefined,
  text: Catalogue,
  language: Language,
): string {
  const words = text.counter;
  if (!triage.eligible) {
    return triage.instead === undefined
      ? words.notEligible
      : words.instead(text.common.procedure[triage.instead]);
  }
  if (limit === undefined) return words.noLimit;
  if (limit.value === 0) return words.sameDay;
  const length =
    limit.unit === 'working-day' ? words.limitWorking(limit.value) : words.limitCalendar(limit.value);
  if (due === undefined) return length;
  const dated = `${length}, ${words.dueOn(formatLongDay(due.dueOn, language))}`;
  return due.warnings.length === 0 ? dated : `${dated} (${words.provisional})`;
}

/** The count of days, drawn, so that the date can be explained across the counter. */
function Days({ due }: { readonly due: DueDate }) {
  const words = useText().counter;
  return (
    <ol className={styles['days']}>
      {due.days.map((day) => (
        <li key={day.date} className={styles[day.kind]}>
          <span>{words.weekdayShort[weekday(day.date)]}</span>
          <b>{Number(day.date.slice(8))}</b>
          <span>
            {day.kind === 'received' && words.received}
            {day.kind === 'counted' && day.index}
            {day.kind === 'due' && (day.index === null ? words.due : words.dayIndexDue(String(day.index)))}
          </span>
        </li>
      ))}
    </ol>
  );
}
