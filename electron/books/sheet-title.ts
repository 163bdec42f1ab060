import type { Catalogue } from '#shared/text/vi.ts';
import { heightFor, type CellLook, type PageWriter, type SheetCell } from './sheet-page.ts';

/** Everything a sheet says before its first figure. */
export type SheetTitle = {
  readonly office: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  readonly title: string;
  /** The day, month or period in words. */
  readonly period: string;
  /** Version and time, or that the figures are provisional. */
  readonly standing: string;
  readonly provisional: boolean;
  readonly training: boolean;
};

/** Columns of a sheet, of one width; the first two hold a short label. */
export const GRID = 12;
const LEFT = GRID / 2;
const LABEL = 2;

type Words = Pick<Catalogue['exportBook'], 'officeCode' | 'receivingLevel' | 'training'>;

export const LINE = 21;
export const HEAD_LINES = 34;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Writes the head of a sheet. What people typed stands in text cells: a code keeps its zeros, a name never runs. */
export function putTitle(page: PageWriter, head: SheetTitle, words: Words): void {
  const across = (value: SheetCell['value'], look: CellLook) => ({ column: 0, columns: GRID, value, look });
  const right = { column: LEFT, columns: GRID - LEFT };
  const office = oneLine(head.office.name);
  const level = oneLine(head.office.receivingLevel);
  const typed: CellLook = { bold: true, align: 'center', wrap: true, format: 'text', top: true };
  page.row(
    heightFor(office, 40, 18),
    { column: 0, columns: LEFT, value: office, look: typed },
    { ...right, value: words.receivingLevel, look: { align: 'center', top: true } },
  );
  page.row(
    heightFor(level, 40, 18),
    { column: 0, columns: LABEL, value: words.officeCode, look: { align: 'right', top: true } },
    {
      column: LABEL,
      columns: LEFT - LABEL,
      value: head.office.code,
      look: { format: 'text', bold: true, top: true },
    },
    { ...right, value: level, look: typed },
  );
  page.row(8);
  page.row(
    heightFor(head.title, 46, 26),
    across(head.title, { bold: true, size: 18, align: 'center', wrap: head.title.length > 46 }),
  );
  page.row(
    heightFor(head.period, 80, LINE),
    across(head.period, { bold: true, size: 14, align: 'center', wrap: head.period.length > 80 }),
  );
  page.row(18, across(head.standing, { italic: true, align: 'center', bold: head.provisional }));
  if (head.training) page.row(LINE, across(words.training, { bold: true, align: 'center', frame: 'thin' }));
  page.row(8);
}
