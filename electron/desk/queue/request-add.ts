import { v7 as uuid } from 'uuid';
import type { RequestInput } from '#shared/contract/ticket.ts';
import { continueChecklist, type ChecklistPaper } from '#shared/domain/checklist/checklist.ts';
import type { Site } from '#shared/domain/account/follow-up.ts';
import type { PaperState, Procedure, Subject } from '#shared/domain/procedure/vocabulary.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { personFor } from '../person/person.ts';
import { requestCard, requestPapers } from '../law/request-rules.ts';
import { knownResidence } from '../store/rows/request-words.ts';
import { packOf } from '../law/rule-packs.ts';

type AddedRequest = {
  /** What the event says of it. */
  readonly told: {
    readonly requestId: string;
    readonly procedure: Procedure;
    readonly subject: Subject;
    readonly site: Site;
    readonly staff: boolean;
    readonly residence: string | null;
  };
  /** Papers whose state comes from the earlier visit. */
  readonly carried: readonly { readonly paper: string; readonly state: PaperState }[];
};

type EarlierRow = { procedure: Procedure; person_id: string | null };

/**
 * The checklist of the earlier request with what was settled then. Refused with `unknown-request` unless it is the same
 * procedure for the same person and was sent home for papers.
 */
function earlierChecklist(
  store: ReadableStore,
  requestId: string,
  same: { procedure: Procedure; personId: string | null },
): readonly ChecklistPaper[] {
  const row = store
    .prepare<[string], EarlierRow>(
      "SELECT procedure, person_id FROM request WHERE id = ? AND outcome = 'papers-missing'",
    )
    .get(requestId);
  if (row === undefined || row.procedure !== same.procedure || row.person_id !== same.personId) {
    throw new Refusal({ code: 'unknown-request' });
  }
  return continueChecklist(checklistRows(store, requestId));
}

/** Adds one request to a ticket with the checklist it starts with, and its person. */
export function addRequest(
  call: CommandCall,
  office: string,
  ticketId: string,
  day: string,
  position: number,
  input: RequestInput,
): AddedRequest {
  const { store } = call;
  const requestId = uuid();
  const card = requestCard(input);
  const [site, staff] = [input.site ?? 'desk', input.staff === true];
  const residence = knownResidence(store, office, input.residence);
  const personId = personFor(call, office, input, day);
  const known = packOf(store, office, day).papers;
  const strange = input.papers?.findIndex((paper) => known[paper] === undefined) ?? -1;
  if (strange >= 0)
    throw new Refusal({ code: 'invalid-input', path: `papers.${strange}`, reason: 'unknown-paper' });
  const papers =
    input.continues === undefined
      ? requestPapers(store, office, day, { ...input, card }, personId)
      : earlierChecklist(store, input.continues, { procedure: input.procedure, personId });
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO request (id, office_id, ticket_id, position, procedure, subject, card, person_id, continues, site, staff, residence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      requestId,
      office,
      ticketId,
      position,
      input.procedure,
      input.subject,
      card,
      personId,
      input.continues ?? null,
      site,
      staff ? 1 : 0,
      residence,
    );
  const addPaper = store.prepare<(string | number | null)[]>(
    'INSERT INTO request_paper (request_id, paper, required, wished, state, position) VALUES (?, ?, ?, ?, ?, ?)',
  );
  papers.forEach(({ paper, required, wished, state }, index) => {
    addPaper.run(requestId, paper, required ? 1 : 0, wished ? 1 : 0, state ?? null, index);
  });
  if (input.continues !== undefined && personId !== null)
    carryNumbers(store, input.continues, requestId, personId);
  if (personId !== null && input.cardNote !== undefined && input.cardNote !== '') {
    store
      .prepare<string[]>(
        `INSERT INTO person_paper (person_id, request_id, paper, note) VALUES (?, ?, 'id-card', ?)
         ON CONFLICT DO UPDATE SET note = excluded.note`,
      )
      .run(personId, requestId, input.cardNote);
  }
  return {
    told: { requestId, procedure: input.procedure, subject: input.subject, site, staff, residence },
    carried: papers.flatMap(({ paper, state }) => (state === undefined ? [] : [{ paper, state }])),
  };
}

/** Numbers and notes of the earlier visit, where it was the same person's. */
function carryNumbers(store: WritableStore, from: string, to: string, personId: string): void {
  store
    .prepare<[string, string, string]>(
      `INSERT INTO person_paper (person_id, request_id, paper, number, note)
       SELECT person_id, ?, paper, number, note FROM person_paper WHERE request_id = ? AND person_id = ?`,
    )
    .run(to, from, personId);
}

/** Says each carried paper in the log, so that the log alone can be recounted. */
export function tellCarriedPapers(
  call: CommandCall,
  day: string,
  ticketId: string,
  request: AddedRequest,
): void {
  for (const { paper, state } of request.carried) {
    call.append({
      name: 'request.paper-set',
      businessDay: day,
      ticketId,
      requestId: request.told.requestId,
      data: { paper, state },
    });
  }
}
