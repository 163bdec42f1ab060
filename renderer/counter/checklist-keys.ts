import { PAPER_STATES, type PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';

type ChecklistStep =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'set'; readonly state: PaperState | null; readonly row: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'note' };

/** What a key means while a row of the checklist, and no field in it, has the focus. Digits answer and step down. */
export function checklistStep(key: string, row: number, rows: number): ChecklistStep | null {
  const digit = /^[1-5]$/.test(key) ? PAPER_STATES[Number(key) - 1] : undefined;
  if (digit !== undefined) return { kind: 'set', state: digit, row: Math.min(row + 1, rows - 1) };
  if (key === 'Delete' || key === 'Backspace' || key === '0') return { kind: 'set', state: null, row };
  if (key === 'ArrowRight' || key === 'Enter') return { kind: 'number' };
  if (key === 'ArrowLeft') return { kind: 'note' };
  const next = rowAfter(key, row, rows);
  return next === null ? null : { kind: 'go', row: next };
}

/** Where the work goes on: the first paper nobody has looked at, else the first one. */
export function firstOpenRow(papers: readonly { readonly state: PaperState | null }[]): number {
  return Math.max(
    0,
    papers.findIndex((line) => line.state === null),
  );
}
