import type { ReadableStore, WritableStore } from '../store.ts';

/** What was noted about whoever holds a ticket; null where nothing was. */
export function remarkOf(store: ReadableStore, ticketId: string): string | null {
  const row = store
    .prepare<[string], { remark: string }>('SELECT remark FROM ticket_remark WHERE ticket_id = ?')
    .get(ticketId);
  return row?.remark ?? null;
}

/** Keeps a remark in place of the one before; an empty one takes it away, of a closed day too. */
export function setRemark(store: WritableStore, ticketId: string, remark: string): void {
  if (remark === '') store.prepare<[string]>('DELETE FROM ticket_remark WHERE ticket_id = ?').run(ticketId);
  else
    store
      .prepare<[string, string, string]>(
        `INSERT INTO ticket_remark (ticket_id, office_id, remark) VALUES (?, (SELECT office_id FROM ticket WHERE id = ?), ?)
         ON CONFLICT (ticket_id) DO UPDATE SET remark = excluded.remark`,
      )
      .run(ticketId, ticketId, remark);
}

/** Tickets with a remark, the oldest first, with their business day. */
export function remarkedTickets(
  store: ReadableStore,
  limit: number,
): { readonly id: string; readonly day: string }[] {
  return store
    .prepare<[number], { id: string; day: string }>(
      `SELECT n.ticket_id AS id, t.business_day AS day FROM ticket_remark n CROSS JOIN ticket t ON t.id = n.ticket_id
       ORDER BY n.ticket_id LIMIT ?`,
    )
    .all(limit);
}
