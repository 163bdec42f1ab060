import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  advance,
  CALL_STAYS_MS,
  hearCalls,
  noCalls,
  PAST_CALLS,
  untilNext,
  type WallCall,
  type WallCalls,
} from '#renderer/wall/wall-calls.ts';
import { waitingCells } from '#renderer/wall/waiting-counts.tsx';

const call = (callId: number, number = `A${String(callId).padStart(3, '0')}`): WallCall => ({
  callId,
  number,
  counter: 'Quầy 1',
  calledAt: '2026-11-20T01:00:00.000Z',
});
const list = (...ids: number[]): WallCall[] => ids.map((id) => call(id));
const numbers = (calls: readonly WallCall[]): number[] => calls.map((one) => one.callId);

/** Hears the lists at their times, with nothing in between. */
function heard(...steps: [at: number, calls: readonly WallCall[]][]): WallCalls {
  return steps.reduce((state, [at, calls]) => hearCalls(state, calls, at), noCalls);
}

describe('the first look at the desk', () => {
  test('shows the newest call at once and the five before it', () => {
    const state = heard([0, list(9, 8, 7, 6, 5, 4)]);
    expect(state.shown?.callId).toBe(9);
    expect(numbers(state.past)).toEqual([8, 7, 6, 5, 4]);
    expect(untilNext(state, 0)).toBeNull();
  });

  test('with no call yet shows none, and the first one the moment it comes', () => {
    const empty = heard([0, []]);
    expect(empty.shown).toBeNull();
    expect(hearCalls(empty, list(3), 10).shown?.callId).toBe(3);
    const two = hearCalls(empty, list(4, 3), 10);
    expect([two.shown?.callId, numbers(two.next)]).toEqual([3, [4]]);
  });
});

describe('a call keeps the big place for its time', () => {
  test('two calls at once are shown one after the other, the earlier first', () => {
    let state = heard([0, list(1)], [CALL_STAYS_MS, list(3, 2, 1)]);
    expect(state.shown?.callId).toBe(2);
    expect(untilNext(state, CALL_STAYS_MS + 100)).toBe(CALL_STAYS_MS - 100);
    state = advance(state, 2 * CALL_STAYS_MS - 1);
    expect(state.shown?.callId).toBe(2);
    state = advance(state, 2 * CALL_STAYS_MS);
    expect(state.shown?.callId).toBe(3);
    expect(numbers(state.past)).toEqual([2, 1]);
  });

  test('a call that comes early waits; the shown one is not pushed away', () => {
    const state = heard([0, list(1)], [500, list(2, 1)]);
    expect(state.shown?.callId).toBe(1);
    expect(untilNext(state, 500)).toBe(CALL_STAYS_MS - 500);
  });

  test('a number called again gets the big place anew and stands in no list twice', () => {
    const again = call(5, 'A001');
    let state = heard([0, list(2, 1)], [CALL_STAYS_MS, [again, call(2)]]);
    expect(state.shown).toEqual(again);
    expect(state.past.map((one) => one.number)).toEqual(['A002']);
    state = hearCalls(state, [call(6, 'A001'), call(2)], 3 * CALL_STAYS_MS);
    expect(state.shown?.callId).toBe(6);
    expect(state.past.map((one) => one.number)).toEqual(['A002']);
  });
});

describe('a call that was taken back', () => {
  test('leaves the big place to the one before it', () => {
    const state = heard([0, list(2, 1)], [10_000, list(3, 2, 1)], [11_000, list(2, 1)]);
    expect(state.shown?.callId).toBe(2);
    expect(numbers(state.past)).toEqual([1]);
  });

  test('is never shown when it was still waiting for its turn', () => {
    const state = heard([0, list(1)], [100, list(2, 1)], [200, list(1)]);
    expect(state.shown?.callId).toBe(1);
    expect(untilNext(state, 200)).toBeNull();
  });

  test('gives its row of the list back to an older call', () => {
    const state = heard([0, list(9, 8, 7, 6, 5, 4)], [10_000, list(9, 7, 6, 5, 4, 3)]);
    expect(numbers(state.past)).toEqual([7, 6, 5, 4, 3]);
  });
});

describe('a call that is read aloud', () => {
  const tenSeconds = () => 10_000;

  test('keeps the big place until it was said to its end, and the next is said only then', () => {
    let state = hearCalls(noCalls, [], 0, tenSeconds);
    state = hearCalls(state, list(2, 1), 0, tenSeconds);
    expect(state.spoken).toEqual({ call: call(1), until: 10_000 });
    state = advance(state, 9_999, tenSeconds);
    expect([state.shown?.callId, untilNext(state, 9_999)]).toEqual([1, 1]);
    state = advance(state, 10_000, tenSeconds);
    expect([state.shown?.callId, state.spoken]).toEqual([2, { call: call(2), until: 20_000 }]);
  });

  test('what the first look finds is not said: it was called before', () => {
    expect(hearCalls(noCalls, list(2, 1), 0, tenSeconds).spoken).toBeNull();
  });

  test('taken back while it is said, it leaves the screen, is said to its end, and the next waits for that', () => {
    let state = hearCalls(noCalls, list(1), 0, tenSeconds);
    state = hearCalls(state, list(3, 2, 1), 10_000, tenSeconds);
    state = hearCalls(state, list(3, 1), 12_000, tenSeconds);
    expect([state.shown?.callId, state.spoken?.call.callId]).toEqual([1, 2]);
    expect(untilNext(state, 12_000)).toBe(8_000);
    state = advance(state, 20_000, tenSeconds);
    expect([state.shown?.callId, state.spoken?.call.callId]).toEqual([3, 3]);
  });

  test('taken back before it was begun, it is never said', () => {
    let state = hearCalls(noCalls, [], 0, tenSeconds);
    state = hearCalls(state, list(2, 1), 0, tenSeconds);
    state = hearCalls(state, list(1), 5_000, tenSeconds);
    expect([state.spoken?.call.callId, untilNext(state, 10_000)]).toEqual([1, null]);
  });

  test('called again it is said again, after what is being said', () => {
    let state = hearCalls(noCalls, [], 0, tenSeconds);
    state = hearCalls(state, list(1), 0, tenSeconds);
    state = hearCalls(state, [call(5, 'A001')], 3_000, tenSeconds);
    expect(state.spoken?.call.callId).toBe(1);
    state = advance(state, 10_000, tenSeconds);
    expect(state.spoken).toEqual({ call: call(5, 'A001'), until: 20_000 });
  });

  test('one that is too old to be said when its turn comes is only shown', () => {
    const agedOut = ({ callId }: WallCall) => (callId === 2 ? 0 : 10_000);
    let state = hearCalls(noCalls, [], 0, agedOut);
    state = hearCalls(state, list(3, 2, 1), 0, agedOut);
    state = advance(state, 10_000, agedOut);
    expect([state.shown?.callId, state.spoken?.call.callId]).toEqual([2, 1]);
    state = advance(state, 10_000 + CALL_STAYS_MS, agedOut);
    expect(state.spoken).toEqual({ call: call(3), until: 20_000 + CALL_STAYS_MS });
  });
});

test('whatever is called and whenever, every call is shown once, in order, each for its time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(9000)), { minLength: 1, maxLength: 30 }), (steps) => {
      let state = hearCalls(noCalls, [], 0);
      let now = 0;
      let last = 0;
      const shown: [id: number, at: number][] = [];
      const see = (): void => {
        if (state.shown !== null && state.shown.callId !== shown.at(-1)?.[0])
          shown.push([state.shown.callId, now]);
      };
      for (const [fresh, pause] of steps) {
        now += pause;
        state = advance(state, now);
        see();
        last += fresh;
        // The desk tells six calls; a burst of more than that between two looks cannot happen at an office's counters.
        state = hearCalls(
          state,
          list(...Array.from({ length: Math.min(6, last) }, (_, back) => last - back)),
          now,
        );
        see();
      }
      for (let wait = untilNext(state, now); wait !== null; wait = untilNext(state, now)) {
        now += wait;
        state = advance(state, now);
        see();
      }
      expect(shown.map(([id]) => id)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      shown
        .slice(1)
        .forEach(([, at], index) =>
          expect(at - (shown[index]?.[1] ?? 0)).toBeGreaterThanOrEqual(CALL_STAYS_MS),
        );
      expect(state.past.length).toBeLessThanOrEqual(PAST_CALLS);
    }),
  );
});

test('waiting counts stand in the order of the procedures, locks together, and zero is not shown', () => {
  expect(
    waitingCells([
      { procedure: 'unlock', count: 2 },
      { procedure: 'lock', count: 1 },
      { procedure: 'unlock-card', count: 1 },
      { procedure: 'level-2', count: 4 },
      { procedure: 'guidance', count: 0 },
    ]),
  ).toEqual([
    { procedure: 'level-2', count: 4 },
    { procedure: 'lock', count: 4 },
  ]);
});
