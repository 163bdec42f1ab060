import { inLanguage } from '#shared/domain/language.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import { needsDecision } from '#shared/domain/procedure/verdict.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatLongDay } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { RequestDetail } from './outcome-drafts.ts';
import { DecideHere } from './decide-here.tsx';
import type { DueDate } from './use-due-dates.ts';
import styles from './verdict.module.css';

/** More days than this are not drawn one by one. */
const MOST_DAYS = 9;

type VerdictProps = {
  readonly request: RequestDetail;
  readonly due: DueDate | undefined;
  /** What stands for the request now: a date is promised to somebody whose papers are taken, and to nobody else. */
  readonly outcome: Outcome | null;
  /** The counter that may decide otherwise; null while it only looks. */
  readonly decidesAt: string | null;
};

/** What was decided of this request when it was taken: may it be done, here or where, by when, and where that is written. */
export function Verdict({ request, due, outcome, decidesAt }: VerdictProps) {
  const text = useText();
  const language = useLanguage();
  const { verdict } = request;
  const isOpen = needsDecision(verdict);
  const promised = !isOpen && (outcome === null || outcome === 'taken') ? due : undefined;
  const [source] = verdict.reasons;
  const elsewhere = verdict.here ? [] : verdict.places;
  return (
    <section className={join(styles['verdict'], isOpen && styles['refused'])}>
      <div className={styles['words']}>
        <p className={styles['first']} title={source && inLanguage(source.text, language)}>
          {source ? inLanguage(source.text, language) : text.common.cardState[request.card]}
        </p>
        <p className={styles['headline']}>{headline(verdict, promised, text, language)}</p>
        {elsewhere.map((place) => (
          <p key={place.officeId} className={styles['source']}>
            <b>{place.name}</b>
            {[place.address, place.phone, place.hours].filter(Boolean).map((fact) => ` · ${fact}`)}
          </p>
        ))}
        {request.decision !== null && (
          <p className={styles['source']}>{text.counter.decided(request.decision)}</p>
        )}
        {isOpen && decidesAt !== null && (
          <DecideHere key={request.id} requestId={request.id} counterId={decidesAt} />
        )}
        {source !== undefined && elsewhere.length === 0 && (
          <p className={styles['source']}>{source.source}</p>
        )}
      </div>
      {promised !== undefined && promised.days.length <= MOST_DAYS && promised.days.length > 1 && (
        <Days due={promised} />
      )}
    </section>
  );
}

function headline(
  { here, instead, eligible, limit }: RequestDetail['verdict'],
  due: DueDate | undefined,
  text: Catalogue,
  language: Language,
): string {
  const words = text.counter;
  if (!here) return words.notDoneHere;
  if (instead !== null) return words.instead(text.common.procedure[instead]);
  if (!eligible && limit === null) return words.notEligible;
  if (limit === null) return words.noLimit;
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
