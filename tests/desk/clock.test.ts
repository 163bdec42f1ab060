import { expect, test } from 'vitest';
import { watchClock } from '#electron/desk/clock.ts';

const MINUTE = 60_000;

/** A wall clock and a monotonic one, both moved by hand. */
function clocks() {
  let [wall, passed] = [Date.parse('2026-11-20T00:30:00.000Z'), 0];
  const watch = watchClock({ now: () => new Date(wall).toISOString(), monotonic: () => passed });
  return {
    watch,
    pass(milliseconds: number) {
      wall += milliseconds;
      passed += milliseconds;
    },
    jump: (milliseconds: number) => (wall += milliseconds),
  };
}

test.each([
  [10 * MINUTE, null],
  [10 * MINUTE + 1, 10],
  [-10 * MINUTE, null],
  [-10 * MINUTE - 1, -10],
  [45 * MINUTE, 45],
  [-24 * 60 * MINUTE, -1440],
  [45 * MINUTE + 31_000, 46],
])('a wall clock that jumps by %i ms is told as %s minutes, once', (jumped, minutes) => {
  const { watch, pass, jump } = clocks();
  pass(3 * 60 * MINUTE);
  expect([watch.jumpMinutes, watch.look()]).toEqual([null, null]);
  jump(jumped);
  expect([watch.jumpMinutes, watch.look()]).toEqual([minutes, minutes]);
  pass(MINUTE);
  expect([watch.jumpMinutes, watch.look()]).toEqual([minutes, null]);
});

test('a clock that was set back right is a second jump, and the clocks agree again', () => {
  const { watch, jump } = clocks();
  jump(60 * MINUTE);
  expect(watch.look()).toBe(60);
  jump(-60 * MINUTE);
  expect([watch.jumpMinutes, watch.look()]).toEqual([null, -60]);
});

test('small steps add up: they are told when together they are more than ten minutes', () => {
  const { watch, jump } = clocks();
  jump(6 * MINUTE);
  expect(watch.look()).toBeNull();
  jump(6 * MINUTE);
  expect([watch.jumpMinutes, watch.look()]).toEqual([12, 12]);
});
