import { heightFor, type CellLook, type PageWriter, type SheetCell } from './sheet-page.ts';

/** Everything a sheet says before its first figure. */
export type SheetTitle = {
  readonly office: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  readonly words: {
    readonly officeCode: string;
    readonly receivingLevel: string;
    readonly training: string;
  };
  readonly title: string;
  /** The day, month or period in words. */
  readonly period: string;
  /** Version and time, or that the figures are provisional. */
  readonly standing: string;
  readonly provisional: boolean;
  readonly training: boolean;
};

/** How the columns of a sheet are divided: all of them, those of the left half, and those that hold a short label. */
export type SheetColumns = { readonly all: number; readonly left: number; readonly label: number };

export const LINE = 21;
export const HEAD_LINES = 34;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Writes the head of a sheet. What people typed stands in text cells: a code keeps its zeros, a name never runs. */
export function putTitle(page: PageWriter, columns: SheetColumns, head: SheetTitle): void {
  const { all, left, label } = columns;
  const across = (value: SheetCell['value'], look: CellLook) => ({ column: 0, columns: all, value, look });
  const right = { column: left, columns: all - left };
  const office = oneLine(head.office.name);
  const level = oneLine(head.office.receivingLevel);
  const typed: CellLook = { bold: true, align: 'center', wrap: true, format: 'text', top: true };
  page.row(
    heightFor(office, 40, 18),
    { column: 0, columns: left, value: office, look: typed },
    { ...right, value: head.words.receivingLevel, look: { align: 'center', top: true } },
  );
  page.row(
    heightFor(level, 40, 18),
    { column: 0, columns: label, value: head.words.officeCode, look: { align: 'right', top: true } },
    {
      column: label,
      columns: left - label,
      value: head.office.code,
      look: { format: 'text', bold: true, top: true },
    },
    { ...right, value: level, look: typed },
  );
  page.row(8);
  page.row(26, across(head.title, { bold: true, size: 18, align: 'center' }));
  page.row(
    heightFor(head.period, 80, LINE),
    across(head.period, { bold: true, size: 14, align: 'center', wrap: head.period.length > 80 }),
  );
  page.row(18, across(head.standing, { italic: true, align: 'center', bold: head.provisional }));
  if (head.training)
    page.row(LINE, across(head.words.training, { bold: true, align: 'center', frame: 'thin' }));
  page.row(8);
}
