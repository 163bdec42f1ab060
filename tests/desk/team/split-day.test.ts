import { expect, test } from 'vitest';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import { fc } from '#tests/support/property.ts';
import { unordered } from '#tests/support/recount.ts';
import { size } from '#tests/support/sizes.ts';
import { doSlowly, newTeam } from '#tests/support/team-desks.ts';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

const firstDay = '2026-11-20';
const daysLived = 2;
const people = ['Trần Thị Mẫu', 'Lê Văn Ví Dụ', 'Phạm Minh Thử'];
const settings = {
  residences: ['Tổ 1', 'Tổ 2'],
  directory: [
    {
      officeId: 'noi-1',
      name: 'Công an phường Bình Thử',
      kind: 'commune-police' as const,
      procedures: [],
      open: true,
    },
  ],
};

/** Four times in five one of the first: what several desks can know of one account must happen often. */
const mostly = <const T>(first: readonly T[], others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...first) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

/** Somebody who comes to one of the three desks; `who` past the known people is nobody's name. */
const visit = fc.record({
  desk: fc.nat(2),
  day: fc.nat(daysLived - 1),
  who: fc.constantFrom(0, 0, 0, 1, 2, 9),
  procedure: mostly(['level-2', 'activate', 'level-1'], PROCEDURES),
  outcome: mostly(['taken'], OUTCOMES),
  activated: mostly([true], [false]),
  wait: fc.nat(900),
  end: mostly(['finish'], ['leave', 'cancel', 'not-here']),
  priority: fc.boolean(),
  staff: fc.boolean(),
  residence: fc.nat(2),
  paper: fc.constantFrom('seen', 'missing', null, null, null, null),
  /** In the evening, on the telephone. */
  later: fc.constantFrom('activate', 'reason', null, null),
});
type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never;

const life = fc.record({
  visits: fc.array(visit, { minLength: 5, maxLength: 14 }),
  /** Whether the office itself works on each day, and whether it closes the last before the packs come. */
  works: fc.array(fc.boolean(), { minLength: daysLived, maxLength: daysLived }),
  closes: fc.boolean(),
  /** Packs as they come home, each by its place among all: again, too. */
  order: fc.array(fc.nat(3), { maxLength: 4 }),
});

type Recorded = { readonly desk: TestDesk; readonly requestId: string };

function record(desk: TestDesk, counterId: string, seen: Visit): Recorded {
  const site = seen.desk === 0 ? 'desk' : 'mobile';
  const name = people[seen.who];
  const ticket = desk.call('ticket.issue', {
    priority: seen.priority,
    requests: [
      {
        procedure: seen.procedure,
        subject: 'citizen',
        site,
        staff: seen.staff,
        residence: settings.residences[seen.residence] ?? '',
        ...(name === undefined ? {} : { person: { fullName: name, idNumber: `00109000000${seen.who}` } }),
      },
    ],
  });
  const { id: ticketId } = ticket;
  const requestId = ticket.requests[0]?.id ?? '';
  desk.clock.pass(seen.wait);
  if (seen.end === 'leave') desk.call('ticket.leave', { ticketId });
  else if (seen.end === 'cancel') desk.call('ticket.cancel', { ticketId, reason: 'cấp nhầm' });
  else {
    desk.call('ticket.call', { ticketId, counterId });
    if (seen.end === 'not-here') {
      desk.call('ticket.not-here', { ticketId });
      desk.call('ticket.leave', { ticketId });
    } else {
      desk.call('ticket.start', { ticketId, counterId });
      if (seen.paper !== null)
        desk.reply('request.set-paper', { requestId, paper: 'driving-licence', state: seen.paper });
      desk.clock.pass(60 + seen.wait);
      const outcome = seen.outcome === 'taken' && seen.paper !== null ? 'guided' : seen.outcome;
      desk.reply('ticket.finish', {
        ticketId,
        outcomes: [
          {
            requestId,
            outcome,
            activated: seen.activated,
            referredTo: 'Công an phường Bình Thử',
            referralReason: 'other',
          },
        ],
      });
      // A refused outcome leaves them at the counter.
      if (isOpen(desk.call('ticket.list', {}).find(({ id }) => id === ticketId)?.state ?? 'done'))
        desk.call('ticket.leave', { ticketId });
    }
  }
  return { desk, requestId };
}

/** What somebody hears of an account in the evening. Whose account several desks know of has no reason noted. */
function hear({ desk, requestId }: Recorded, seen: Visit, day: string): void {
  if (seen.later === 'activate')
    desk.reply('follow-up.activate', { requestId, activatedOn: day, source: 'telephone' });
  if (seen.later === 'reason' && people[seen.who] === undefined)
    desk.reply('follow-up.set-reason', {
      requestId,
      reason: INACTIVE_REASONS[seen.wait % INACTIVE_REASONS.length] ?? null,
    });
}

/** Every figure of a day by its place, and what is not printed as one; counters by name. */
function figuresOf(desk: TestDesk, businessDay: string): unknown {
  const report: DayReport = desk.call('report.day', { businessDay });
  const names = new Map(desk.call('counter.list', {}).map(({ id, name }) => [id, name]));
  const text = JSON.stringify({
    // When and by whom it was frozen is no figure.
    figures: dayFigures(report).filter(({ section }) => section !== 'report'),
    report: {
      ...report,
      breakdowns: unordered(report.breakdowns),
      version: null,
      frozenAt: null,
      chainHead: '',
      by: null,
      reason: null,
      office: null,
    },
  });
  const named = [...names].reduce((all, [id, name]) => all.replaceAll(id, name), text);
  return sortedDeeply(JSON.parse(named));
}

function sortedDeeply(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sortedDeeply).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sortedDeeply(one)]));
}

const runs = size('TEAM_RUNS', 12, 300);

test(`for ${runs} random days split over the office and two teams, whatever order and however often their packs come home, every figure is that of one desk`, async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ visits, works, closes, order }) => {
      const clock = testClock();
      const home = openTestDesk({ counters: 1, day: null, settings, clock });
      const one = openTestDesk({ counters: 1, day: null, settings, clock });
      const { laptop: l } = await newTeam(home, 'L');
      const { laptop: m } = await newTeam(home, 'M');
      const desks = [home, l, m];
      const places = [
        one.counters[0] ?? '',
        one.call('counter.add', { name: 'Tổ lưu động L' }).id,
        one.call('counter.add', { name: 'Tổ lưu động M' }).id,
      ];
      const packs: { fileName: string; base64: string }[] = [];
      const dates = Array.from({ length: daysLived }, (_, at) => addDays(firstDay, at));
      for (const [at, day] of dates.entries()) {
        const isLast = at === daysLived - 1;
        const atHome = works[at] === true || (isLast && !closes);
        const today = visits.filter((seen) => seen.day === at && (atHome || seen.desk !== 0));
        for (const desk of [...(atHome ? desks : [l, m]), one]) desk.call('day.open', { businessDay: day });
        const heard: [Recorded, Visit][] = [];
        for (const seen of today) {
          const desk = desks[seen.desk] ?? home;
          const before = clock.now();
          const split = record(desk, desk.counters[0] ?? '', seen);
          clock.set(before);
          heard.push([split, seen], [record(one, places[seen.desk] ?? '', seen), seen]);
          clock.pass(5);
        }
        for (const [recorded, seen] of heard) hear(recorded, seen, day);
        for (const desk of [l, m, one]) desk.call('day.close', { businessDay: day });
        if (atHome && (!isLast || closes)) home.call('day.close', { businessDay: day });
        clock.pass(60);
        packs.push(await doSlowly(l, 'team.pack', {}), await doSlowly(m, 'team.pack', {}));
        // An office that opened nothing takes the days when they are over.
        clock.set(`${addDays(day, 1)}T00:30:00.000Z`);
      }
      const last = packs.length - 1;
      const coming = order.map((at) => Math.min(at, last));
      for (const at of [...coming, ...(order.length % 2 === 0 ? [last - 1, last] : [last, last - 1])]) {
        const pack = packs[at];
        if (pack !== undefined) await doSlowly(home, 'team.merge', pack);
      }
      for (const [at, day] of dates.entries()) {
        if (at === daysLived - 1 && !closes) home.call('day.close', { businessDay: day });
        if (!home.call('day.list', {}).some(({ businessDay }) => businessDay === day)) {
          expect(one.call('report.day', { businessDay: day }).tickets.issued).toBe(0);
          continue;
        }
        expect(figuresOf(home, day)).toEqual(figuresOf(one, day));
      }
      for (const desk of [...desks, one]) expect(desk.incidents).toEqual([]);
      for (const desk of [...desks, one]) desk.desk.close();
    }),
    { numRuns: runs },
  );
}, 120_000);
