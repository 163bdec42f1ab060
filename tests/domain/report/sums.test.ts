import { describe, expect, test } from 'vitest';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { sumOfDays } from '#shared/domain/report/month-sum.ts';
import { yearOf } from '#shared/domain/report/year-sum.ts';
import { fc } from '#tests/support/property.ts';
import { someReport } from '#tests/support/random-report.ts';
import { size } from '#tests/support/sizes.ts';

const settings = { numRuns: size('REPORT_RUNS', 100, 1000) };
const days = fc
  .array(someReport, { maxLength: 6 })
  .map((reports) =>
    reports.map((report, index) => ({ ...report, businessDay: `2026-11-${String(index + 10)}` })),
  );

type Parts = Pick<
  MonthReport,
  | 'byProcedure'
  | 'papers'
  | 'referrals'
  | 'inactive'
  | 'bySite'
  | 'byResidence'
  | 'byVisit'
  | 'byCase'
  | 'byGroup'
>;

/** Every figure of the parts by its place, those of nothing left out. */
function cells(all: readonly Parts[]): Record<string, number> {
  const sums = new Map<string, number>();
  const take = (node: unknown, path: readonly unknown[]): void => {
    if (typeof node === 'number') {
      const key = JSON.stringify(path);
      if (node !== 0) sums.set(key, (sums.get(key) ?? 0) + node);
    } else if (Array.isArray(node)) {
      for (const row of node as object[]) {
        take(row, [...path, Object.values(row).filter((part) => part === null || typeof part === 'string')]);
      }
    } else if (typeof node === 'object' && node !== null) {
      for (const [name, part] of Object.entries(node)) take(part, [...path, name]);
    }
  };
  for (const parts of all) take(parts, []);
  return Object.fromEntries([...sums].sort(([a], [b]) => a.localeCompare(b)));
}

const partsOfDay = ({ requests, papers, breakdowns }: DayReport): Parts => ({
  byProcedure: requests.byProcedure,
  papers,
  referrals: breakdowns.referrals,
  inactive: breakdowns.inactive,
  bySite: breakdowns.bySite,
  byResidence: breakdowns.byResidence,
  byVisit: breakdowns.byVisit,
  byCase: breakdowns.byCase,
  byGroup: breakdowns.byGroup,
});
const partsOf = ({
  byProcedure,
  papers,
  referrals,
  inactive,
  bySite,
  byResidence,
  byVisit,
  byCase,
  byGroup,
}: Parts): Parts => ({
  byProcedure,
  papers,
  referrals,
  inactive,
  bySite,
  byResidence,
  byVisit,
  byCase,
  byGroup,
});

const asMonth = (reports: readonly DayReport[], month: string, openDays: readonly string[]): MonthReport => ({
  ...sumOfDays(reports),
  month,
  office: { name: `Đơn vị tháng ${month}`, code: 'T1', receivingLevel: 'Tổng hợp' },
  openDays: [...openDays],
  before: null,
  campaigns: [],
});

describe('the sum of some days', () => {
  test('holds every figure of its days, added up, and no other', () => {
    fc.assert(
      fc.property(days, (reports) => {
        const sum = sumOfDays(reports);
        expect(cells([partsOf(sum)])).toEqual(cells(reports.map(partsOfDay)));
        expect(sum.days).toEqual(
          reports.map(({ businessDay, version, tickets, requests, breakdowns }) => ({
            day: businessDay,
            version,
            issued: tickets.issued,
            requests: requests.total,
            taken: breakdowns.taken,
            activated: breakdowns.activated.total,
            referred: requests.byOutcome.referred,
          })),
        );
        for (const [name, value] of Object.entries(sum.total)) {
          const each = sum.days.map((day) => day[name as keyof typeof sum.total]);
          expect(value).toBe(each.reduce((before, one) => before + one, 0));
        }
      }),
      settings,
    );
  });

  test('lists papers, places and hamlets by their names, what nobody named last, whichever day came first', () => {
    fc.assert(
      fc.property(days, (reports) => {
        const { papers, byResidence, referrals } = sumOfDays(reports);
        const sorted = <T>(list: readonly T[], key: (one: T) => string): void =>
          expect(list.map(key)).toEqual(list.map(key).sort());
        sorted(papers, ({ paper }) => paper);
        sorted(byResidence, ({ residence }) => residence ?? '\uffff');
        sorted(referrals, ({ place, reason }) => JSON.stringify([place, reason]));
        expect(sumOfDays(reports.toReversed())).toMatchObject({ papers, byResidence, referrals });
      }),
      settings,
    );
  });

  test('tells the notes of the days that have one', () => {
    fc.assert(
      fc.property(days, (reports) => {
        for (const which of ['difficulties', 'proposals'] as const) {
          const noted = reports.filter(({ breakdowns }) => breakdowns[which] !== '');
          expect(sumOfDays(reports)[which]).toEqual(
            noted.map(({ businessDay, breakdowns }) => ({ day: businessDay, text: breakdowns[which] })),
          );
        }
      }),
      settings,
    );
  });
});

test('a year holds every figure of its months, added up; a month without days is none', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const months = [asMonth(one, '2026-03', []), asMonth(other, '2026-11', ['2026-11-20'])];
      const office = { name: 'Không có tháng nào', code: 'T0', receivingLevel: '' };
      const year = yearOf(2026, office, months);
      const full = months.filter((month) => month.days.length > 0);
      expect(cells([partsOf(year)])).toEqual(cells(full.map(partsOf)));
      expect(year.months).toEqual(
        full.map(({ month, days: own, openDays, total }) => ({
          month,
          days: own.length,
          openDays: openDays.length,
          total,
        })),
      );
      expect(year.office).toEqual(full.at(-1)?.office ?? office);
      for (const [name, value] of Object.entries(year.total)) {
        const each = full.map(({ total }) => total[name as keyof typeof total]);
        expect(value).toBe(each.reduce((before, month) => before + month, 0));
      }
    }),
    settings,
  );
});
