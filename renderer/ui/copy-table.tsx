import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

/** Thousands as either language groups them; what is grouped in threes is never a fraction here. */
const GROUPED = /^-?\d{1,3}(?:[.,]\d{3})+$/;

/** A cell as a spreadsheet takes it: a count is a plain number in every language, and no text begins like a formula. */
function cellText(cell: HTMLTableCellElement): string {
  const text = cell.textContent.replaceAll(/\s+/g, ' ').trim();
  if (GROUPED.test(text)) return text.replaceAll(/[.,]/g, '');
  return /^[=+@]|^-(?!\d)/.test(text) ? `'${text}` : text;
}

/** A table as spreadsheets take it from the clipboard: lines of cells parted by tabs, a wide cell with empty ones after it. */
function tableText(table: HTMLTableElement): string {
  return [...table.rows]
    .map((row) =>
      [...row.cells].flatMap((cell) => [
        cellText(cell),
        ...Array.from({ length: cell.colSpan - 1 }, () => ''),
      ]),
    )
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}

/** Ctrl+C in a table copies the whole of it, unless somebody has marked a text. */
export function useTableCopy(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const at = document.activeElement;
      if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) return;
      const table = at?.closest('table') ?? at?.querySelector('table:only-child');
      if (!(table instanceof HTMLTableElement) || document.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', tableText(table));
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, []);
}

type CopyTableProps = {
  readonly label: string;
  readonly done: string;
  readonly className?: string | undefined;
};

/** Copies the table it stands in, and says so in place of its own name. */
export function CopyTable({ label, done, className }: CopyTableProps) {
  const [isDone, setDone] = useState(false);
  const copy = async (button: HTMLElement) => {
    const table = button.closest('table');
    if (table === null) return;
    await navigator.clipboard.writeText(tableText(table));
    setDone(true);
  };
  return (
    <Button
      variant="quiet"
      size="small"
      className={className}
      aria-label={isDone ? done : label}
      aria-live="polite"
      title={isDone ? done : label}
      icon={isDone ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
      onClick={(event) => void copy(event.currentTarget).catch(() => setDone(false))}
      onBlur={() => setDone(false)}
    />
  );
}
