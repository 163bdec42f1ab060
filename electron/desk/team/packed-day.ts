import { z } from 'zod';
import { ACTIVATION_SOURCES } from '#shared/domain/account/follow-up.ts';
import { day, id, instant } from '#shared/domain/values.ts';
import { packedRows, type Packed } from '../store/rows/packed-row.ts';
import { toldHere } from '../store/rows/told-case.ts';
import type { ReadableStore } from '../store/store.ts';

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

/** The first line of a pack: its days, and what belongs to no ticket. */
export const packHead = z.strictObject({
  madeAt: instant,
  days: z.array(
    z.strictObject({
      day,
      openedAt: instant,
      closedAt: instant,
      difficulties: z.string(),
      proposals: z.string(),
    }),
  ),
  counters: z.array(z.strictObject({ id, name: z.string() })),
  activations: z.array(
    z.strictObject({ requestId: id, countedOn: day, activatedOn: day, source: z.enum(ACTIVATION_SOURCES) }),
  ),
  inactive: rows,
  counter_pause: rows,
  /** Visits and requests for them, also those that began at home, as they now are on the road. */
  visit: rows.default([]),
  home_visit: rows.default([]),
  /** What was marked of people on rosters, or who was added; `request_id` is one of the person whom an officer saw there. */
  roster_member: rows.default([]),
});
export type PackHead = z.infer<typeof packHead>;

/** A line of a pack after the first: a ticket with everything of it. */
export type PackedTicket = {
  readonly ticket: Packed;
  readonly people: readonly Packed[];
  readonly ticket_period: readonly Packed[];
  readonly ticket_remark: readonly Packed[];
  readonly request: readonly Packed[];
  readonly request_paper: readonly Packed[];
  /** Who told of the cases among the requests; absent in packs of an older program. */
  readonly told_case?: readonly Packed[];
  readonly person_paper: readonly Packed[];
  readonly follow_up: readonly Packed[];
  readonly follow_up_contact: readonly Packed[];
};

type DayRow = {
  day: string;
  openedAt: string;
  closedAt: string;
  difficulties: string | null;
  proposals: string | null;
};

/** What a pack says before its tickets. Voided days stay where they are. */
export function readPackHead(store: ReadableStore, at: string): PackHead {
  const days = store
    .prepare<[], DayRow>(
      `SELECT d.day, d.opened_at AS openedAt, d.closed_at AS closedAt, n.difficulties, n.proposals
       FROM business_day d LEFT JOIN day_note n ON n.office_id = d.office_id AND n.day = d.day AND n.version = 1
       WHERE d.closed_at IS NOT NULL AND d.voided_at IS NULL ORDER BY d.day`,
    )
    .all()
    .map((row) => ({ ...row, difficulties: row.difficulties ?? '', proposals: row.proposals ?? '' }));
  return {
    madeAt: at,
    days,
    counters: store
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM counter ORDER BY position')
      .all(),
    activations: store
      .prepare<[], PackHead['activations'][number]>(
        `SELECT a.request_id AS requestId, a.counted_on AS countedOn, f.activated_on AS activatedOn, a.source
         FROM activation a JOIN follow_up f ON f.request_id = a.request_id
         WHERE a.until_version IS NULL ORDER BY a.counted_on, a.request_id`,
      )
      .all(),
    inactive: packedRows(store, 'inactive', 'ORDER BY day, request_id'),
    counter_pause: packedRows(store, 'counter_pause', 'WHERE ended_at IS NOT NULL ORDER BY started_at'),
    visit: packedRows(store, 'visit', 'ORDER BY day, starts'),
    home_visit: packedRows(store, 'home_visit', "WHERE full_name <> '' OR ended_on IS NOT NULL"),
    roster_member: markedMembers(store),
  };
}

/** People of rosters who were marked, or seen, with a request of whoever stood there: the person may have another id at home. */
function markedMembers(store: ReadableStore): Packed[] {
  const seen = store.prepare<[string], { id: string }>(
    'SELECT r.id FROM roster_member m JOIN request r ON r.person_id = m.person_id WHERE m.id = ? LIMIT 1',
  );
  return packedRows(
    store,
    'roster_member',
    "WHERE full_name <> '' AND left_on IS NULL AND (known IS NOT NULL OR exempt IS NOT NULL OR person_id IS NOT NULL)",
  ).map((row) => ({ ...row, request_id: seen.get(String(row['id']))?.id ?? null }));
}

/** The tickets of a day, each with everything of it. */
export function readPackedDay(store: ReadableStore, businessDay: string): PackedTicket[] {
  const told = toldHere(store, businessDay);
  return packedRows(store, 'ticket', 'WHERE business_day = ? ORDER BY place', businessDay).map((ticket) => {
    const { id: ticketId = null } = ticket;
    const request = packedRows(store, 'request', 'WHERE ticket_id = ? ORDER BY position', ticketId);
    const ofRequests = 'WHERE request_id IN (SELECT id FROM request WHERE ticket_id = ?)';
    return {
      ticket,
      people: packedRows(
        store,
        'person',
        'WHERE id IN (SELECT person_id FROM request WHERE ticket_id = ?)',
        ticketId,
      ),
      ticket_period: packedRows(store, 'ticket_period', 'WHERE ticket_id = ? ORDER BY event', ticketId),
      ticket_remark: packedRows(store, 'ticket_remark', 'WHERE ticket_id = ?', ticketId),
      request,
      told_case: request.flatMap(({ id: requestId = null, special_case: specialCase }) => {
        const word = specialCase === null ? undefined : told.get(String(requestId));
        return word === undefined ? [] : [{ request_id: requestId, ...word }];
      }),
      request_paper: packedRows(store, 'request_paper', ofRequests, ticketId),
      person_paper: packedRows(store, 'person_paper', ofRequests, ticketId),
      follow_up: packedRows(store, 'follow_up', ofRequests, ticketId),
      follow_up_contact: packedRows(store, 'follow_up_contact', ofRequests, ticketId),
    };
  });
}
