import { localDay, localHour } from '#shared/domain/calendar/business-date.ts';
import type { Health } from '#shared/contract/system.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';
import { CHAIN_START, walkChain } from './store/event-chain.ts';
import { chainHead } from './store/rows/event-row.ts';
import type { ChainPlace, ReadableStore } from './store/store.ts';

type Walk = { readonly events: number; readonly firstBroken: number | null };

/** What the desk compares by itself while it works: the pages of its database, and the chain of its journal. */
export type SelfCheck = {
  /** How far it has come, as `system.health` tells it. */
  state(): Health['checks'];
  /** Walks the whole chain from its first event; a long one in slices, answered by a promise. */
  verify(): Walk | Promise<Walk>;
  stop(): void;
};

/** One slice of work and the rest after it, in milliseconds: a call that comes meanwhile waits for no more than the slice. */
const SLICE_MS = 4;
const REST_MS = 20;
const EVENTS_AT_ONCE = 200;
/** A chain of so many events is walked within the call that asks. */
const AT_ONCE = 2_000;
/** How often it is looked whether the night has come, and its hour in the office. */
const LOOK_MS = 10 * 60_000;
const NIGHT_HOUR = 2;

type Checking = {
  readonly store: ReadableStore;
  readonly clock: Clock;
  /** Told once of what is found damaged. */
  readonly tell: (what: string) => void;
};

/**
 * Compares after each start and every night: the pages from the first one, the chain from where it was last found whole, at
 * night from its first event. A store in memory has nothing to compare by itself.
 */
export function selfCheck({ store, clock, tell }: Checking): SelfCheck {
  const { checks } = store;
  let place: ChainPlace = checks?.verified ?? CHAIN_START;
  let firstBroken: number | null = null;
  let isWalked = checks === null;
  let timer: NodeJS.Timeout | undefined;
  let nightOf = localDay(clock.now());
  let waiting: { done(walk: Walk): void; failed(error: unknown): void }[] = [];
  let isStopped = false;
  let wrongTold = checks?.pages.wrong.count ?? 0;

  function walkOn(): boolean {
    const found = walkChain(store, place, EVENTS_AT_ONCE);
    const isEnd = found.place.number - place.number < EVENTS_AT_ONCE;
    place = found.place;
    if (found.firstBroken !== null) {
      if (firstBroken === null) tell(`the journal does not fit at event ${found.firstBroken}`);
      firstBroken = found.firstBroken;
    }
    return !isEnd && found.firstBroken === null;
  }

  function walked(): void {
    isWalked = true;
    if (firstBroken === null) checks?.remember({ verified: place });
    const walk = { events: firstBroken ?? place.number, firstBroken };
    for (const { done } of waiting) done(walk);
    waiting = [];
  }

  /** The next piece of work; `false` when nothing is left to compare. */
  function step(): boolean {
    if (checks !== null && waiting.length === 0 && checks.pages.step()) return true;
    if (checks !== null && checks.pages.wrong.count > wrongTold) {
      const { count, first } = checks.pages.wrong;
      wrongTold = count;
      tell(`pages differ from their checksums: ${first.join(', ')}`);
      checks.remember({ wrong: first });
    }
    if (isWalked) return false;
    if (walkOn()) return true;
    walked();
    return checks !== null && checks.pages.checked < checks.pages.total;
  }

  function slice(): void {
    timer = undefined;
    const until = performance.now() + SLICE_MS;
    try {
      while (step()) {
        if (performance.now() < until) continue;
        later();
        return;
      }
    } catch (error) {
      // A disk that cannot be read: what asks next tells it in its own words.
      tell(`the check ended: ${String(error)}`);
      for (const { failed } of waiting) failed(error);
      waiting = [];
    }
  }

  function later(): void {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(slice, REST_MS);
    timer.unref();
  }

  function fromTheStart(): void {
    place = CHAIN_START;
    firstBroken = null;
    isWalked = false;
  }

  const nightly = setInterval(() => {
    const today = localDay(clock.now());
    if (checks === null || today === nightOf || localHour(clock.now()) < NIGHT_HOUR) return;
    nightOf = today;
    checks.pages.restart();
    fromTheStart();
    later();
  }, LOOK_MS);
  nightly.unref();
  if (checks !== null) later();

  return {
    state() {
      if (checks === null) return null;
      const { state, checked, total, learned, wrong } = checks.pages;
      return {
        pages: { state, checked, total, learned, wrong: wrong.count },
        events: {
          state: firstBroken !== null ? 'wrong' : isWalked ? 'done' : 'checking',
          checked: place.number,
          firstBroken,
        },
      };
    },
    verify() {
      if (chainHead(store).number <= AT_ONCE) {
        const found = walkChain(store, CHAIN_START, AT_ONCE + 1);
        return { events: found.firstBroken ?? found.place.number, firstBroken: found.firstBroken };
      }
      if (waiting.length === 0) fromTheStart();
      later();
      return new Promise<Walk>((done, failed) => waiting.push({ done, failed }));
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(nightly);
      for (const { failed } of waiting) failed(new Refusal({ code: 'desk-closing' }));
      waiting = [];
    },
  };
}
