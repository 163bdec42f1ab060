import type { ChecklistPaper } from '#shared/domain/checklist/checklist.ts';
import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore } from '../store.ts';

type ChecklistRow = { paper: string; required: number; wished: number; state: PaperState | null };

/** The checklist of one request in its order, as the rules of the checklist take it. */
export function checklistRows(store: ReadableStore, requestId: string): ChecklistPaper[] {
  return store
    .prepare<[string], ChecklistRow>(
      'SELECT paper, required, wished, state FROM request_paper WHERE request_id = ? ORDER BY position',
    )
    .all(requestId)
    .map((row) => ({
      paper: row.paper,
      required: row.required === 1,
      wished: row.wished === 1,
      state: row.state ?? undefined,
    }));
}
