import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import type { Press } from '#tests/support/random-day.ts';
import { press, pressOn } from '#tests/support/random-day.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

type ModelTicket = { history: { state: string; counter: string | null; at: number; byItself: boolean }[] };

const open = ['waiting', 'called', 'serving', 'on-hold', 'not-here'];
const ended = ['done', 'left', 'cancelled'];
const active = (state: string | undefined) => state === 'called' || state === 'serving';

/** From which states a move is legal and where it leads; written down again here, on purpose, from the officer's point of view. */
const rules: Record<string, { from: string[]; to: string | string[] }> = {
  'call-next': { from: ['waiting'], to: 'called' },
  finish: { from: ['called', 'serving'], to: ended },
  settle: { from: open, to: ended },
  call: { from: ['waiting', 'not-here', 'on-hold'], to: 'called' },
  start: { from: ['called'], to: 'serving' },
  'not-here': { from: ['called'], to: 'not-here' },
  return: { from: ['not-here', 'on-hold', 'called'], to: 'waiting' },
  hold: { from: ['called', 'serving'], to: 'on-hold' },
  resume: { from: ['on-hold'], to: 'serving' },
  transfer: { from: open, to: 'waiting' },
  leave: { from: open, to: 'left' },
  cancel: { from: open, to: 'cancelled' },
  reopen: { from: ended, to: 'serving' },
};

const last = (ticket: ModelTicket | undefined) => ticket?.history.at(-1);

/** What must be true after any press, told from the states before it. */
function check(
  pressed: Press,
  method: string,
  refused: string | null,
  before: Map<string, { state: string; counterId: string | null }>,
  after: Map<string, { state: string; counterId: string | null }>,
): void {
  const moved = [...after].filter(([id, { state }]) => before.get(id)?.state !== state);
  if (refused !== null) {
    expect(moved, `${method} was refused with ${refused} and still moved something`).toEqual([]);
    return;
  }
  const rule = rules[pressed.move];
  if (rule === undefined) return;
  const own = moved.filter(
    ([id]) =>
      !(
        before.get(id)?.state === 'not-here' &&
        after.get(id)?.state === 'waiting' &&
        pressed.move.startsWith('call')
      ),
  );
  expect(own.length).toBeLessThanOrEqual(1);
  for (const [id, { state }] of own) {
    expect(rule.from).toContain(before.get(id)?.state);
    expect([rule.to].flat()).toContain(state);
  }
}

test('random presses never leave the lifecycle: one person a counter, legal steps only, a refusal changes nothing, undo goes one step back', () => {
  fc.assert(
    fc.property(fc.array(press, { minLength: 30, maxLength: 100 }), (presses) => {
      const desk = openTestDesk({ counters: 3 });
      const model = new Map<string, ModelTicket>();
      const look = () => new Map(desk.call('ticket.list', {}).map((ticket) => [ticket.id, ticket]));
      let seconds = 0;
      for (const pressed of presses) {
        seconds += pressed.seconds;
        const before = look();
        const { method, refused } = pressOn(desk, pressed);
        const after = look();
        check(pressed, method, refused, before, after);
        for (const [id, ticket] of after) {
          const seen = model.get(id) ?? { history: [] };
          const now = last(seen);
          if (now?.state === ticket.state && now.counter === ticket.counterId) continue;
          const undone = method === 'ticket.undo' && refused === null && seen.history.length > 1;
          if (undone) {
            const step = last(seen);
            expect(seconds - (step?.at ?? 0)).toBeLessThanOrEqual(10);
            expect(step?.byItself).toBe(false);
            seen.history.pop();
            expect(ticket.state).toBe(last(seen)?.state);
          } else {
            const byItself =
              now?.state === 'not-here' &&
              ticket.state === 'waiting' &&
              pressed.move !== 'return' &&
              pressed.move !== 'transfer';
            seen.history.push({ state: ticket.state, counter: ticket.counterId, at: seconds, byItself });
          }
          model.set(id, seen);
        }
        const busy = [...after.values()]
          .filter(({ state }) => active(state))
          .map(({ counterId }) => counterId);
        expect(new Set(busy).size, 'two people at one counter').toBe(busy.length);
        expect(new Set([...after.values()].map(({ number }) => number)).size, 'one number twice').toBe(
          after.size,
        );
      }
      expect(desk.call('system.verify-events', {}).firstBroken).toBeNull();
      expect(desk.incidents).toEqual([]);
      desk.desk.close();
    }),
    { numRuns: size('MODEL_RUNS', 40, 1000) },
  );
});
