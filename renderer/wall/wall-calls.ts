import type { QueueWall } from '#shared/contract/ticket.ts';

export type WallCall = QueueWall['calls'][number];

/** What the wall shows of the calls, and what it has still to show. */
export type WallCalls = {
  readonly shown: WallCall | null;
  /** When the shown call took the big place, in milliseconds of the caller's clock. */
  readonly shownAt: number;
  /** Heard but not shown yet, oldest first. */
  readonly next: readonly WallCall[];
  /** Shown before, newest first, without the shown one: what takes the big place when its call is taken back. */
  readonly past: readonly WallCall[];
  /** Highest call heard; an id never comes twice. */
  readonly heard: number;
  /** The latest call that was read aloud, and until when: a call that was begun is never cut. */
  readonly spoken: { readonly call: WallCall; readonly until: number } | null;
};

/** How many milliseconds a call that takes the big place now is read aloud; 0 for one that is only shown. */
type Speaking = (call: WallCall) => number;

const silent: Speaking = () => 0;

export const PAST_CALLS = 5;
/** A call keeps the big place at least this long, so that a person can look up and read it. */
export const CALL_STAYS_MS = 6000;

export const noCalls: WallCalls = { shown: null, shownAt: 0, next: [], past: [], heard: -1, spoken: null };

/**
 * Takes in the desk's list of calls, newest first. New calls queue up behind the shown one, oldest first.
 * A call that the list no longer holds was taken back and disappears; one that is merely older than the list stays.
 */
export function hearCalls(
  state: WallCalls,
  calls: readonly WallCall[],
  now: number,
  speaking: Speaking = silent,
): WallCalls {
  if (state.heard < 0) {
    const [newest, ...before] = calls;
    return {
      shown: newest ?? null,
      shownAt: now,
      next: [],
      past: before.slice(0, PAST_CALLS),
      heard: newest?.callId ?? 0,
      spoken: null,
    };
  }
  const stands = standing(calls);
  const fresh = calls.filter((call) => call.callId > state.heard).toReversed();
  const next = [...state.next.filter(stands), ...fresh];
  const calledAgain = new Set(fresh.map((call) => call.number));
  const stillNext = next.filter(
    (call, index) => next.findLastIndex((one) => one.number === call.number) === index,
  );
  const past = state.past.filter((call) => stands(call) || calledAgain.has(call.number));
  const heard = Math.max(state.heard, ...fresh.map((call) => call.callId));
  const shownStands = state.shown === null || stands(state.shown) || calledAgain.has(state.shown.number);
  const kept: WallCalls = { ...state, next: stillNext, past, heard };
  if (shownStands) return fillPast(advance(kept, now, speaking), calls);
  const [following, ...rest] = stillNext;
  const [former, ...older] = past;
  const instead: WallCalls =
    following !== undefined && now >= silentFrom(state)
      ? show({ ...kept, next: rest }, following, now, speaking)
      : { ...kept, shown: former ?? null, shownAt: now - CALL_STAYS_MS, past: older };
  return fillPast(instead, calls);
}

function show(state: WallCalls, call: WallCall, now: number, speaking: Speaking): WallCalls {
  const lasts = speaking(call);
  const spoken = lasts > 0 ? { call, until: now + lasts } : state.spoken;
  return { ...state, shown: call, shownAt: now, spoken };
}

/** A call was read aloud to its end, sooner than was allowed for. */
export function wasSaid(state: WallCalls, call: WallCall, now: number): WallCalls {
  const { spoken } = state;
  if (spoken?.call !== call || spoken.until <= now) return state;
  return { ...state, spoken: { call, until: now } };
}

function silentFrom({ spoken }: WallCalls): number {
  return spoken?.until ?? -Infinity;
}

/** When the big place is free for the next call: the shown one was there long enough and nothing is being said. */
function freeFrom(state: WallCalls): number {
  const stays = state.shown === null ? -Infinity : state.shownAt + CALL_STAYS_MS;
  return Math.max(stays, silentFrom(state));
}

/** Shows the next call once the shown one has had its time and was said to its end. */
export function advance(state: WallCalls, now: number, speaking: Speaking = silent): WallCalls {
  const [following, ...rest] = state.next;
  if (following === undefined) return state;
  if (now < freeFrom(state)) return state;
  const before = state.shown === null || state.shown.number === following.number ? [] : [state.shown];
  const past = [...before, ...state.past]
    .filter((call) => call.number !== following.number)
    .slice(0, PAST_CALLS);
  return show({ ...state, next: rest, past }, following, now, speaking);
}

/** Milliseconds until `advance` has something to do; null when nothing is waiting to be shown. */
export function untilNext(state: WallCalls, now: number): number | null {
  if (state.next.length === 0) return null;
  return Math.max(0, freeFrom(state) - now);
}

function standing(calls: readonly WallCall[]): (call: WallCall) => boolean {
  const ids = new Set(calls.map((call) => call.callId));
  const oldest = calls.at(-1)?.callId ?? 0;
  return (call) => ids.has(call.callId) || (calls.length > 0 && call.callId < oldest);
}

/** Brings back older calls of the desk's list when one was taken back and left a gap. */
function fillPast(state: WallCalls, calls: readonly WallCall[]): WallCalls {
  if (state.past.length >= PAST_CALLS) return state;
  const known = new Set([state.shown, ...state.next, ...state.past].map((call) => call?.number));
  const oldest = Math.min(...[state.shown, ...state.past].map((call) => call?.callId ?? Infinity));
  const more = calls.filter((call) => call.callId < oldest && !known.has(call.number));
  return { ...state, past: [...state.past, ...more].slice(0, PAST_CALLS) };
}
