import type { OfficerFigures } from '#shared/contract/report.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore } from '../store.ts';

/** What each officer did on the days from one to another, in the order in which the officers came. */
export function officerFigures(
  store: ReadableStore,
  office: string,
  from: string,
  to: string,
): OfficerFigures[] {
  const rows = store
    .prepare<string[], { officerId: string; name: string; served: number; servingMs: number }>(
      `SELECT o.id AS officerId, o.name, sum(p.state = 'done') AS served,
              sum(CASE WHEN p.state = 'serving' THEN coalesce(p.duration_ms, 0) ELSE 0 END) AS servingMs
       FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id AND p.undone = 0 AND p.state IN ('serving', 'done')
       JOIN event e ON e.number = p.event JOIN officer o ON o.id = e.officer
       WHERE t.office_id = ? AND t.business_day BETWEEN ? AND ? AND (p.state = 'serving' OR t.state = 'done')
       GROUP BY o.id ORDER BY o.created_at, o.id`,
    )
    .all(office, from, to);
  const outcomes = store
    .prepare<string[], { officer: string; outcome: Outcome; requests: number }>(
      `SELECT e.officer, r.outcome, count(*) AS requests
       FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN ticket_period p ON p.id = r.outcome_period
       JOIN event e ON e.number = p.event
       WHERE t.office_id = ? AND t.business_day BETWEEN ? AND ? AND r.outcome IS NOT NULL
       GROUP BY e.officer, r.outcome`,
    )
    .all(office, from, to);
  return rows.map((row) => ({
    ...row,
    outcomes: Object.fromEntries(
      outcomes
        .filter(({ officer }) => officer === row.officerId)
        .map(({ outcome, requests }) => [outcome, requests]),
    ),
  }));
}
