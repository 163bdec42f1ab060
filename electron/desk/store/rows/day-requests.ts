import type {
  ActivationSource,
  InactiveReason,
  ReferralReason,
  Site,
} from '#shared/domain/account/follow-up.ts';
import { mayActivate } from '#shared/domain/account/activation.ts';
import type { CountedActivation, CountedRequest } from '#shared/domain/report/counted.ts';
import type { Outcome, Procedure, SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore } from '../store.ts';

/** No day has so many versions: figures as they now stand. */
export const NEWEST = 1_000_000;

/** A request of a day as one version of its report counts it: the rows of the day with the corrections over them. */
export type DayRequest = CountedRequest & {
  readonly id: string;
  readonly ticketId: string | null;
  readonly personId: string | null;
  readonly visitId: string | null;
  /** Some version up to this one gave it another outcome. */
  readonly corrected: boolean;
};

type DayActivation = CountedActivation & {
  readonly requestId: string;
  readonly visitId: string | null;
  /** The person and level the account is of; null where nobody is known. */
  readonly account: string | null;
};

type InactiveAccount = { readonly requestId: string; readonly reason: InactiveReason };

type RequestRow = {
  id: string;
  ticket_id: string | null;
  procedure: Procedure;
  outcome: Outcome | null;
  activated: number;
  site: Site;
  staff: number;
  residence: string | null;
  referred_to: string | null;
  referral_reason: ReferralReason | null;
  special_case: SpecialCase | null;
  person_id: string | null;
  visit_id: string | null;
  place: string | null;
};
type CorrectionRow = { request_id: string; outcome: Outcome; activated: number };

/** Every request a version of a day's report counts, late ones last; without a version, as they now stand. */
export function dayRequests(
  store: ReadableStore,
  office: string,
  day: string,
  version = NEWEST,
): DayRequest[] {
  const rows = store
    .prepare<[string, string, number], RequestRow>(
      `SELECT r.id, r.ticket_id, r.procedure, r.outcome, r.activated, r.site, r.staff, r.residence, r.referred_to,
         r.referral_reason, r.special_case, r.person_id, t.visit_id, v.place
       FROM ticket t JOIN request r ON r.ticket_id = t.id LEFT JOIN visit v ON v.id = t.visit_id
       WHERE t.office_id = ? AND t.business_day = ? AND t.version BETWEEN 1 AND ? ORDER BY t.place, t.id, r.position`,
    )
    .all(office, day, version);
  const late = store
    .prepare<[string, string, number], RequestRow>(
      `SELECT id, NULL AS ticket_id, procedure, outcome, activated, site, staff, residence, NULL AS referred_to,
         NULL AS referral_reason, NULL AS special_case, person_id, NULL AS visit_id, NULL AS place
       FROM late_request WHERE office_id = ? AND day = ? AND version <= ? ORDER BY version, position`,
    )
    .all(office, day, version);
  const corrections = new Map(
    store
      .prepare<[string, string, number], CorrectionRow>(
        `SELECT request_id, outcome, activated FROM request_correction
         WHERE office_id = ? AND day = ? AND version <= ? ORDER BY version`,
      )
      .all(office, day, version)
      .map((row) => [row.request_id, row] as const),
  );
  return [...rows, ...late].map((row) => asRequest(row, corrections.get(row.id)));
}

function asRequest(row: RequestRow, correction: CorrectionRow | undefined): DayRequest {
  const outcome = correction?.outcome ?? row.outcome;
  const referred = outcome === 'referred';
  return {
    id: row.id,
    ticketId: row.ticket_id,
    personId: row.person_id,
    visitId: row.visit_id,
    visit: row.place,
    procedure: row.procedure,
    outcome,
    activated: (correction?.activated ?? row.activated) === 1,
    site: row.site,
    staff: row.staff === 1,
    residence: row.residence,
    referredTo: referred ? row.referred_to : null,
    referralReason: referred ? row.referral_reason : null,
    specialCase: row.special_case,
    late: row.ticket_id === null,
    corrected: correction !== undefined,
  };
}

type ActivationRow = {
  request_id: string;
  source: ActivationSource;
  procedure: Procedure;
  person_id: string | null;
  level: string;
  business_day: string;
  site: Site;
  staff: number;
  residence: string | null;
  visit_id: string | null;
  place: string | null;
};

function accountOf(row: { person_id: string | null; level: string }): string | null {
  return row.person_id === null ? null : `${row.person_id} ${row.level}`;
}

/** The accounts that a version of a day's report counts as activated and signed in. */
export function dayActivations(
  store: ReadableStore,
  office: string,
  day: string,
  version = NEWEST,
): DayActivation[] {
  return store
    .prepare<[string, string, number, number], ActivationRow>(
      `SELECT a.request_id, a.source, a.procedure, f.person_id, a.level, f.business_day, coalesce(r.site, l.site) AS site,
         coalesce(r.staff, l.staff) AS staff, coalesce(r.residence, l.residence) AS residence, t.visit_id, v.place
       FROM activation a JOIN follow_up f ON f.request_id = a.request_id
       LEFT JOIN request r ON r.id = a.request_id LEFT JOIN late_request l ON l.id = a.request_id
       LEFT JOIN ticket t ON t.id = r.ticket_id LEFT JOIN visit v ON v.id = t.visit_id
       WHERE a.office_id = ? AND a.counted_on = ? AND a.since_version <= ? AND (a.until_version IS NULL OR a.until_version > ?)
       ORDER BY a.request_id`,
    )
    .all(office, day, version, version)
    .map((row) => ({
      requestId: row.request_id,
      visitId: row.visit_id,
      visit: row.place,
      account: accountOf(row),
      source: row.source,
      procedure: row.procedure,
      ofToday: row.business_day === day,
      site: row.site,
      staff: row.staff === 1,
      residence: row.residence,
    }));
}

type InactiveRow = {
  request_id: string;
  reason: InactiveReason;
  person_id: string | null;
  level: string;
  settled_by: string | null;
};

/** The reasons a day recorded for accounts that it does not count as activated, by that request or another of the person. */
export function dayInactive(
  store: ReadableStore,
  office: string,
  day: string,
  counted: { readonly requests: readonly DayRequest[]; readonly activations: readonly DayActivation[] },
  version = NEWEST,
): InactiveAccount[] {
  const activated = new Set(counted.activations.map(({ requestId }) => requestId));
  const accounts = new Set(counted.activations.map(({ account }) => account));
  const dropped = new Set(
    counted.requests
      .filter(({ procedure, outcome }) => outcome === null || !mayActivate(procedure, outcome))
      .map(({ id }) => id),
  );
  return store
    .prepare<[string, string, number], InactiveRow>(
      `SELECT i.request_id, i.reason, f.person_id, f.level, f.settled_by
       FROM inactive i JOIN follow_up f ON f.request_id = i.request_id
       WHERE i.office_id = ? AND i.day = ? AND i.version <= ? ORDER BY i.request_id`,
    )
    .all(office, day, version)
    .filter((row) => {
      const account = accountOf(row);
      const byAnother = row.settled_by !== null && activated.has(row.settled_by);
      const counts = byAnother || (account !== null && accounts.has(account));
      return !counts && !activated.has(row.request_id) && !dropped.has(row.request_id);
    })
    .map((row) => ({ requestId: row.request_id, reason: row.reason }));
}

/** Difficulties and proposals as a version has them. */
export function dayNote(
  store: ReadableStore,
  office: string,
  day: string,
  version = NEWEST,
): { difficulties: string; proposals: string } {
  return (
    store
      .prepare<[string, string, number], { difficulties: string; proposals: string }>(
        `SELECT difficulties, proposals FROM day_note WHERE office_id = ? AND day = ? AND version <= ?
         ORDER BY version DESC LIMIT 1`,
      )
      .get(office, day, version) ?? { difficulties: '', proposals: '' }
  );
}
