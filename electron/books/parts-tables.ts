import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { OUTCOMES, PAPERS } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import type { SheetTable, TableRow } from './sheet-table.ts';

/** More rows than this do not fit a page beside the others: the rest is one row, and each of them a figure on the hidden sheet. */
const MOST_ROWS = 24;

type Divided = { readonly total: number; readonly taken: number; readonly activated: number };
type Shared = Pick<MonthReport, 'referrals' | 'inactive' | 'bySite' | 'byResidence' | 'byGroup'>;

/** The tables that a day, a month and a year have in common; each adds up to its total. */
export function partsTables(parts: Shared, language: Language) {
  const { exportBook: words, account } = catalogue(language);
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, row) => all + row.count, 0);

  const divided = (
    heading: string,
    column: string,
    rows: readonly (readonly [name: string, row: Divided])[],
  ): SheetTable => {
    const shown: TableRow[] = rows
      .slice(0, MOST_ROWS)
      .map(([name, row]) => [name, row.total, row.taken, row.activated]);
    const rest = rows.slice(MOST_ROWS).map(([, row]) => row);
    if (rest.length > 0) shown.push([words.others, ...added(rest)]);
    return {
      heading,
      columns: [
        { title: column, span: 2, kind: 'typed' },
        { title: words.requestColumn, span: 1, kind: 'count' },
        { title: words.takenColumn, span: 1, kind: 'count' },
        { title: words.activatedColumn, span: 1, kind: 'count' },
      ],
      rows: shown,
      total: [words.total, ...added(rows.map(([, row]) => row))],
      ...(rows.length === 0 ? { note: words.none } : {}),
    };
  };

  const referralRows = parts.referrals.map(({ place, reason, count }): TableRow => {
    const why = reason === null ? account.noReason : account.referral[reason];
    return [place ?? account.noPlace, why, count];
  });
  const moreReferrals = parts.referrals.slice(MOST_ROWS);
  return {
    referrals: {
      heading: words.referrals,
      columns: [
        { title: words.placeColumn, span: 3, kind: 'typed' },
        { title: words.reasonColumn, span: 2, kind: 'label' },
        { title: words.countColumn, span: 1, kind: 'count' },
      ],
      rows: [
        ...referralRows.slice(0, MOST_ROWS),
        ...(moreReferrals.length === 0 ? [] : [[words.others, '', sum(moreReferrals)]]),
      ],
      total: [words.total, '', sum(parts.referrals)],
      ...(parts.referrals.length === 0 ? { note: words.none } : {}),
    } satisfies SheetTable,
    inactive: {
      heading: words.inactives,
      columns: [
        { title: words.reasonColumn, span: 4, kind: 'label' },
        { title: words.countColumn, span: 1, kind: 'count' },
      ],
      rows: parts.inactive.map(({ reason, count }) => [account.reason[reason], count]),
      total: [words.total, sum(parts.inactive)],
      ...(parts.inactive.length === 0 ? { note: words.none } : {}),
    } satisfies SheetTable,
    sites: divided(
      words.sites,
      words.siteColumn,
      parts.bySite.map((row) => [account.site[row.site], row]),
    ),
    groups: divided(
      words.groups,
      words.groupColumn,
      parts.byGroup.map((row) => [account.group[row.group], row]),
    ),
    residences: divided(
      words.residences,
      words.residenceColumn,
      parts.byResidence.map((row) => [row.residence ?? account.noResidence, row]),
    ),
  };
}

function added(rows: readonly Divided[]): [total: number, taken: number, activated: number] {
  return rows.reduce(
    ([total, taken, activated], row) => [total + row.total, taken + row.taken, activated + row.activated],
    [0, 0, 0],
  );
}

type ProcedureRows = MonthReport['byProcedure'];

/** Requests by procedure and outcome. */
export function procedureTable(rows: ProcedureRows, language: Language): SheetTable {
  const { exportBook: words, exportFile } = catalogue(language);
  const figures = (row: Omit<ProcedureRows[number], 'procedure'>): number[] => [
    row.total,
    ...OUTCOMES.map((outcome) => row.byOutcome[outcome]),
    row.open,
    row.activated,
  ];
  const titles = [
    words.requestColumn,
    ...OUTCOMES.map((outcome) => exportFile.outcome[outcome]),
    words.openColumn,
    words.activatedColumn,
  ];
  const all = rows.map(figures);
  return {
    heading: words.procedures,
    columns: [
      { title: words.procedureColumn, span: 3, kind: 'label' },
      ...titles.map((title) => ({ title, span: 1, kind: 'count' as const })),
    ],
    rows: rows.map((row) => [exportFile.procedure[row.procedure], ...figures(row)]),
    total: [words.total, ...titles.map((_, index) => all.reduce((sum, row) => sum + (row[index] ?? 0), 0))],
    ...(rows.length === 0 ? { note: words.none } : {}),
  };
}

/** Papers by what was found of them. */
export function paperTable(papers: MonthReport['papers'], language: Language): SheetTable {
  const { exportBook: words, exportFile } = catalogue(language);
  const keys = ['seen', 'inVneid', 'missing', 'mismatch', 'notWanted'] as const;
  const order = (code: string): number => [...PAPERS, code].indexOf(code);
  const sums = keys.map((key) => papers.reduce((sum, paper) => sum + paper[key], 0));
  const withTotal = (values: readonly number[]) => [values.reduce((sum, value) => sum + value, 0), ...values];
  return {
    heading: words.papers,
    columns: [
      { title: words.paperColumn, span: 6, kind: 'label' },
      ...[exportFile.paperTotal, ...keys.map((key) => exportFile.paperColumns[key])].map((title) => ({
        title,
        span: 1,
        kind: 'count' as const,
      })),
    ],
    rows: [...papers]
      .sort((a, b) => order(a.paper) - order(b.paper))
      .map((paper) => [exportFile.paper(paper.paper), ...withTotal(keys.map((key) => paper[key]))]),
    total: [words.total, ...withTotal(sums)],
    ...(papers.length === 0 ? { note: words.none } : {}),
  };
}
