import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { someReport } from '#tests/support/random-report.ts';
import { sumsAgree } from '#shared/domain/report/agreement.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { byHours, type Medium, type Section } from '#shared/domain/report/report-table.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { SHIPPED_PACKS } from '#shared/rules/packs.ts';
import { IDENTITY_PAPERS } from '#shared/domain/procedure/vocabulary.ts';
import { vi } from '#shared/text/vi.ts';
import { DAY_TABLES, MONTH_TABLES, PART_TABLES } from '#shared/domain/report/report-tables.ts';
import { size } from '#tests/support/sizes.ts';

const numRuns = size('REPORT_RUNS', 80, 1000);
const people: readonly Medium[] = ['book', 'paper', 'screen'];

describe('every figure of a day', () => {
  test('stands on the pages of the book, on paper and on screen as it stands in the file', () => {
    fc.assert(
      fc.property(someReport, (report) => {
        const file = new Map(
          dayFigures(report).map(({ section, row, column, value }) => [
            JSON.stringify([section, row, column]),
            value,
          ]),
        );
        for (const table of Object.values<Section<typeof report>>(DAY_TABLES)) {
          const published = table(report, 'file').rows.flatMap(({ cells }) => cells);
          for (const medium of people) {
            const { rows, columns, total } = table(report, medium);
            const shown = [...rows.flatMap(({ cells }) => cells), ...total];
            for (const { address, value } of shown) {
              if (address === null) continue;
              const key = JSON.stringify([address.section, address.row, address.column]);
              // What people see beside the figures is made of them alone.
              if (file.has(key)) expect(file.get(key)).toBe(value);
              else expect(['checked', 'wanted', 'wrong']).toContain(address.column);
            }
            // Nothing is lost but rows and columns of nothing.
            const seen = new Set(shown.map(({ address }) => JSON.stringify(address)));
            const codes = new Set<string>(columns.map(({ code }) => code));
            for (const { address, value } of published) {
              if (address === null || value === 0 || value === null || rows.length === 0) continue;
              if (codes.has(address.column)) expect(seen).toContain(JSON.stringify(address));
            }
          }
        }
      }),
      { numRuns },
    );
  });

  test('adds up, in every way the documents say', () => {
    fc.assert(
      fc.property(someReport, (report) => sumsAgree(dayFigures(report))),
      { numRuns },
    );
  });

  test('is a part of one total: any that is one off is seen', () => {
    fc.assert(
      fc.property(someReport, fc.nat(), (report, place) => {
        const figures = dayFigures(report);
        const counts = figures.filter(
          ({ section, row, column, value }) =>
            section !== 'report' &&
            typeof value === 'number' &&
            !column.endsWith('-ms') &&
            !STAND_ALONE.some((one) => `${section}/${row}/${column}`.startsWith(one)),
        );
        const spoilt = counts[place % counts.length];
        const off = figures.map((one) => (one === spoilt ? { ...one, value: Number(one.value) + 1 } : one));
        expect(sumsAgree(off), JSON.stringify(spoilt)).toBe(false);
      }),
      { numRuns: 3 * numRuns },
    );
  });

  test('says by its name what it counts: totals under one name are one number', () => {
    fc.assert(
      fc.property(someReport, fc.constantFrom(...people), (report, medium) => {
        const named = new Map<string, number>();
        for (const table of [
          DAY_TABLES.requests,
          DAY_TABLES.accounts,
          DAY_TABLES.groups,
          DAY_TABLES.sites,
          DAY_TABLES.residences,
        ]) {
          const described = table(report, medium);
          if (described.rows.length === 0) continue;
          const cells = described.shape === 'list' ? (described.rows[0]?.cells ?? []) : described.total;
          described.columns.forEach(({ code }, index) => {
            const own = vi.report.columnIn[`${described.name}/${code}`];
            const name = own ?? vi.report.column[code];
            const value = Number(cells[index]?.value);
            expect(named.get(name) ?? value, `${described.name}: ${name}`).toBe(value);
            named.set(name, value);
          });
        }
      }),
      { numRuns },
    );
  });
});

/** Figures that are no part of a total and no total: each is counted by itself. */
const STAND_ALONE = [
  'tickets/all/priority',
  'tickets/all/not-here',
  'papers/',
  'cases/',
  'visits/',
  'identity-papers/',
  'times/serving/',
  'accounts/all/late',
  'inactive/',
  'pauses/',
];

test('papers that are integrated are none that say who somebody is', () => {
  const integrated = SHIPPED_PACKS.flatMap(({ paperRules }) =>
    Object.entries(paperRules)
      .filter(([rule]) => rule.startsWith('to-integrate'))
      .flatMap(([, { value }]) => value.map(({ paper }) => paper)),
  );
  const others = SHIPPED_PACKS.flatMap(({ papers }) => Object.keys(papers)).filter(
    (paper) => !integrated.includes(paper),
  );
  expect(new Set(IDENTITY_PAPERS)).toEqual(new Set(others));
  fc.assert(
    fc.property(someReport, fc.constantFrom(...people, 'file' as const), (report, medium) => {
      const rows = (table: 'papers' | 'identityPapers') =>
        DAY_TABLES[table](report, medium).rows.map(({ row }) => row);
      expect(rows('papers').filter((paper) => IDENTITY_PAPERS.includes(paper))).toEqual([]);
      expect([...rows('papers'), ...rows('identityPapers')].toSorted()).toEqual(
        report.papers.map(({ paper }) => paper).toSorted(),
      );
    }),
    { numRuns },
  );
});

test('hours stand across, in their order, and only those in which something was', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      const table = DAY_TABLES.waiting(report, 'screen');
      const { hours, rows } = byHours(table);
      expect(hours).toEqual([...new Set(report.waitingByHour.map(({ hour }) => hour))].sort((a, b) => a - b));
      expect(rows.flatMap(({ at }) => at.filter((row) => row !== null))).toHaveLength(table.rows.length);
    }),
    { numRuns },
  );
});

test('what people see beside the figures is made of them', () => {
  fc.assert(
    fc.property(someReport, fc.constantFrom(...people), (report, medium) => {
      const { columns, rows } = DAY_TABLES.papers(report, medium);
      for (const { row, cells } of rows) {
        const shown = Object.fromEntries(columns.map(({ code }, index) => [code, cells[index]?.value]));
        const paper = report.papers.find((one) => one.paper === row);
        if (paper === undefined) throw new Error(`no paper ${row}`);
        const { seen, missing, mismatch, notWanted, inVneid } = paper;
        expect(shown['seen']).toBe(seen);
        if (medium === 'book') expect(shown['checked']).toBe(seen + missing + mismatch + notWanted + inVneid);
        if (medium === 'paper')
          expect(shown).toMatchObject({ wanted: seen + missing + mismatch, wrong: missing + mismatch });
      }
    }),
    { numRuns },
  );
});

test('the days of a month show how the accounts add up', () => {
  const day = (activated: number) => ({
    day: '2026-11-20',
    version: 1,
    issued: 5,
    requests: 6,
    taken: 2,
    activated,
    referred: 1,
  });
  const month = { days: [day(3), day(0), day(4)] } as MonthReport;
  const { columns, rows, total } = MONTH_TABLES.days(month, 'paper');
  const at = columns.findIndex(({ code }) => code === 'cumulative');
  expect(rows.map(({ cells }) => cells[at]?.value)).toEqual([3, 3, 7]);
  expect(total.map(({ value }) => value)).toEqual([null, 15, 18, 6, 7, 3, null]);
});

test('people see the procedures in their order, and no column of nothing open', () => {
  const line = (procedure: 'lock' | 'level-1', open: number) => ({
    procedure,
    total: open,
    open,
    activated: 0,
    byOutcome: { taken: 0, 'papers-missing': 0, referred: 0, guided: 0, left: 0, cancelled: 0 },
  });
  const shown = (open: number, medium: Medium) =>
    PART_TABLES.requests({ byProcedure: [line('lock', open), line('level-1', 0)] } as never, medium);
  expect(shown(0, 'screen').rows.map(({ row }) => row)).toEqual(['level-1', 'lock']);
  expect(shown(0, 'file').rows.map(({ row }) => row)).toEqual(['lock', 'level-1']);
  const has = (open: number, medium: Medium) =>
    shown(open, medium).columns.some(({ code }) => code === 'open');
  expect([has(0, 'paper'), has(1, 'paper'), has(0, 'file')]).toEqual([false, true, true]);
});
