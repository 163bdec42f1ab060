import type { ChecklistPaper } from '#shared/domain/checklist/checklist.ts';
import type { PaperState, Procedure } from '#shared/domain/procedure/vocabulary.ts';
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

type WaitingPapersRow = { ticket: string; request: string; procedure: Procedure; paper: string };

/** The papers that the requests of the waiting tickets of a day are still asked for. */
export function waitingPapers(store: ReadableStore, office: string, day: string): WaitingPapersRow[] {
  return store
    .prepare<[string, string], WaitingPapersRow>(
      `SELECT t.id AS ticket, r.id AS request, r.procedure, p.paper
       FROM ticket t JOIN request r ON r.ticket_id = t.id
       JOIN request_paper p ON p.request_id = r.id AND p.wished = 1 AND p.state IS NULL
       WHERE t.office_id = ? AND t.business_day = ? AND t.state = 'waiting' ORDER BY r.position, p.position`,
    )
    .all(office, day);
}
