import type { DayReport } from '#shared/domain/report/day-report.ts';
import { FILED_PROCEDURES } from '#shared/domain/account/level.ts';
import type { OpenedSection } from '#shared/domain/report/counted.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import {
  byHours,
  type Address,
  type Cell,
  type HourTable,
  type Kind,
  type ReportTable,
  type TableRow,
} from '#shared/domain/report/report-table.ts';
import { counterWord } from '#shared/domain/office/counter-word.ts';
import type { Parts } from '#shared/domain/report/parts.ts';
import type { ColumnCode, TableName } from '#shared/domain/report/report-tables.ts';
import type { Language } from '../domain/language.ts';
import { formatDay, formatNumber, wholeMinutes } from './format.ts';
import { formatHundredths } from './hundredths.ts';
import type { Catalogue } from './vi.ts';

export type DescribedTable = ReportTable<TableName, ColumnCode>;

type WordedRow = {
  readonly key: string;
  /** One name, or two where the table has two columns of names. */
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
};

/** A table of a report in words: what screen, paper and books draw. */
export type WordedTable = {
  readonly title: string;
  readonly names: readonly string[];
  readonly columns: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly WordedRow[];
  /** The figures of the last row; none where nothing adds up. */
  readonly total: readonly Cell[];
  /** Where a figure opens the requests it counts; null where it does not. */
  readonly opens: OpenedSection | null;
};

/** A table of a report in words; one list of figures stands with its figures down. */
export function wordedTable(table: DescribedTable, text: Catalogue, language: Language): WordedTable {
  const { name, shape, columns, rows, opens } = table;
  const head = { title: text.report.title[name], names: namesOf(table, text), opens };
  if (shape === 'list') {
    return {
      ...head,
      columns: [{ code: 'count', title: text.report.count }],
      rows: columns.flatMap(({ code }, index) => {
        const cell = rows[0]?.cells[index];
        return cell === undefined ? [] : { key: code, names: [columnName(name, code, text)], cells: [cell] };
      }),
      total: [],
    };
  }
  return {
    ...head,
    columns: columns.map(({ code }) => ({ code, title: columnName(name, code, text) })),
    rows: rows.map((row) => ({
      key: `${row.row}/${row.cells[0]?.address?.column ?? ''}`,
      names: rowNames(name, row, text, language),
      cells: row.cells,
    })),
    total: table.total,
  };
}

/** A table with each of its figures on a line of its own, called by row and column; counts of it are left out. */
export function wordedList(table: DescribedTable, text: Catalogue, language: Language): WordedTable {
  const { title, rows } = wordedTable(table, text, language);
  return {
    title,
    names: [''],
    columns: [{ code: 'count', title: text.report.count }],
    rows: rows.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell.address === null || cell.kind === 'count'
          ? []
          : {
              key: `${cell.address.row}/${cell.address.column}`,
              names: [figureName(cell.address, text, language)],
              cells: [cell],
            },
      ),
    ),
    total: [],
    opens: null,
  };
}

/** A table of names and hours in words, hours across, of one of its columns; where it adds up, with its sums. */
export function wordedHours(
  table: DescribedTable,
  column: ColumnCode,
  text: Catalogue,
  language: Language,
): WordedTable {
  const place = table.columns.findIndex(({ code }) => code === column);
  const kind = table.columns[place]?.kind ?? 'count';
  const { hours, rows }: HourTable = byHours(table);
  const cellOf = (row: TableRow | null | undefined): Cell =>
    row?.cells[place] ?? { value: null, kind, address: null };
  const sum = (cells: readonly Cell[]): Cell => ({
    value: cells.reduce((all, { value }) => all + (typeof value === 'number' ? value : 0), 0),
    kind,
    address: null,
  });
  const lines = rows.map(({ row, label, at }): WordedRow => {
    const cells = at.map(cellOf);
    return {
      key: row,
      names: [rowName(table.name, label, text, language)],
      cells: kind === 'count' ? [...cells, sum(cells)] : cells,
    };
  });
  const columns = hours.map((hour) => ({ code: String(hour), title: text.report.hour(String(hour)) }));
  return {
    title: text.report.title[table.name],
    names: namesOf(table, text),
    columns: kind === 'count' ? [...columns, { code: 'total', title: text.report.total }] : columns,
    rows: lines,
    total:
      kind === 'count'
        ? [...columns, null].map((_, index) => sum(lines.flatMap(({ cells }) => cells[index] ?? [])))
        : [],
    opens: null,
  };
}

/** The rows beyond `most` as one row, each column added up. */
export function shortened(table: WordedTable, most: number, text: Catalogue): WordedTable {
  const rest = table.rows.slice(most);
  if (rest.length === 0) return table;
  const cells = table.columns.map((_, index): Cell => ({
    value: rest.reduce((sum, row) => sum + Number(row.cells[index]?.value ?? 0), 0),
    kind: 'count',
    address: null,
  }));
  const names = table.names.map((_, index) => (index === 0 ? text.report.others : ''));
  return { ...table, rows: [...table.rows.slice(0, most), { key: 'others', names, cells }] };
}

/** The names of a row in one cell: `Công an tỉnh: phải làm thẻ trước`. */
export function rowTitle({ names: [first = '', ...more] }: WordedRow): string {
  return [first, ...more.map((name) => name.toLocaleLowerCase('vi'))].join(': ');
}

/** Tables of one shape as one: the rows of the others below those of the first. */
export function joined(first: WordedTable, ...others: readonly WordedTable[]): WordedTable {
  return { ...first, rows: [first, ...others].flatMap(({ rows }) => rows) };
}

/** A table of hours with at most `most` of them: the quietest stand together in one column before the sum. */
export function shortenedHours(table: WordedTable, most: number, text: Catalogue): WordedTable {
  const hours = table.columns.length - 1;
  if (hours <= most) return table;
  const at = (cells: readonly Cell[], index: number): number => Number(cells[index]?.value ?? 0);
  const busiest = table.columns
    .slice(0, hours)
    .map((_, index) => index)
    .toSorted((a, b) => at(table.total, b) - at(table.total, a));
  const kept = busiest.slice(0, most - 1).toSorted((a, b) => a - b);
  const quiet = busiest.slice(most - 1);
  const narrowed = <T>(list: readonly T[], others: T): T[] =>
    [...kept.map((index) => list[index]), others, list.at(-1)].filter((one) => one !== undefined);
  const figures = (cells: readonly Cell[]): Cell[] =>
    narrowed(cells, {
      value: quiet.reduce((sum, index) => sum + at(cells, index), 0),
      kind: 'count',
      address: null,
    });
  return {
    ...table,
    columns: narrowed(table.columns, { code: 'others', title: text.report.others }),
    rows: table.rows.map((row) => ({ ...row, cells: figures(row.cells) })),
    total: figures(table.total),
  };
}

/** A figure as a person reads it; whole minutes for a time, half a minute up. */
export function cellText({ value, kind }: Cell, language: Language): string {
  const shown = shownValue(value, kind);
  if (shown === null) return '–';
  if (typeof shown === 'string') return shown;
  if (kind === 'percent') return formatHundredths(shown, language);
  return kind === 'version' ? String(shown) : formatNumber(shown, language);
}

/** A value in the unit in which people read it: whole minutes of a time. */
export function shownValue(value: Cell['value'], kind: Kind): Cell['value'] {
  return kind === 'time' && typeof value === 'number' ? wholeMinutes(value) : value;
}

/** What a figure is called: its row and column, with the table where these do not say enough. */
export function figureName({ section, row, column }: Address, text: Catalogue, language: Language): string {
  const known: Readonly<Record<string, string>> = text.report.title;
  const single = row === 'all' || row in known;
  const name = (row in known ? row : section) as TableName;
  const [first = '', hour] = /^(.*)\/(\d\d)$/.exec(row)?.slice(1) ?? [row];
  const rowWords = single ? '' : rowName(name, first, text, language);
  const names = [
    SELF_SPEAKING.has(name) && !(single && name !== 'accounts') ? '' : (known[name] ?? section),
    hour === undefined ? rowWords : `${rowWords} ${text.report.hour(String(Number(hour)))}`,
    name === 'referrals'
      ? referralReason(column, text)
      : column === 'count'
        ? ''
        : columnName(name, column as ColumnCode, text),
  ];
  return [...new Set(names.filter((one) => one !== ''))].join(', ');
}

/** Tables whose rows say enough by themselves. */
const SELF_SPEAKING: ReadonlySet<string> = new Set([
  'requests',
  'papers',
  'identity-papers',
  'times',
  'accounts',
  'groups',
  'sites',
  'residences',
  'visits',
]);

function namesOf({ name, rows }: DescribedTable, { report, common }: Catalogue): readonly string[] {
  if (name === 'counters' || name === 'pauses')
    return [common.counterWord[counterWord(rows.map(({ label }) => label))]];
  return name === 'referrals' ? [report.names[name], common.reason] : [report.names[name]];
}

function columnName(name: TableName, code: ColumnCode, { report }: Catalogue): string {
  return report.columnIn[`${name}/${code}`] ?? report.column[code];
}

function rowNames(name: TableName, row: TableRow, text: Catalogue, language: Language): string[] {
  const own = rowName(name, row.label, text, language);
  return name === 'referrals' ? [own, referralReason(row.cells[0]?.address?.column ?? '', text)] : [own];
}

function referralReason(code: string, { account }: Catalogue): string {
  return word(account.referral, code) ?? account.noReason;
}

/** What a row is called; a name that people typed stands as it is. */
function rowName(name: TableName, row: string, text: Catalogue, language: Language): string {
  const { common, account, report, slip } = text;
  switch (name) {
    case 'requests':
    case 'waiting-by-hour':
    case 'activated-by-procedure':
      return common.procedureShort[row as Procedure];
    case 'papers':
    case 'identity-papers':
      return word(common.paper, row) ?? slip.paper(row);
    case 'times':
      return report.row[row] ?? row;
    case 'inactive':
      return word(account.reason, row) ?? row;
    case 'groups':
      return word(account.group, row) ?? row;
    case 'sites':
      return word(account.site, row) ?? row;
    case 'targets':
    case 'pace':
    case 'unit':
      return targetName(row.replace(/^[0-9a-f-]{36}\//, ''), text);
    case 'referrals':
      return row === '' ? account.noPlace : row;
    case 'cases':
      return word(common.specialCase, row) ?? row;
    case 'residences':
      return row === '' ? account.noResidence : row;
    case 'counters':
      return row === '' ? report.noCounter : row;
    case 'days':
    case 'line':
      return formatDay(row, language);
    case 'months':
    case 'by-month':
    case 'before':
      return row.split('-').toReversed().join('/');
    default:
      return row === 'all' ? '' : row;
  }
}

/** Whose accounts of which level a target counts, by its key: `Mức 2, cán bộ, công chức`. */
export function targetName(key: string, { account }: Catalogue): string {
  const [level = '', group, ...residence] = key.split(':');
  const whose = group === 'staff' ? account.group.staff.toLocaleLowerCase('vi') : residence.join(':');
  return [word(account.level, level) ?? level, whose].filter((one) => one !== '').join(', ');
}

function word(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** How the files taken add up: each procedure that leads to an account of a person. */
export function takenText(
  { byProcedure }: Pick<Parts, 'byProcedure'>,
  { common }: Catalogue,
  language: Language,
): string {
  const parts = FILED_PROCEDURES.map((procedure) => {
    const taken = byProcedure.find((row) => row.procedure === procedure)?.byOutcome.taken ?? 0;
    return `${common.procedureShort[procedure]}: ${formatNumber(taken, language)}`;
  });
  return `${parts.join('; ')}.`;
}

/** How the accounts activated add up: at the desk and elsewhere. */
export function activatedText(
  { breakdowns: { activated } }: Pick<DayReport, 'breakdowns'>,
  { report }: Catalogue,
  language: Language,
): string {
  const { desk } = activated.bySource;
  return report.activatedParts(formatNumber(desk, language), formatNumber(activated.total - desk, language));
}
