import {
  TELEPHONE,
  type Outcome,
  type PaperState,
  type Procedure,
  type SpecialCase,
} from '#shared/domain/procedure/vocabulary.ts';
import type { Verdict } from '#shared/domain/procedure/verdict.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type NewRequest = {
  readonly id: string;
  readonly office: string;
  readonly ticketId: string;
  readonly position: number;
  readonly procedure: string;
  readonly subject: string;
  readonly card: string;
  readonly personId: string | null;
  /** The request of an earlier visit that this one goes on with. */
  readonly continues: string | null;
  readonly site: string;
  readonly staff: boolean;
  readonly residence: string | null;
  readonly verdict: Verdict;
  /** Why an officer decided otherwise. */
  readonly decision: string | null;
  readonly organisation: string | null;
  readonly organisationTaxNumber: string | null;
  readonly specialCase: SpecialCase | null;
  /** What it was asked for at home by. */
  readonly homeVisit: string | null;
};

type NewPaper = {
  readonly paper: string;
  readonly required: boolean;
  readonly wished: boolean;
  readonly state: PaperState | null;
};

/** Whom a request is of; null where it is of nobody, or not here. */
export function personOfRequest(store: ReadableStore, id: string | null): string | null {
  return (
    store
      .prepare<[string | null], { person_id: string | null }>('SELECT person_id FROM request WHERE id = ?')
      .get(id)?.person_id ?? null
  );
}

/** Adds a request of a ticket with the checklist it starts with. */
export function addRequestRow(store: WritableStore, request: NewRequest, papers: readonly NewPaper[]): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO request (id, office_id, ticket_id, position, procedure, subject, card, person_id, continues, site, staff, residence, verdict, decision,
         organisation, organisation_tax_number, special_case, home_visit_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      request.id,
      request.office,
      request.ticketId,
      request.position,
      request.procedure,
      request.subject,
      request.card,
      request.personId,
      request.continues,
      request.site,
      request.staff ? 1 : 0,
      request.residence,
      JSON.stringify(request.verdict),
      request.decision,
      request.organisation,
      request.organisationTaxNumber,
      request.specialCase,
      request.homeVisit,
    );
  const add = store.prepare<(string | number | null)[]>(
    'INSERT INTO request_paper (request_id, paper, required, wished, state, position) VALUES (?, ?, ?, ?, ?, ?)',
  );
  papers.forEach(({ paper, required, wished, state }, index) => {
    add.run(request.id, paper, required ? 1 : 0, wished ? 1 : 0, state, index);
  });
}

/** Sets the state of a paper; one that is not on the list yet is put at its end. */
export function setPaperState(
  store: WritableStore,
  requestId: string,
  paper: string,
  state: PaperState | null,
): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO request_paper (request_id, paper, required, state, position)
       VALUES (?, ?, 0, ?, (SELECT count(*) FROM request_paper WHERE request_id = ?))
       ON CONFLICT DO UPDATE SET state = excluded.state`,
    )
    .run(requestId, paper, state, requestId);
}

/** The telephone of a person was recorded: their open requests that ask for one have it. */
export function seePhone(store: WritableStore, personId: string): void {
  store
    .prepare<[string, string]>(
      `UPDATE request_paper SET state = 'seen' WHERE paper = ? AND state IS NULL
       AND request_id IN (SELECT id FROM request WHERE person_id = ? AND outcome IS NULL)`,
    )
    .run(TELEPHONE, personId);
}

/** Sets the outcomes of requests and the period of their ticket that gave them. */
export function setOutcomes(
  store: WritableStore,
  outcomes: readonly {
    readonly requestId: string;
    readonly outcome: string;
    readonly activated: boolean;
    readonly referredTo?: string | undefined;
    readonly referralReason?: string | undefined;
    /** Why it was taken although a required paper was not seen; what was said before stays. */
    readonly excuse?: string | undefined;
  }[],
  period: string,
): void {
  const save = store.prepare<(string | number | null)[]>(
    `UPDATE request SET outcome = ?, activated = ?, outcome_period = ?, referred_to = ?, referral_reason = ?,
       excuse = coalesce(?, excuse) WHERE id = ?`,
  );
  for (const given of outcomes) {
    save.run(
      given.outcome,
      given.activated ? 1 : 0,
      period,
      given.referredTo ?? null,
      given.referralReason ?? null,
      given.excuse ?? null,
      given.requestId,
    );
  }
}

/** Takes the outcomes of all requests of a ticket away. */
export function clearOutcomeRows(store: WritableStore, ticketId: string): void {
  store
    .prepare<[string]>(
      `UPDATE request SET outcome = NULL, activated = 0, outcome_period = NULL, referred_to = NULL, referral_reason = NULL
       WHERE ticket_id = ?`,
    )
    .run(ticketId);
}

/** Sets what another office has to set right. */
export function setSpecialCase(store: WritableStore, id: string, specialCase: SpecialCase | null): void {
  store
    .prepare<[string | null, string]>('UPDATE request SET special_case = ? WHERE id = ?')
    .run(specialCase, id);
}

/** Keeps another verdict of a request, and why an officer decided so. */
export function setVerdict(
  store: WritableStore,
  id: string,
  verdict: Verdict,
  decision: string | null,
): void {
  store
    .prepare<[string, string | null, string]>('UPDATE request SET verdict = ?, decision = ? WHERE id = ?')
    .run(JSON.stringify(verdict), decision, id);
}

/** Whether the account of a request was activated in the visit itself. */
export function setRequestActivated(store: WritableStore, id: string, activated: boolean): void {
  store.prepare<[number, string]>('UPDATE request SET activated = ? WHERE id = ?').run(activated ? 1 : 0, id);
}

/** Requests with an organisation or an officer's reason, the oldest first. */
export function wordedRequests(
  store: ReadableStore,
  limit: number,
): { readonly id: string; readonly day: string }[] {
  return store
    .prepare<[number], { id: string; day: string }>(
      `SELECT r.id, t.business_day AS day FROM request r INDEXED BY request_words JOIN ticket t ON t.id = r.ticket_id
       WHERE r.id > '' AND (r.organisation IS NOT NULL OR r.organisation_tax_number IS NOT NULL OR r.decision IS NOT NULL OR r.excuse IS NOT NULL)
       ORDER BY r.id LIMIT ?`,
    )
    .all(limit);
}

/** Requests of a person, with the ticket each is of. */
export function requestsOfPerson(
  store: ReadableStore,
  personId: string,
): { readonly id: string; readonly ticket_id: string }[] {
  return store
    .prepare<[string], { id: string; ticket_id: string }>(
      'SELECT id, ticket_id FROM request WHERE person_id = ?',
    )
    .all(personId);
}

/** Takes organisation and typed reasons of a request away, of a closed day too. */
export function clearRequestWords(store: WritableStore, id: string): void {
  store
    .prepare<[string]>(
      'UPDATE request SET organisation = NULL, organisation_tax_number = NULL, decision = NULL, excuse = NULL WHERE id = ?',
    )
    .run(id);
}

type KeptRequest = {
  readonly ticket_id: string | null;
  readonly letter: string | null;
  readonly number: number | null;
  readonly day: string;
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  readonly organisation: string | null;
  readonly organisation_tax_number: string | null;
  readonly decision: string | null;
  readonly excuse: string | null;
};

/** Requests of a person with all that is kept of them, those entered late at the end. */
export function requestsKeptOf(store: ReadableStore, personId: string): KeptRequest[] {
  return store
    .prepare<[string, string], KeptRequest>(
      `SELECT t.id AS ticket_id, t.letter, t.number, t.business_day AS day, r.procedure, r.outcome, r.organisation, r.organisation_tax_number,
         r.decision, r.excuse
       FROM request r JOIN ticket t ON t.id = r.ticket_id WHERE r.person_id = ?
       UNION ALL SELECT NULL, NULL, NULL, day, procedure, outcome, NULL, NULL, NULL, NULL FROM late_request WHERE person_id = ?`,
    )
    .all(personId, personId);
}
