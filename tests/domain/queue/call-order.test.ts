import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { callOrder, nextQueue, runAfter } from '#shared/domain/queue/call-order.ts';
import { size } from '#tests/support/sizes.ts';

const tickets = (marks: string) => [...marks].map((mark, place) => ({ place, priority: mark === 'P' }));
const order = (marks: string, priorityRun = 2, run = 0) =>
  callOrder(tickets(marks), run, { priorityRun }).map(({ place }) => place);

describe('the written rule', () => {
  test.each([
    { marks: 'ooo', called: [0, 1, 2] },
    { marks: 'ooPPPo', called: [2, 3, 0, 4, 1, 5] },
    { marks: 'PPPP', called: [0, 1, 2, 3] },
    { marks: 'oP', called: [1, 0] },
    { marks: '', called: [] },
  ])('after two priority calls one ordinary: $marks', ({ marks, called }) => {
    expect(order(marks)).toEqual(called);
  });

  test('a counter that has already called two priority tickets calls an ordinary one', () => {
    expect(order('oPP', 2, 2)).toEqual([0, 1, 2]);
  });
});

const coming = fc.array(fc.constantFrom('P', 'o', 'call'), { minLength: 1, maxLength: 120 });

test('nobody is starved: whatever arrives, an ordinary ticket with k ordinary before it is overtaken at most (k + 1) × run times', () => {
  fc.assert(
    fc.property(coming, fc.integer({ min: 1, max: 5 }), (steps, priorityRun) => {
      const priority: number[] = [];
      const ordinary: { place: number; before: number; overtaken: number }[] = [];
      let run = 0;
      steps.forEach((step, place) => {
        if (step === 'P') priority.push(place);
        else if (step === 'o') ordinary.push({ place, before: ordinary.length, overtaken: 0 });
        else {
          const queue = nextQueue({ priority: priority.length > 0, ordinary: ordinary.length > 0 }, run, {
            priorityRun,
          });
          if (queue === null) return;
          run = runAfter(run, queue);
          if (queue === 'ordinary') ordinary.shift();
          else {
            priority.shift();
            for (const ticket of ordinary) ticket.overtaken += 1;
          }
        }
        for (const ticket of ordinary)
          expect(ticket.overtaken).toBeLessThanOrEqual((ticket.before + 1) * priorityRun);
      });
    }),
    { numRuns: size('PROPERTY_RUNS', 500, 2000) },
  );
});
