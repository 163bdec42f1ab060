import type { Cell } from '#shared/domain/report/report-table.ts';
import type { Parts } from '#shared/domain/report/parts.ts';
import { PART_TABLES } from '#shared/domain/report/report-tables.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import {
  shortened,
  shownValue,
  wordedTable,
  type DescribedTable,
  type WordedTable,
} from '#shared/text/report-words.ts';
import type { PageWriter } from './sheet-page.ts';
import { putTables, type SheetTable } from './sheet-table.ts';
import { GRID } from './sheet-title.ts';

/** More rows than this do not fit a page beside the others: the rest is one row, and each of them a figure on the hidden sheet. */
const MOST_ROWS = 24;
const HALF = { left: 6, right: 5 } as const;

/** A table of a report on the grid of a sheet, `width` columns of it: the names take what the figures leave. */
export function gridTable(table: WordedTable, width: number, language: Language): SheetTable {
  const { report } = catalogue(language);
  const { names, columns, rows, total } = table;
  const span = width === GRID && columns.length < 5 ? 2 : 1;
  const forNames = width - span * columns.length;
  const second = names.length > 1 ? Math.floor(forNames / 2) : 0;
  const values = (cells: readonly Cell[], empty: string) =>
    cells.map(({ value, kind }) => shownValue(value, kind) ?? empty);
  const adds = total.some(({ value }) => value !== null);
  return {
    heading: table.title,
    columns: [
      ...names.map((title, index) => ({
        title,
        span: index === 0 ? forNames - second : second,
        kind: 'typed' as const,
      })),
      ...columns.map(({ title }, index) => ({
        title,
        span,
        kind: rows[0]?.cells[index]?.kind === 'percent' ? ('percent' as const) : ('count' as const),
      })),
    ],
    rows: rows.map((row) => [...row.names, ...values(row.cells, report.noValue)]),
    ...(adds
      ? { total: [...names.map((_, index) => (index === 0 ? report.total : '')), ...values(total, '')] }
      : {}),
    ...(rows.length === 0 ? { note: report.none } : {}),
  };
}

/** Described tables of a report beside each other: one over the whole width, or two halves. */
export function putDescribed(
  page: PageWriter,
  language: Language,
  ...tables: readonly DescribedTable[]
): void {
  putWorded(page, language, ...tables.map((table) => wordedTable(table, catalogue(language), language)));
}

export function putWorded(page: PageWriter, language: Language, ...tables: readonly WordedTable[]): void {
  const widths = tables.length === 1 ? [GRID] : [HALF.left, HALF.right];
  putTables(page, ...tables.map((table, index) => gridTable(table, widths[index] ?? HALF.right, language)));
}

/** The tables that a day, a month and a year have in common; each adds up to its total. */
export function putParts(page: PageWriter, parts: Parts, language: Language): void {
  const text = catalogue(language);
  const of = (name: 'referrals' | 'inactive' | 'groups' | 'sites' | 'residences' | 'visits' | 'cases') =>
    shortened(wordedTable(PART_TABLES[name](parts, 'book'), text, language), MOST_ROWS, text);
  putWorded(page, language, of('referrals'), of('inactive'));
  putWorded(page, language, of('groups'), of('sites'));
  putWorded(page, language, of('residences'), of('cases'));
  if (parts.byVisit.length > 0) putWorded(page, language, of('visits'));
}
