import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { daySheet, dayPartsSheet } from '#electron/books/day-sheets.ts';
import type { SheetPage } from '#electron/books/sheet-page.ts';
import { ReportTable } from '#renderer/figures/report-table.tsx';
import { DayReportSheet } from '#renderer/paper/report/report-day.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import type { Medium } from '#shared/domain/report/report-table.ts';
import { dayParts } from '#shared/domain/report/parts.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { formatNumber } from '#shared/text/format.ts';
import {
  cellText,
  rowTitle,
  shownValue,
  takenText,
  wordedHours,
  wordedTable,
} from '#shared/text/report-words.ts';
import { vi } from '#shared/text/vi.ts';
import { fc } from '#tests/support/property.ts';
import { someReport } from '#tests/support/random-report.ts';
import { size } from '#tests/support/sizes.ts';

const numRuns = size('REPORT_RUNS', 30, 1000);

const office = {
  name: 'Công an phường Bình Minh',
  settings: {
    report: { symbol: '', placeName: '', sendTo: '', recipients: [], signerTitle: '', signerName: '' },
    superior: '',
  },
} as unknown as Office;

/** The rows of the tables of a page, as text. */
function rowsOf(markup: string): string[][] {
  const plain = (html: string) =>
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&');
  return [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
  );
}

/** The rows of a sheet as values, tables beside each other in one row. */
function sheetRows({ cells }: SheetPage): (string | number | null)[][] {
  const rows = new Map<number, (string | number | null)[]>();
  for (const { row, value } of cells) rows.set(row, [...(rows.get(row) ?? []), value]);
  return [...rows.values()];
}

type Name = Exclude<keyof typeof DAY_TABLES, 'waiting' | 'counters' | 'notes'>;
const onMedium = {
  book: [
    'tickets',
    'requests',
    'papers',
    'times',
    'levels',
    'sources',
    'ages',
    'referrals',
    'inactive',
    'groups',
    'sites',
    'residences',
    'visits',
    'cases',
  ],
  paper: ['requests', 'papers', 'referrals', 'inactive', 'groups', 'sites', 'residences', 'visits', 'cases'],
} as const satisfies Partial<Record<Medium, readonly Name[]>>;

const worded = (report: DayReport, name: Name, medium: Medium) =>
  wordedTable(DAY_TABLES[name](report, medium), vi, 'vi');

test('paper, books and file say the same of any day, figure by figure', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      const paper = rowsOf(
        renderToStaticMarkup(
          <DayReportSheet
            material={{ kind: 'day', office, report, campaigns: [], signedOn: report.businessDay }}
            text={vi}
            language="vi"
          />,
        ),
      );
      for (const name of onMedium.paper) {
        for (const row of worded(report, name, 'paper').rows)
          expect(paper).toContainEqual([rowTitle(row), ...row.cells.map((cell) => cellText(cell, 'vi'))]);
      }
      const waits = wordedHours(DAY_TABLES.waiting(report, 'paper'), 'median-ms', vi, 'vi');
      for (const { names, cells } of waits.rows)
        expect(paper).toContainEqual([
          ...names,
          ...cells.map((cell) => (cell.value === null ? '' : cellText(cell, 'vi'))),
        ]);

      const options = { language: 'vi', training: false, at: '2026-11-20T10:00:00.000Z' } as const;
      const book = [daySheet(report, options), dayPartsSheet(report, options)].flatMap(sheetRows);
      for (const name of onMedium.book) {
        for (const { names, cells } of worded(report, name, 'book').rows) {
          const line = [...names, ...cells.map(({ value, kind }) => shownValue(value, kind) ?? '–')];
          const said = JSON.stringify(line).slice(1, -1);
          expect(
            book.some((row) => JSON.stringify(row).includes(said)),
            `${name}: ${said}`,
          ).toBe(true);
        }
      }
    }),
    { numRuns },
  );
});

test('the parts of the files taken add up to them; those of an organisation are none of them', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      const parts = takenText(dayParts(report), vi, 'vi').matchAll(/: (\d+)/g);
      expect([...parts].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(report.breakdowns.taken);
    }),
    { numRuns },
  );
});

test('a table on screen shows the figures of the file', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      const figures = dayFigures(report);
      for (const name of ['requests', 'accounts', 'levels', 'groups', 'sites', 'referrals'] as const) {
        const table = worded(report, name, 'screen');
        const shown = rowsOf(
          renderToStaticMarkup(<ReportTable table={table} businessDay={report.businessDay} />),
        );
        for (const row of table.rows) {
          const values = row.cells.map(
            ({ address }) =>
              figures.find(
                (one) =>
                  one.section === address?.section &&
                  one.row === address.row &&
                  one.column === address.column,
              )?.value ?? 0,
          );
          expect(shown).toContainEqual([
            rowTitle(row),
            ...values.map((value) => formatNumber(Number(value), 'vi')),
          ]);
        }
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

test('a day that is void, or not closed, says on its report that it must not be sent', () => {
  const [report] = fc.sample(someReport, 1);
  if (report === undefined) throw new Error('no report');
  const warnings = [vi.reportSheet.voided, vi.reportSheet.live];
  const said = (part: Partial<DayReport>): string[] => {
    const material = {
      kind: 'day',
      office,
      report: { ...report, ...part },
      campaigns: [],
      signedOn: '2026-11-20',
    } as const;
    const markup = renderToStaticMarkup(<DayReportSheet material={material} text={vi} language="vi" />);
    return warnings.filter((warning) => markup.includes(warning));
  };
  expect(said({ version: 1 })).toEqual([]);
  expect(said({ version: null })).toEqual([vi.reportSheet.live]);
  expect(said({ version: 1, voidedAt: '2026-11-20T03:00:00.000Z' })).toEqual([vi.reportSheet.voided]);
});
