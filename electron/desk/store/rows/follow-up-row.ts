import type { KeptOfPerson } from '#shared/contract/data.ts';
import type { FollowUpCase, FollowUpRow } from '#shared/contract/follow-up.ts';
import type {
  AccountLevel,
  ActivationSource,
  ContactResult,
  FollowUpState,
  InactiveReason,
} from '#shared/domain/account/follow-up.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { Refusal } from '../../refusal.ts';
import type { ReadableStore } from '../store.ts';

/** A follow-up as it is stored, with what its lists show of ticket and person. */
export type FollowedRow = {
  request_id: string;
  business_day: string;
  procedure: Procedure;
  level: AccountLevel;
  person_id: string | null;
  due_on: string | null;
  noticed_on: string | null;
  activate_by: string | null;
  activated_on: string | null;
  source: ActivationSource | null;
  counted_on: string | null;
  settled_by: string | null;
  reason: InactiveReason | null;
  note: string | null;
  state: FollowUpState;
  ticket_id: string | null;
  letter: string | null;
  number: number | null;
  full_name: string | null;
  id_number: string | null;
  phone: string | null;
  contacts: number;
  last_contact: string | null;
};

/** Everything but the choice of rows: callers add conditions on `f`. */
export const selectFollowed = `SELECT f.request_id, f.business_day, f.procedure, f.level, f.person_id, f.due_on, f.noticed_on,
    f.activate_by, f.activated_on, f.source, f.counted_on, f.settled_by, f.reason, f.note, f.state, r.ticket_id, t.letter, t.number,
    p.full_name, p.id_number, p.phone,
    (SELECT count(*) FROM follow_up_contact c WHERE c.request_id = f.request_id) AS contacts,
    (SELECT json_object('at', c.at, 'result', c.result) FROM follow_up_contact c WHERE c.request_id = f.request_id
     ORDER BY c.at DESC, c.id DESC LIMIT 1) AS last_contact
  FROM follow_up f LEFT JOIN request r ON r.id = f.request_id LEFT JOIN ticket t ON t.id = r.ticket_id
  LEFT JOIN person p ON p.id = f.person_id`;

/** The follow-up of a request; refuses with `unknown-follow-up`. */
export function followedRow(store: ReadableStore, requestId: string): FollowedRow {
  const row = store
    .prepare<[string], FollowedRow>(`${selectFollowed} WHERE f.request_id = ? AND f.dropped = 0`)
    .get(requestId);
  if (row === undefined) throw new Refusal({ code: 'unknown-follow-up' });
  return row;
}

/** A follow-up without its person. */
export function asCase(row: FollowedRow): FollowUpCase {
  return {
    requestId: row.request_id,
    ticketId: row.ticket_id,
    number: row.letter === null || row.number === null ? null : ticketNumber(row.letter, row.number),
    businessDay: row.business_day,
    procedure: row.procedure,
    level: row.level,
    state: row.state,
    dueOn: row.due_on,
    noticedOn: row.noticed_on,
    activateBy: row.activate_by,
    activatedOn: row.activated_on,
    source: row.source,
    countedOn: row.counted_on,
    reason: row.reason,
    contacts: row.contacts,
    lastContact:
      row.last_contact === null
        ? null
        : (JSON.parse(row.last_contact) as { at: string; result: ContactResult }),
  };
}

export function asFollowUp(row: FollowedRow): Omit<FollowUpRow, 'dueProvisional'> {
  return {
    ...asCase(row),
    fullName: row.full_name,
    idNumber: row.id_number,
    phone: row.phone,
    note: row.note,
  };
}

/** What is followed up of a person, with notes and calls. */
export function followUpsOfPerson(store: ReadableStore, personId: string): KeptOfPerson['accounts'] {
  const calls = store.prepare<[string], KeptOfPerson['accounts'][number]['contacts'][number]>(
    'SELECT at, result, note FROM follow_up_contact WHERE request_id = ? ORDER BY at, id',
  );
  return store
    .prepare<[string], FollowedRow>(
      `${selectFollowed} WHERE f.person_id = ? ORDER BY f.business_day, f.request_id`,
    )
    .all(personId)
    .map((row) => ({
      level: row.level,
      dueOn: row.due_on,
      activateBy: row.activate_by,
      activatedOn: row.activated_on,
      note: row.note,
      contacts: calls.all(row.request_id),
    }));
}
