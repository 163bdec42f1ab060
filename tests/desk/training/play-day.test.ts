import { describe, expect, test } from 'vitest';
import { deskOver } from '#electron/desk/open-desk.ts';
import { playDay, type PlayerCall } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import { recountDay } from '#tests/support/recount.ts';
import { openTestDesk, testClock } from '#tests/support/test-desk.ts';

const businessDay = '2026-11-23';

/** A day of one seed played on a desk in memory, whose clock goes with the minutes of the plan. */
async function played(seed: number, options: { citizens?: number; untilMinute?: number } = {}) {
  const desk = openTestDesk({ counters: 3, day: businessDay });
  const visitors = sampleDay({ seed, citizens: options.citizens ?? 60, businessDay });
  const minutes: number[] = [];
  let before = 0;
  const day = await playDay({
    visitors,
    counterIds: desk.counters,
    call: ((method: Parameters<PlayerCall>[0], input: never) =>
      Promise.resolve(desk.reply(method, input))) as PlayerCall,
    ...(options.untilMinute === undefined ? {} : { untilMinute: options.untilMinute }),
    at(minute) {
      minutes.push(minute);
      desk.clock.pass((minute - before) * 60);
      before = minute;
    },
  });
  return { desk, visitors, day, minutes, counts: desk.call('report.day', { businessDay }) };
}

test.each([false, true])('a desk that was set up with training %s says so', (training) => {
  const desk = deskOver(openMemoryStore(), { clock: testClock(), version: 'test', training });
  const input = {
    name: 'Công an phường Thử',
    code: 'T-01',
    receivingLevel: 'Phòng PC06',
    counters: ['Quầy 1'],
  };
  void desk.dispatch('office.set-up', input, { role: 'leader' }, '019aa000-0000-7000-8000-000000000001');
  expect(desk.dispatch('office.show', {}, { role: 'leader' })).toMatchObject({
    ok: true,
    value: { training },
  });
});

describe.each([1, 2026])('a day of seed %i', (seed) => {
  test('is played to its end: everybody who comes back is served as planned', async () => {
    const { desk, visitors, day, counts } = await played(seed);
    // The rule of the office brings an absent ticket back twice.
    const gone = visitors.filter(({ absences }) => absences > 2);
    const stayed = visitors.filter(({ absences }) => absences <= 2);
    expect(day.issued).toBe(60);
    expect(day.served).toBe(stayed.length);
    expect(counts.tickets).toMatchObject({
      issued: 60,
      served: stayed.length,
      open: gone.length,
      priority: visitors.filter(({ priority }) => priority).length,
      notHere: visitors.filter(({ absences }) => absences > 0).length,
    });
    const planned = stayed.flatMap(({ requests }) => requests);
    for (const outcome of OUTCOMES)
      expect(counts.requests.byOutcome[outcome]).toBe(
        planned.filter((request) => request.outcome === outcome).length,
      );
    expect(counts.activated).toBe(planned.filter(({ activated }) => activated).length);
    const seen = counts.papers.reduce((sum, paper) => sum + paper.seen, 0);
    expect(seen).toBe(planned.flatMap(({ papers }) => papers).filter(({ state }) => state === 'seen').length);
    const { tickets, activated } = recountDay(desk.desk.eventsSince(0, 100_000), businessDay);
    expect({ tickets, activated }).toEqual({ tickets: counts.tickets, activated: counts.activated });
  });

  test('takes the time of a working day', async () => {
    const { counts, minutes } = await played(seed, { citizens: 200 });
    expect(minutes).toEqual(minutes.map((_, index) => index));
    expect(counts.serving.medianMs).toBeGreaterThanOrEqual(3 * 60_000);
    expect(counts.serving.medianMs).toBeLessThanOrEqual(8 * 60_000);
    expect(counts.waiting.count).toBeGreaterThanOrEqual(200);
    expect(minutes.length).toBeGreaterThan(400);
    expect(minutes.length).toBeLessThan(720);
  });
});

test('stops at the minute it is told and leaves the queue as it stands', async () => {
  const { visitors, day, counts } = await played(5, { citizens: 80, untilMinute: 60 });
  const arrived = visitors.filter(({ arrivesMinute }) => arrivesMinute <= 60).length;
  expect(day.issued).toBe(arrived);
  expect(counts.tickets.issued).toBe(arrived);
  expect(counts.tickets.open).toBeGreaterThan(0);
});

test('a refusal stops the replay and is named', async () => {
  const { counters, reply } = openTestDesk({ day: null });
  const replay = playDay({
    visitors: sampleDay({ seed: 1, citizens: 1, businessDay }),
    counterIds: counters,
    call: ((method: Parameters<PlayerCall>[0], input: never) =>
      Promise.resolve(reply(method, input))) as PlayerCall,
  });
  await expect(replay).rejects.toThrow('ticket.call-next: {"code":"day-not-open"}');
});
