import type { EventData } from '#shared/contract/event.ts';
import type { ReadableStore } from '../store.ts';

/** Who told of a case that another office has to settle, and when; no instant where a team that told it did not say. */
type ToldCase = { readonly at: string | null; readonly officer: string };

/** The newest word on the case of each request of a day, by the request: of this desk's journal, else of the team that brought it home. */
export function toldCases(store: ReadableStore, office: string, day: string): Map<string, ToldCase> {
  return new Map([...toldOnRoad(store, office, day), ...toldHere(store, day)]);
}

/** The same of this desk's own journal alone; the officer by name, empty where that officer has none. */
export function toldHere(store: ReadableStore, day: string): Map<string, ToldCase & { readonly at: string }> {
  const told = new Map<string, { at: string; officer: string }>();
  const rows = store
    .prepare<[string], { at: string; name: string; request_id: string | null; data: string }>(
      `SELECT e.at, coalesce(o.name, '') AS name, e.request_id, e.data FROM event e LEFT JOIN officer o ON o.id = e.officer
       WHERE e.business_day = ? AND e.name IN ('ticket.issued', 'ticket.request-added', 'request.case-set') ORDER BY e.number`,
    )
    .all(day);
  for (const { at, name: officer, request_id, data } of rows) {
    const { requests } = JSON.parse(data) as Partial<EventData<'ticket.issued'>>;
    if (requests === undefined) {
      if (request_id !== null) told.set(request_id, { at, officer });
    } else
      for (const { requestId, specialCase } of requests)
        if (specialCase !== undefined) told.set(requestId, { at, officer });
  }
  return told;
}

/** The officer with the team, or the team alone. */
function toldOnRoad(store: ReadableStore, office: string, day: string): [string, ToldCase][] {
  return store
    .prepare<[string, string], { id: string; at: string | null; officer: string | null; team: string }>(
      `SELECT r.id, c.at, c.officer, team.name AS team
       FROM ticket t JOIN team ON team.id = t.team_id JOIN request r ON r.ticket_id = t.id LEFT JOIN told_case c ON c.request_id = r.id
       WHERE t.office_id = ? AND t.business_day = ? AND r.special_case IS NOT NULL`,
    )
    .all(office, day)
    .map(({ id, at, officer, team }) => [
      id,
      { at, officer: [officer ?? '', team].filter((part) => part !== '').join(', ') },
    ]);
}
