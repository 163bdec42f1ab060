import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { HEAT_ENDS, heatLevel, procedureLines, sumsAgree } from '#renderer/day-end/day-figures.ts';
import { waitGrid } from '#shared/domain/report/wait-grid.ts';
import { formerDay } from '#renderer/day-end/former-day.ts';
import type { DayCounts as Counted } from '#shared/domain/report/day-report.ts';
import { OUTCOMES, PROCEDURES, type Outcome, type Procedure } from '#shared/domain/procedure/vocabulary.ts';

type DayCounts = Omit<Counted, 'breakdowns'>;
type Line = DayCounts['requests']['byProcedure'][number];

const outcomes = (counts: readonly number[]): Record<Outcome, number> =>
  Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, counts[index] ?? 0])) as Record<
    Outcome,
    number
  >;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const line = (procedure: Procedure, counts: readonly number[], open: number, activated: number): Line => ({
  procedure,
  byOutcome: outcomes(counts),
  open,
  total: sum(counts) + open,
  activated,
});

/** A day whose totals are the sums of its lines, whatever the lines are. */
function dayOf(lines: readonly Line[], served = 3, left = 2): DayCounts {
  const none = { count: 0, medianMs: null, p90Ms: null };
  return {
    businessDay: '2026-11-20',
    tickets: { issued: served + left + 1, priority: 0, served, notHere: 0, left, cancelled: 0, open: 1 },
    requests: {
      total: sum(lines.map((one) => one.total)),
      open: sum(lines.map((one) => one.open)),
      byOutcome: outcomes(OUTCOMES.map((outcome) => sum(lines.map((one) => one.byOutcome[outcome])))),
      byProcedure: [...lines],
    },
    papers: [],
    activated: sum(lines.map((one) => one.activated)),
    waiting: none,
    serving: none,
    waitingByHour: [],
  };
}

const someDay = fc
  .uniqueArray(fc.constantFrom(...PROCEDURES), { maxLength: PROCEDURES.length })
  .chain((procedures) =>
    fc.tuple(
      ...procedures.map((procedure) =>
        fc
          .tuple(
            fc.array(fc.nat(60), { minLength: OUTCOMES.length, maxLength: OUTCOMES.length }),
            fc.nat(9),
            fc.nat(20),
          )
          .map(([counts, open, activated]) => line(procedure, counts, open, activated)),
      ),
    ),
  )
  .map((lines) => dayOf(lines));

describe('totals', () => {
  test('agree on every day that was counted from its lines', () => {
    fc.assert(fc.property(someDay, sumsAgree));
  });

  const day = dayOf([line('level-2', [4, 1, 0, 0, 1, 0], 2, 3), line('activate', [2, 0, 0, 1, 0, 0], 0, 2)]);
  const wrong: [string, (one: DayCounts) => DayCounts][] = [
    [
      'the total of requests',
      (one) => ({ ...one, requests: { ...one.requests, total: one.requests.total + 1 } }),
    ],
    ['the open ones', (one) => ({ ...one, requests: { ...one.requests, open: one.requests.open - 1 } })],
    [
      'a column',
      (one) => ({
        ...one,
        requests: { ...one.requests, byOutcome: { ...one.requests.byOutcome, guided: 9 } },
      }),
    ],
    [
      'a row',
      (one) => ({
        ...one,
        requests: {
          ...one.requests,
          byProcedure: one.requests.byProcedure.map((row) => ({
            ...row,
            total: row.total + (row.procedure === 'activate' ? 1 : -1),
          })),
        },
      }),
    ],
    ['the activated', (one) => ({ ...one, activated: one.activated + 1 })],
    ['the tickets', (one) => ({ ...one, tickets: { ...one.tickets, served: one.tickets.served + 1 } })],
  ];
  test.each(wrong)('are seen not to agree when %s is one off', (_, spoil) => {
    expect(sumsAgree(spoil(day))).toBe(false);
  });

  test('lines stand in the order of the procedures, however the desk sent them', () => {
    const lines = procedureLines(
      dayOf([line('guidance', [1], 0, 0), line('level-1', [1], 0, 0), line('lock', [1], 0, 0)]),
    );
    expect(lines.map((one) => one.procedure)).toEqual(['level-1', 'lock', 'guidance']);
  });
});

describe('waiting by hour', () => {
  test('becomes a table without empty rows and columns, in minutes', () => {
    const grid = waitGrid([
      { procedure: 'activate', hour: 9, count: 3, medianMs: 270_000 },
      { procedure: 'level-2', hour: 14, count: 1, medianMs: 29_999 },
      { procedure: 'level-2', hour: 9, count: 8, medianMs: 1_860_000 },
    ]);
    expect(grid.hours).toEqual([9, 14]);
    expect(grid.rows).toEqual([
      {
        procedure: 'level-2',
        cells: [
          { minutes: 31, count: 8 },
          { minutes: 0, count: 1 },
        ],
      },
      { procedure: 'activate', cells: [{ minutes: 5, count: 3 }, null] },
    ]);
  });

  test.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [14, 1],
    [21, 2],
    [30, 3],
    [31, 4],
    [600, 4],
  ])('%i minutes have tint %i', (minutes, level) => {
    expect(heatLevel(minutes)).toBe(level);
    expect(level).toBeLessThanOrEqual(HEAT_ENDS.length);
  });
});

describe('the day to compare with', () => {
  const day = (businessDay: string, closed = true) => ({
    businessDay,
    openedAt: `${businessDay}T00:00:00.000Z`,
    closedAt: closed ? `${businessDay}T10:00:00.000Z` : null,
    version: closed ? 1 : null,
  });
  test.each([
    ['the same weekday before it', ['2026-11-06', '2026-11-13', '2026-11-19', '2026-11-20'], '2026-11-13'],
    ['otherwise the last one before it', ['2026-11-18', '2026-11-19', '2026-11-20'], '2026-11-19'],
    ['none when it is the first', ['2026-11-20', '2026-11-23'], undefined],
  ])('is %s', (_, days, expected) => {
    expect(
      formerDay(
        days.map((one) => day(one)),
        '2026-11-20',
      ),
    ).toBe(expected);
  });
  test('is never a day that is still open', () => {
    expect(formerDay([day('2026-11-13', false), day('2026-11-20')], '2026-11-20')).toBeUndefined();
  });
});
