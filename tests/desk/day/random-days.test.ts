import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { OPENED_SECTIONS, type OpenedSection } from '#shared/domain/report/counted.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { press, pressOn, randomDaySettings, type Press } from '#tests/support/random-day.ts';
import { recountDay, unordered, type Recount } from '#tests/support/recount.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

/** Random days in all; each desk lives through five of them, so that accounts of one day are activated on another. */
const days = size('DAY_RUNS', 120, 1000);
const daysOfDesk = 5;
const firstDay = '2026-11-20';

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const aDay = fc.record({
  presses: fc.array(press, { minLength: 8, maxLength: 30 }),
  /** What the leader corrects next morning: numbers choose among the requests of the day. */
  corrections: fc.array(
    fc.record({
      request: fc.nat(40),
      outcome: fc.constantFrom(...OUTCOMES, undefined),
      activated: fc.constantFrom(true, false, undefined),
      late: fc.boolean(),
      of: fc.nat(4),
    }),
    { maxLength: 3 },
  ),
});

function sameAsLog(report: DayReport, recount: Recount): void {
  const { tickets, requests, papers, activated, waiting, serving } = report;
  expect(tickets).toEqual(recount.tickets);
  expect(sorted(requests.byProcedure)).toEqual(sorted(recount.requests.byProcedure));
  expect({ ...requests, byProcedure: [] }).toEqual({ ...recount.requests, byProcedure: [] });
  expect(sorted(papers)).toEqual(sorted(recount.papers));
  expect(activated).toBe(recount.activated);
  expect({ waiting, serving }).toEqual({ waiting: recount.waiting, serving: recount.serving });
  expect(unordered(report.breakdowns)).toEqual(unordered(recount.breakdowns));
}

function addsUp({ tickets, requests, breakdowns, activated }: DayReport): void {
  expect(tickets.served + tickets.left + tickets.cancelled + tickets.open).toBe(tickets.issued);
  expect(sum(Object.values(requests.byOutcome)) + requests.open).toBe(requests.total);
  for (const row of requests.byProcedure)
    expect(sum(Object.values(row.byOutcome)) + row.open).toBe(row.total);
  expect(sum(requests.byProcedure.map(({ total }) => total))).toBe(requests.total);
  const { activated: accounts } = breakdowns;
  expect(sum(Object.values(accounts.bySource))).toBe(accounts.total);
  expect(accounts.ofToday + accounts.ofEarlier).toBe(accounts.total);
  expect(sum(accounts.byProcedure.map(({ count }) => count))).toBe(accounts.total);
  expect(activated).toBeLessThanOrEqual(accounts.bySource.desk);
  expect(sum(breakdowns.referrals.map(({ count }) => count))).toBe(requests.byOutcome.referred);
  expect(sum(breakdowns.byCounter.map(({ served }) => served))).toBe(tickets.served);
  for (const rows of [breakdowns.byGroup, breakdowns.bySite, breakdowns.byResidence]) {
    expect(sum(rows.map(({ total }) => total))).toBe(requests.total);
    expect(sum(rows.map(({ taken }) => taken))).toBe(breakdowns.taken);
    expect(sum(rows.map(({ activated: own }) => own))).toBe(accounts.total);
  }
}

const isOpened = (section: string): section is OpenedSection =>
  OPENED_SECTIONS.some((one) => one === section);

/** A figure opens to exactly as many requests as it says: another eighth of them on each day. */
function opens(desk: TestDesk, report: DayReport): void {
  const { businessDay, chainHead } = report;
  const eighth = Number.parseInt(chainHead.slice(-1), 16) % 8;
  for (const [place, { section, row, column, value }] of dayFigures(report).entries()) {
    if (!isOpened(section) || place % 8 !== eighth) continue;
    const opened = desk.call('report.tickets', { businessDay, figure: { section, row, column } });
    expect([section, row, column, opened.total]).toEqual([section, row, column, value]);
    expect(opened.rows).toHaveLength(Math.min(500, opened.total));
  }
}

/** The tally the lists are counted from, against the rows themselves. */
function tallied({ store }: TestDesk): void {
  const rows = (sql: string) => sorted(store.database.prepare<[], object>(sql).all());
  expect(rows('SELECT state, stands_on, count FROM follow_up_tally WHERE count <> 0')).toEqual(
    rows('SELECT state, stands_on, count(*) AS count FROM follow_up GROUP BY state, stands_on'),
  );
}

/** Whose account each request is for, as `person level`. */
function ownersOf({ store }: TestDesk): Map<string, string> {
  const rows = store.database
    .prepare<[], { id: string; owner: string }>(
      "SELECT request_id AS id, person_id || ' ' || level AS owner FROM follow_up WHERE person_id IS NOT NULL",
    )
    .all();
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}

/** At most one activation stands for a person and level, and who is settled is settled by one that stands. */
function countedOnce({ store }: TestDesk): void {
  const rows = (sql: string) => store.database.prepare<[], object>(sql).all();
  const standing =
    'SELECT f.request_id, f.person_id, f.level FROM follow_up f JOIN activation a ON a.request_id = f.request_id AND a.until_version IS NULL';
  expect(
    rows(
      `SELECT person_id, level FROM (${standing}) WHERE person_id IS NOT NULL GROUP BY person_id, level HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  expect(
    rows(
      `SELECT f.request_id FROM follow_up f LEFT JOIN (${standing}) s ON s.person_id = f.person_id AND s.level = f.level
       WHERE f.dropped = 0 AND f.person_id IS NOT NULL AND (s.request_id IS NULL) <> (f.activated_on IS NULL)`,
    ),
  ).toEqual([]);
}

function liveDay(desk: TestDesk, day: string, presses: readonly Press[]): DayReport {
  desk.call('day.open', { businessDay: day });
  for (const pressed of presses) pressOn(desk, pressed);
  const live = desk.call('report.day', { businessDay: day });
  const events = desk.desk.eventsSince(0, 100_000);
  sameAsLog(live, recountDay(events, day, Infinity, ownersOf(desk)));
  addsUp(live);
  opens(desk, live);
  countedOnce(desk);
  return desk.call('day.close', { businessDay: day, leftovers: 'left' });
}

test(`for ${days} random days every figure equals a naive recount of the event log and every breakdown adds up`, () => {
  fc.assert(
    fc.property(fc.array(aDay, { minLength: daysOfDesk, maxLength: daysOfDesk }), (lived) => {
      const desk = openTestDesk({ counters: 2, day: null, settings: randomDaySettings });
      const frozen: DayReport[] = [];
      for (const [index, { presses, corrections }] of lived.entries()) {
        frozen.push(liveDay(desk, addDays(firstDay, index), presses));
        for (const wish of corrections) {
          const old = frozen[wish.of % frozen.length];
          if (old !== undefined) correct(desk, old.businessDay, wish);
        }
        desk.clock.pass(24 * 3600 - presses.reduce((passed, { seconds }) => passed + seconds, 0));
      }
      const events = desk.desk.eventsSince(0, 100_000);
      for (const first of frozen) {
        const { businessDay } = first;
        expect(desk.call('report.day', { businessDay, version: 1 })).toEqual(first);
        for (const { version } of desk.call('report.versions', { businessDay })) {
          const report = desk.call('report.day', { businessDay, version });
          sameAsLog(report, recountDay(events, businessDay, version, ownersOf(desk)));
          addsUp(report);
        }
        opens(desk, desk.call('report.day', { businessDay }));
      }
      tallied(desk);
      countedOnce(desk);
      expect(desk.incidents).toEqual([]);
      desk.desk.close();
    }),
    { numRuns: Math.ceil(days / daysOfDesk) },
  );
}, 120_000);

type Wish = {
  request: number;
  outcome: (typeof OUTCOMES)[number] | undefined;
  activated: boolean | undefined;
  late: boolean;
};

/** Corrects a closed day, whether it makes sense or not; what is refused leaves no version behind. */
function correct(desk: TestDesk, businessDay: string, { request, outcome, activated, late }: Wish): void {
  const { rows } = desk.call('report.tickets', { businessDay, figure: { section: 'requests' } });
  const requestId = rows[request % Math.max(1, rows.length)]?.requestId;
  const before = desk.call('report.versions', { businessDay }).length;
  const reply = desk.reply('day.correct', {
    businessDay,
    reason: 'Nhập muộn',
    ...(requestId == null ? {} : { changes: [{ requestId, outcome, activated }] }),
    ...(late
      ? { late: [{ procedure: 'level-2', outcome: outcome ?? 'taken', activated, residence: 'Tổ 1' }] }
      : {}),
  });
  expect(desk.call('report.versions', { businessDay })).toHaveLength(reply.ok ? before + 1 : before);
}
