import { newId } from '../new-id.ts';
import { EXTRACT_LINE_STATES, type ExtractLine, type ExtractReview } from '#shared/contract/follow-up.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { MOST_BYTES } from './extract/file-kind.ts';
import { matchLines } from './extract/match-extract.ts';
import type { ReadExtract } from './extract/read-extract.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { runInWorker, WorkerStopped } from '../worker/run-in-worker.ts';
import { openDay } from '../store/rows/day-row.ts';
import { recordActivation } from './follow-up-record.ts';
import { followedRow } from '../store/rows/follow-up-row.ts';
import { officeId } from '../store/rows/office-row.ts';

type Appliable = { readonly requestId: string; readonly activatedOn: string | null };
type Reviews = Map<string, Map<number, Appliable>>;

/** Reviews live in memory alone, with the people they name; only so many are kept. */
const mostReviews = 3;
const mostLinesShown = 1_000;
const readingTimeMs = 45_000;
/** Requests one event names: an event is told to every window. */
const requestsPerEvent = 500;

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
  'unknown',
  'already',
  'not-activated',
];

/** A file within the limit is no longer than this in base64. */
const mostText = Math.ceil(MOST_BYTES / 3) * 4;

/** Reading no more than this leaves little behind; the thread may stay for the next file. */
const smallText = 1_000_000;

async function readFile(input: { fileName: string; base64: string }): Promise<ReadExtract> {
  if (input.base64.length > mostText)
    throw new Refusal({ code: 'extract-refused', reason: 'too-large', detail: '' });
  try {
    return await runInWorker('read-extract', input, {
      timeoutMs: readingTimeMs,
      letGo: input.base64.length > smallText,
    });
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    // It took too long, or more memory than the thread has: either way a smaller file is what helps.
    throw new Refusal({ code: 'extract-refused', reason: 'too-slow', detail: '' });
  }
}

async function review(call: QueryCall, input: { fileName: string; base64: string }): Promise<ExtractReview> {
  const { store } = call;
  const office = officeId(store);
  const file = await readFile(input);
  const { format, columns, total } = file;
  const appliable = new Map<number, Appliable>();
  // Only what is shown is kept of a file that may name two hundred thousand people.
  const shown = new Map(EXTRACT_LINE_STATES.map((state) => [state, [] as ExtractLine[]]));
  const counts = Object.fromEntries(
    EXTRACT_LINE_STATES.map((state) => [state, 0]),
  ) as ExtractReview['counts'];
  await matchLines(store, office, file, localDay(call.at), (matched) => {
    const { line, state, requestId, activatedOn } = matched;
    counts[state] += 1;
    if (state === 'new' && requestId !== null) appliable.set(line, { requestId, activatedOn });
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
    const applied: string[] = [];
    for (const { requestId, activatedOn } of chosen) {
      const row = followedRow(store, requestId);
      // Somebody was quicker since the review: it is counted already.
      if (row.activated_on !== null) continue;
      const how = { activatedOn: activatedOn ?? day, source: 'extract', countedOn: day } as const;
      if (recordActivation(store, office, row, how)) applied.push(requestId);
    }
    for (let from = 0; from < applied.length; from += requestsPerEvent) {
      const requests = applied.slice(from, from + requestsPerEvent);
      call.append({ name: 'extract.applied', businessDay: day, data: { requests, source: 'extract' } });
    }
    return { applied: applied.length, left: appliable.size - applied.length };
  },
} satisfies Partial<Services>;
