import { newId } from '../new-id.ts';
import { EXTRACT_LINE_STATES, type ExtractLine, type ExtractReview } from '#shared/contract/follow-up.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { matchLines } from './extract/match-extract.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { readTableFile } from '../worker/read-table-file.ts';
import { openDay } from '../store/rows/day-row.ts';
import { recordActivation } from './follow-up-record.ts';
import { followedRow } from '../store/rows/follow-up-row.ts';
import { markMember, memberRow } from '../store/rows/roster-row.ts';
import { officeId } from '../store/rows/office-row.ts';

/** The account of a request, or of people of rosters who never came here. */
type Appliable = {
  readonly requestId: string | null;
  readonly members: readonly string[];
  readonly activatedOn: string | null;
};
type Reviews = Map<string, Map<number, Appliable>>;

/** Reviews live in memory alone, with the people they name; only so many are kept. */
const mostReviews = 3;
const mostLinesShown = 1_000;
/** What one event names: an event is told to every window. */
const idsPerEvent = 500;

const kept = new WeakMap<ReadableStore, Reviews>();

function reviewsOf(store: ReadableStore): Reviews {
  const reviews = kept.get(store.reader) ?? new Map<string, Map<number, Appliable>>();
  kept.set(store.reader, reviews);
  return reviews;
}

/** In the order in which a person must look at them. */
const byWeight: readonly ExtractLine['state'][] = [
  'unreadable',
  'unclear',
  'doubled',
  'new',
  'on-roster',
  'unknown',
  'already',
  'not-activated',
];

async function review(call: QueryCall, input: { fileName: string; base64: string }): Promise<ExtractReview> {
  const { store } = call;
  const office = officeId(store);
  const file = await readTableFile('read-extract', input);
  const { format, columns, total } = file;
  const appliable = new Map<number, Appliable>();
  // Only what is shown is kept of a file that may name two hundred thousand people.
  const shown = new Map(EXTRACT_LINE_STATES.map((state) => [state, [] as ExtractLine[]]));
  const counts = Object.fromEntries(
    EXTRACT_LINE_STATES.map((state) => [state, 0]),
  ) as ExtractReview['counts'];
  await matchLines(store, office, file, localDay(call.at), (matched, members) => {
    const { line, state, requestId, activatedOn } = matched;
    counts[state] += 1;
    if (state === 'new' || state === 'on-roster') appliable.set(line, { requestId, members, activatedOn });
    if (counts[state] <= mostLinesShown) shown.get(state)?.push(matched);
  });
  const reviews = reviewsOf(store);
  const reviewId = newId();
  reviews.set(reviewId, appliable);
  for (const old of [...reviews.keys()].slice(0, -mostReviews)) reviews.delete(old);
  return {
    reviewId,
    fileName: input.fileName,
    format,
    columns: { ...columns, idNumber: columns.idNumber ?? '' },
    total,
    counts,
    unit: file.unit,
    lines: byWeight.flatMap((state) => shown.get(state) ?? []).slice(0, mostLinesShown),
  };
}

function portions(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / idsPerEvent) }, (_, at) =>
    ids.slice(at * idsPerEvent, (at + 1) * idsPerEvent),
  );
}

export const extractServices = {
  'extract.review': review,
  'extract.apply'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const appliable = reviewsOf(store).get(input.reviewId);
    if (appliable === undefined) throw new Refusal({ code: 'unknown-review' });
    const chosen = [...new Set(input.lines ?? appliable.keys())].map((line) => {
      const one = appliable.get(line);
      if (one === undefined) throw new Refusal({ code: 'invalid-input', path: 'lines', reason: 'not-new' });
      return one;
    });
    const applied = new Set<string>();
    const members = new Set<string>();
    for (const { requestId, activatedOn, members: listed } of chosen) {
      for (const id of listed) {
        const row = memberRow(store, id);
        if (row === undefined || row.known === 'activated') continue;
        markMember(store, id, { known: 'activated', known_by: 'extract', exempt: row.exempt });
        members.add(id);
      }
      if (requestId === null) continue;
      const row = followedRow(store, requestId);
      // Somebody was quicker since the review: it is counted already.
      if (row.activated_on !== null) continue;
      const how = { activatedOn: activatedOn ?? day, source: 'extract', countedOn: day } as const;
      if (recordActivation(store, office, row, how)) applied.add(requestId);
    }
    for (const requests of portions([...applied]))
      call.append({ name: 'extract.applied', businessDay: day, data: { requests, source: 'extract' } });
    for (const people of portions([...members]))
      call.append({ name: 'roster.activated', businessDay: day, data: { members: people } });
    const done = chosen.filter(({ requestId, members: listed }) =>
      requestId === null ? listed.some((id) => members.has(id)) : applied.has(requestId),
    ).length;
    return { applied: done, left: appliable.size - done };
  },
} satisfies Partial<Services>;
