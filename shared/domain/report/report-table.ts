import type { OpenedSection } from './counted.ts';

/** A count, milliseconds of the kind `time`, hundredths of a percent, text; null where there is nothing to measure. */
export type Value = number | string | null;

/** Where figures are read: the published list (`docs/so-lieu-csv.md`), the pages of a workbook, the printed report, the screen. */
export type Medium = 'file' | 'book' | 'paper' | 'screen';

/** `version` is the number of a version, which never adds up. */
export type Kind = 'count' | 'time' | 'percent' | 'text' | 'version';

/** The place of a figure, in the codes of the published list: files, differences and the list behind a figure name it alike. */
export type Address = { readonly section: string; readonly row: string; readonly column: string };

type Column<Line, Code extends string> = {
  readonly code: Code;
  /** Undefined where this line has no such figure. */
  of(line: Line): Value | undefined;
  /** `count` unless it says otherwise. */
  readonly kind?: Kind;
  /** Every medium unless it says otherwise. */
  readonly on?: readonly Medium[];
  /** People see the column only where it holds something. */
  readonly ifAny?: true;
  /** The rows do not add up in this column. */
  readonly sums?: false;
  /** The published column where each line has its own. */
  codeOf?(line: Line): string;
};

/** `rows` of several columns, one `list` of figures that stand in one row of the file, or a row for each name and hour. */
type Shape = 'rows' | 'list' | 'hours';

type Description<Source, Line, Name extends string, Code extends string> = {
  /** The key of its words. */
  readonly name: Name;
  readonly shape?: Shape;
  /** The published section, where that is not the name. */
  readonly section?: string;
  lines(source: Source): readonly Line[];
  /** The published row. */
  row(line: Line): string;
  /** The local hour that follows the row of the shape `hours`. */
  hour?(line: Line): number;
  /** What a person reads instead of the row. */
  label?(line: Line): string;
  readonly columns: readonly Column<NoInfer<Line>, Code>[];
  /** The whole as the report itself counts it, published as the row `all`. */
  whole?(source: Source): Line;
  /** Rows in this order for people, others after them; the file keeps the report's order. */
  readonly order?: readonly string[];
  /** People see no row of nothing. */
  readonly skipsNothing?: true;
  /** People see the table only where some row has a name. */
  readonly onlyNamed?: true;
  /** A figure opens the requests that it counts, in this section of the list behind it. */
  readonly opens?: OpenedSection;
};

export type Cell = { readonly value: Value; readonly kind: Kind; readonly address: Address | null };
export type TableRow = {
  readonly row: string;
  readonly label: string;
  readonly hour: number | null;
  readonly cells: readonly Cell[];
};
type TableColumn<Code extends string = string> = { readonly code: Code; readonly kind: Kind };

export type ReportTable<Name extends string = string, Code extends string = string> = {
  readonly name: Name;
  readonly shape: Shape;
  readonly columns: readonly TableColumn<Code>[];
  readonly rows: readonly TableRow[];
  /** The whole where the report counts it, else the sum of the rows. */
  readonly total: readonly Cell[];
  readonly opens: OpenedSection | null;
};

export type Section<Source, Name extends string = string, Code extends string = string> = (
  source: Source,
  medium: Medium,
) => ReportTable<Name, Code>;

/** One section of a report, described once; it gives the table that a medium shows of a report. */
export function section<Source, Line, Name extends string, Code extends string>(
  described: Description<Source, Line, Name, Code>,
): Section<Source, Name, Code> {
  const { name, shape = 'rows', columns: all, whole } = described;
  const published = described.section ?? name;
  return (source, medium) => {
    const forPeople = medium !== 'file';
    const lines = described.lines(source);
    const total = whole?.(source);
    const holdsAny = ({ of }: Column<Line, Code>): boolean =>
      [...lines, ...(total === undefined ? [] : [total])].some((line) => !isNothing(of(line)));
    const columns = all.filter(
      (column) =>
        (column.on?.includes(medium) ?? true) &&
        (!forPeople || column.ifAny === undefined || holdsAny(column)),
    );
    const cellsOf = (line: Line, row: string): Cell[] =>
      columns.map(({ code, of, codeOf, kind = 'count' }) => {
        const value = of(line);
        const address = { section: published, row, column: codeOf?.(line) ?? code };
        return { value: value ?? null, kind, address: value === undefined ? null : address };
      });
    const rows = lines.map((line): TableRow => {
      const hour = described.hour?.(line) ?? null;
      const first = described.row(line);
      const row = hour === null ? first : `${first}/${String(hour).padStart(2, '0')}`;
      return { row: first, label: described.label?.(line) ?? first, hour, cells: cellsOf(line, row) };
    });
    return {
      name,
      shape,
      columns: columns.map(({ code, kind = 'count' }) => ({ code, kind })),
      rows: forPeople ? shown(rows, described) : rows,
      total: total === undefined ? sumOf(rows, columns) : cellsOf(total, 'all'),
      opens: described.opens ?? null,
    };
  };
}

function shown(
  rows: readonly TableRow[],
  {
    order,
    skipsNothing,
    onlyNamed,
  }: Pick<Description<never, never, string, string>, 'order' | 'skipsNothing' | 'onlyNamed'>,
): readonly TableRow[] {
  if (onlyNamed && rows.every(({ row }) => row === '')) return [];
  const some = skipsNothing ? rows.filter(({ cells }) => cells.some(({ value }) => !isNothing(value))) : rows;
  if (order === undefined) return some;
  const place = ({ row }: TableRow): number => [...order, row].indexOf(row);
  return some.toSorted((a, b) => place(a) - place(b));
}

/** The counts of some rows added up; another column has no sum. */
function sumOf(
  rows: readonly TableRow[],
  columns: readonly Pick<Column<never, string>, 'kind' | 'sums'>[],
): Cell[] {
  return columns.map(({ kind = 'count', sums = true }, column) => {
    const values = rows.map(({ cells }) => cells[column]?.value);
    const sum = values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
    return { value: kind === 'count' && sums ? sum : null, kind, address: null };
  });
}

/** A figure that is not there and a figure of nothing say the same. */
export function isNothing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === 0 || value === '';
}

/** A table whose rows stand one for each name and its columns one for each hour; an hour in which nothing was is left out. */
export type HourTable = {
  readonly hours: readonly number[];
  readonly rows: readonly {
    readonly row: string;
    readonly label: string;
    /** The row of the table at each hour; null where it has none. */
    readonly at: readonly (TableRow | null)[];
  }[];
};

/** Turns a table of the shape `hours`: names down, hours across. */
export function byHours({ rows }: ReportTable): HourTable {
  const hours = [...new Set(rows.flatMap(({ hour }) => hour ?? []))].toSorted((a, b) => a - b);
  const names = new Map(rows.map(({ row, label }) => [row, label]));
  return {
    hours,
    rows: [...names].map(([row, label]) => ({
      row,
      label,
      at: hours.map((hour) => rows.find((one) => one.row === row && one.hour === hour) ?? null),
    })),
  };
}
