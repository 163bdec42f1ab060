import { foldName } from '#shared/domain/identity/fold-name.ts';

export const COLUMN_MEANINGS = ['idNumber', 'fullName', 'activatedOn', 'state'] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** Headings by what they mean, folded; the first meaning that fits a heading is its own. */
const headings: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['activatedOn', /(ngay|thoi gian|thoi diem).*kich hoat|activat\w* (on|date)|date.*activat/],
  ['state', /trang thai|tinh trang|kich hoat|^(status|state)$|activated/],
  [
    'idNumber',
    /dinh danh ca nhan|^so dinh danh|so dinh danh$|\bs?ddcn\b|\bcccd\b|so can cuoc|^can cuoc( cong dan)?$|(id|identity|personal) number/,
  ],
  ['fullName', /^ho.*ten\b|^ten (cong dan|chu the)|^(full )?name$/],
];

function meaningOf(heading: string): ColumnMeaning | undefined {
  const folded = foldName(heading)
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
  return headings.find(([, pattern]) => pattern.test(folded))?.[0];
}

export type FoundColumns = {
  /** Row of the heading, 0 for the first. */
  readonly row: number;
  readonly places: Readonly<Partial<Record<ColumnMeaning, number>>>;
  readonly names: Readonly<Partial<Record<ColumnMeaning, string>>>;
  /** A heading that means the same as another. */
  readonly doubled: string | undefined;
};

/** Titles stand above the heading in official tables, so the first rows are looked through for one that names the numbers. */
const headingWithin = 20;

/** The columns of an extract by their headings; undefined where no heading names identity numbers. */
export function findColumns(rows: readonly (readonly unknown[])[]): FoundColumns | undefined {
  for (const [row, cells] of rows.slice(0, headingWithin).entries()) {
    const places: Partial<Record<ColumnMeaning, number>> = {};
    const names: Partial<Record<ColumnMeaning, string>> = {};
    let doubled: string | undefined;
    cells.forEach((cell, column) => {
      if (typeof cell !== 'string') return;
      const meaning = meaningOf(cell);
      if (meaning === undefined) return;
      if (places[meaning] === undefined) {
        places[meaning] = column;
        names[meaning] = cell.trim().slice(0, 80);
      } else doubled ??= cell.trim().slice(0, 80);
    });
    // A title may speak of identity numbers; a heading has a second column that means something.
    if (places.idNumber !== undefined && Object.keys(places).length > 1)
      return { row, places, names, doubled };
  }
  return undefined;
}
