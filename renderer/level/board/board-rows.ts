import type { LevelDay, MissingOffice, ReceivedOffice } from '#shared/contract/level-shapes.ts';
import { byName } from '../client/office-order.ts';
import { LEVEL_FIGURES, NO_FIGURES, type LevelFigures } from '#shared/domain/level/figures.ts';

export type BoardRow =
  | (ReceivedOffice & { readonly isLate: boolean })
  | (MissingOffice & { readonly isLate: false });

export const BOARD_FILTERS = ['all', 'on-time', 'late', 'corrected', 'unsigned', 'missing'] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

/** Everybody of the day, those who sent and those who did not, by name. */
export function boardRows({ received, missing, late }: LevelDay): BoardRow[] {
  const isLate = new Set(late);
  return [
    ...received.map((office) => ({ ...office, isLate: isLate.has(office.code) })),
    ...missing.map((office) => ({ ...office, isLate: false as const })),
  ].toSorted(byName);
}

export function isHere(row: BoardRow): row is ReceivedOffice & { readonly isLate: boolean } {
  return 'figures' in row;
}

/** A corrected file may be late as well: it stands under both. */
export function fitsFilter(row: BoardRow, filter: BoardFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'on-time':
      return isHere(row) && !row.isLate;
    case 'late':
      return row.isLate;
    case 'corrected':
      return isHere(row) && row.version > 1;
    case 'unsigned':
      return isHere(row) && !row.signed;
    case 'missing':
      return !isHere(row);
  }
}

/** Added up again from what is on screen. */
export function sumOf(rows: readonly BoardRow[]): LevelFigures {
  const sum = { ...NO_FIGURES };
  for (const row of rows)
    if (isHere(row)) for (const figure of LEVEL_FIGURES) sum[figure] += row.figures[figure];
  return sum;
}

export function sameFigures(a: LevelFigures, b: LevelFigures): boolean {
  return LEVEL_FIGURES.every((figure) => a[figure] === b[figure]);
}
