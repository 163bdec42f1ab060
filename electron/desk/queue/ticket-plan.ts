import type { RequestInput, RequestPaper, TicketDetail, TicketDraft } from '#shared/contract/ticket.ts';
import type { Site } from '#shared/domain/account/follow-up.ts';
import { isIsoDate, localTime } from '#shared/domain/calendar/business-date.ts';
import { continueChecklist, requestPapers, type ChecklistPaper } from '#shared/domain/checklist/checklist.ts';
import { askedFor } from '#shared/domain/procedure/pack-lookup.ts';
import { requestCard, type Verdict } from '#shared/domain/procedure/verdict.ts';
import {
  TELEPHONE,
  type CardState,
  type Procedure,
  type SpecialCase,
  type Subject,
} from '#shared/domain/procedure/vocabulary.ts';
import { LAST_NUMBER } from '#shared/domain/queue/ticket-number.ts';
import { countsAsStaff } from '#shared/domain/roster/member.ts';
import { visitAt } from '#shared/domain/visit/visit.ts';
import { packOf } from '../law/rule-packs.ts';
import { verdictOn } from '../law/verdict.ts';
import { asPerson, planPerson, type PlannedPerson } from '../person/person.ts';
import { Refusal } from '../refusal.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { openDay } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { teamDesk } from '../store/rows/team-row.ts';
import { isOnRoster } from '../store/rows/roster-row.ts';
import { readSeries } from '../store/rows/series-row.ts';
import { knownResidence } from '../store/rows/request-words.ts';
import { visitsOfDay, type VisitRow } from '../store/rows/visit-row.ts';
import type { ReadableStore } from '../store/store.ts';

/** A number or note beside a paper. */
type PaperNote = Pick<RequestPaper, 'paper' | 'number' | 'note'>;

/** A request as it will be stored. */
export type PlannedRequest = {
  readonly procedure: Procedure;
  readonly subject: Subject;
  readonly card: CardState;
  readonly site: Site;
  readonly staff: boolean;
  readonly residence: string | null;
  readonly continues: string | null;
  readonly verdict: Verdict;
  /** Why an officer decided otherwise. */
  readonly decision: string | null;
  readonly organisation: TicketDetail['requests'][number]['organisation'];
  readonly specialCase: SpecialCase | null;
  /** What was asked for at home and is done by it. */
  readonly homeVisit: string | null;
  readonly person: PlannedPerson | null;
  /** The checklist it starts with, in its order. */
  readonly papers: readonly RequestPaper[];
  /** What is kept beside the person; of papers that are not on the checklist too. */
  readonly notes: readonly PaperNote[];
};

type PlannedTicket = {
  readonly office: string;
  readonly day: string;
  readonly series: { readonly id: string; readonly letter: string };
  readonly number: number;
  readonly priority: boolean;
  /** Of the visit at which it is given. */
  readonly visit: string | null;
  readonly requests: readonly PlannedRequest[];
};

/** A ticket that is given at a visit; each of its requests may say what it was asked for at home by. */
export type VisitDraft = TicketDraft & {
  readonly visit?: VisitRow;
  readonly homeVisits?: readonly (string | null)[];
};

/** The visit at which a number is given now: the one named, else that of a team's laptop. */
function visitOf(store: ReadableStore, office: string, day: string, at: string, named?: VisitRow) {
  if (named !== undefined || teamDesk(store) === undefined) return named;
  return visitAt(visitsOfDay(store, office, day), localTime(at));
}

/** The series that gives the number: the named one, the one that names the procedure, or the one for all others. */
export function seriesFor(
  store: ReadableStore,
  office: string,
  letter: string | undefined,
  procedure: Procedure,
): { id: string; letter: string } {
  const all = readSeries(store, office);
  const fitting =
    letter === undefined
      ? (all.find((series) => series.procedures.includes(procedure)) ??
        all.find((series) => series.procedures.length === 0) ??
        all[0])
      : all.find((series) => series.letter === letter || series.id === letter);
  if (fitting === undefined) throw new Refusal({ code: 'unknown-series', series: letter ?? procedure });
  return fitting;
}

function nextNumber(
  store: ReadableStore,
  office: string,
  day: string,
  series: PlannedTicket['series'],
): number {
  const row = store
    .prepare<[string, string, string], { last_number: number }>(
      'SELECT last_number FROM series_day WHERE office_id = ? AND day = ? AND series_id = ?',
    )
    .get(office, day, series.id);
  const number = (row?.last_number ?? 0) + 1;
  if (number > LAST_NUMBER) throw new Refusal({ code: 'series-exhausted', series: series.letter });
  return number;
}

/** A ticket as it would be issued now. What is issued and what is shown before it is made from this alone. */
export function planTicket(store: ReadableStore, draft: VisitDraft, at: string): PlannedTicket {
  const office = officeId(store);
  const { day } = openDay(store, office);
  const [first] = draft.requests;
  if (first === undefined) throw new Refusal({ code: 'invalid-input', path: 'requests', reason: 'empty' });
  const series = seriesFor(store, office, draft.series, first.procedure);
  const number = nextNumber(store, office, day, series);
  const visit = visitOf(store, office, day, at, draft.visit);
  const requests: PlannedRequest[] = [];
  for (const [index, request] of draft.requests.entries())
    requests.push({
      ...planRequest(store, office, day, { site: visit?.site, ...request }, requests),
      homeVisit: draft.homeVisits?.[index] ?? null,
    });
  return {
    office,
    day,
    series,
    number,
    priority: draft.priority === true,
    visit: visit?.id ?? null,
    requests: asLeft(requests),
  };
}

/** Every person as the last request of the ticket that names them leaves them. */
function asLeft(requests: readonly PlannedRequest[]): PlannedRequest[] {
  return requests.map((request) => {
    const { person } = request;
    const last = requests.findLast((one) => one.person?.id === person?.id)?.person ?? null;
    return person === null || last === null
      ? request
      : { ...request, person: { ...last, isNew: person.isNew } };
  });
}

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

/** A request as it would be added to a ticket now. `earlier` are those of the same ticket that are not stored yet. */
export function planRequest(
  store: ReadableStore,
  office: string,
  day: string,
  input: RequestInput,
  earlier: readonly PlannedRequest[],
): PlannedRequest {
  const { procedure, subject, continues = null } = input;
  const card = requestCard(input);
  const residence = knownResidence(store, office, input.residence);
  const planned = planPerson(
    store,
    office,
    input,
    earlier.flatMap((request) => request.person ?? []),
  );
  const pack = packOf(store, office, day);
  const decision = input.decision || null;
  const verdict = verdictOn(store, office, {
    on: day,
    subject,
    card,
    birthDate: planned?.birth_date,
    procedure,
    wish: input.wish,
    residesHere: input.residesHere,
    ...(decision === null ? {} : { byOfficer: true }),
  });
  const person = withPhone(planned, verdict, earlier);
  const strange = input.papers?.findIndex((paper) => pack.papers[paper] === undefined) ?? -1;
  if (strange >= 0)
    throw new Refusal({ code: 'invalid-input', path: `papers.${strange}`, reason: 'unknown-paper' });
  const checklist =
    continues === null
      ? requestPapers(pack, { procedure, band: verdict.band, card, wished: input.papers })
      : earlierChecklist(store, continues, { procedure, personId: person?.id ?? null });
  const notes = person === null ? [] : startingNotes(store, input, person.id);
  const { id_number: idNumber = null } = person ?? {};
  for (const { paper } of idNumber === null ? [] : checklist)
    if (askedFor(pack, paper) === 'personal-number' && !notes.some((note) => note.paper === paper))
      notes.push({ paper, number: idNumber, note: null });
  return {
    procedure,
    subject,
    card,
    site: input.site ?? (teamDesk(store) === undefined ? 'desk' : 'mobile'),
    staff:
      input.staff ??
      (person !== null && countsAsStaff(person.birth_date, day) && isOnRoster(store, office, person)),
    residence,
    continues,
    verdict,
    decision,
    organisation:
      subject === 'organisation' && input.organisation !== undefined
        ? { name: input.organisation.name, taxNumber: input.organisation.taxNumber ?? null }
        : null,
    homeVisit: null,
    specialCase: input.specialCase ?? (isWhole(person?.birth_date) ? null : 'birth-date-incomplete'),
    person,
    papers: checklist.map(({ state = null, ...line }) => {
      if (line.paper === TELEPHONE && person?.phone != null)
        return { ...line, state: 'seen' as const, number: person.phone, note: null };
      const beside = notes.find(({ paper }) => paper === line.paper);
      return { ...line, state, number: beside?.number ?? null, note: beside?.note ?? null };
    }),
    notes,
  };
}

/** A child or ward without a telephone has that of the grown-up before them on the ticket, where the pack says whose it is. */
function withPhone(
  person: PlannedPerson | null,
  { notes }: Verdict,
  earlier: readonly PlannedRequest[],
): PlannedPerson | null {
  if (person === null || person.phone !== null || !notes.includes('representative-phone')) return person;
  const grownUp = earlier.findLast(
    (one) => one.verdict.representative === null && one.person?.phone != null,
  )?.person;
  return { ...person, phone: grownUp?.phone ?? null };
}

/** Whether a birth date, where there is one, says the day. */
function isWhole(birthDate: string | null | undefined): boolean {
  return birthDate == null || isIsoDate(birthDate);
}

/** Numbers and notes of the earlier visit, where it was the same person's, and why a card that does not agree was taken. */
function startingNotes(
  store: ReadableStore,
  { continues, cardNote }: RequestInput,
  personId: string,
): PaperNote[] {
  const carried =
    continues === undefined
      ? []
      : store
          .prepare<[string, string], PaperNote>(
            'SELECT paper, number, note FROM person_paper WHERE request_id = ? AND person_id = ?',
          )
          .all(continues, personId);
  if (cardNote === undefined || cardNote === '') return carried;
  const number = carried.find(({ paper }) => paper === 'id-card')?.number ?? null;
  return [
    ...carried.filter(({ paper }) => paper !== 'id-card'),
    { paper: 'id-card', number, note: cardNote },
  ];
}

/** A planned request as one of a stored ticket is told. */
export function requestOf({ person, papers, homeVisit: _homeVisit, ...request }: PlannedRequest) {
  return {
    ...request,
    referredTo: null,
    referralReason: null,
    person: person === null ? null : asPerson(person),
    papers: [...papers],
    outcome: null,
    activated: false,
  };
}
