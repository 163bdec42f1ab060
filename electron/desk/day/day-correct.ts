import { dropFollowUpRow, endActivationRow, reopenFollowUp } from '../store/rows/account-row.ts';
import { addCorrection, addLateRequest, setDayNote } from '../store/rows/day-layer-row.ts';
import { newId } from '../new-id.ts';
import type { EventData } from '#shared/contract/event.ts';
import type { Parsed } from '#shared/contract/desk-contract.ts';
import { countsAsActivated, mayActivate } from '#shared/domain/account/activation.ts';
import { requestCard, type Verdict } from '#shared/domain/procedure/verdict.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { dueOf, verdictOf, verdictOn } from '../law/verdict.ts';
import { requestRow } from '../store/rows/ticket-row.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { dayNote, dayRequests, type DayRequest } from '../store/rows/day-requests.ts';
import { knownDay } from '../store/rows/day-row.ts';
import { beginFollowUp, recordActivation } from '../account/follow-up-record.ts';
import { officeId } from '../store/rows/office-row.ts';
import { planPerson, savePerson } from '../person/person.ts';
import { refuseOnRoad } from '../store/rows/team-row.ts';
import { reportVersion } from '../store/rows/report-row.ts';
import { freezeReport } from './report.ts';
import { knownResidence } from '../store/rows/request-words.ts';

/** A correction under way: its rows stand under `version`, the report that will be frozen next. */
type Correction = {
  readonly call: CommandCall;
  readonly store: WritableStore;
  readonly office: string;
  readonly day: string;
  readonly version: number;
};

type Asked = NonNullable<Parsed<'day.correct'>['changes']>[number];
type Late = NonNullable<Parsed<'day.correct'>['late']>[number];

/** What the event says of a correction: codes alone, so that the log can be recounted. */
type Told = EventData<'day.corrected'>['changes'][number];
type ToldLate = EventData<'day.corrected'>['late'][number];

type StandingRow = { counted_on: string; request_id: string; procedure: DayRequest['procedure'] };

/** The activation that counts a request's account now. */
function standing(store: ReadableStore, requestId: string): StandingRow | undefined {
  return store
    .prepare<[string], StandingRow>(
      'SELECT request_id, counted_on, procedure FROM activation WHERE request_id = ? AND until_version IS NULL',
    )
    .get(requestId);
}

function endActivation({ store, version }: Correction, requestId: string): void {
  endActivationRow(store, requestId, version);
  reopenFollowUp(store, requestId);
}

function addActivation(correction: Correction, requestId: string): void {
  const { store, office, day, version } = correction;
  const row = store
    .prepare<[string], Parameters<typeof recordActivation>[2] & { settled_by: string | null }>(
      'SELECT request_id, procedure, level, person_id, settled_by FROM follow_up WHERE request_id = ?',
    )
    .get(requestId);
  if (row === undefined) throw new Refusal({ code: 'unknown-follow-up' });
  if (row.settled_by !== null) throw new Refusal({ code: 'already-activated', countedOn: null });
  const how = { activatedOn: day, source: 'desk', countedOn: day, version } as const;
  if (!recordActivation(store, office, row, how))
    throw new Refusal({ code: 'already-activated', countedOn: null });
}

/** A request of another day whose account this day counts can only be taken out of the count. */
function correctActivation(correction: Correction, asked: Asked): Told {
  const counted = standing(correction.store, asked.requestId);
  if (counted === undefined || counted.counted_on !== correction.day)
    throw new Refusal({ code: 'unknown-request' });
  if (asked.outcome !== undefined || asked.activated !== false)
    throw new Refusal({ code: 'invalid-input', path: 'changes', reason: 'another-day' });
  endActivation(correction, asked.requestId);
  return { requestId: asked.requestId, outcome: 'taken', activated: false, counted: false };
}

/** Lays a new value over a request of the day and brings its follow-up along; null when it changes nothing. */
function correctRequest(correction: Correction, request: DayRequest, asked: Asked): Told | null {
  const { store, day } = correction;
  const outcome = asked.outcome ?? request.outcome;
  if (outcome === null) throw new Refusal({ code: 'outcome-missing', requestId: request.id });
  const counted = standing(store, request.id);
  const countedHere = counted?.counted_on === day;
  const leads = mayActivate(request.procedure, outcome);
  const counts = leads && (asked.activated ?? countedHere);
  if (counted !== undefined && !countedHere && (counts || !leads))
    throw new Refusal({ code: 'already-activated', countedOn: counted.counted_on });
  if (outcome === request.outcome && counts === countedHere) return null;
  // What was learned by telephone stays so.
  const activated = counts && (request.activated || !countedHere);
  addCorrection(store, correction, { id: request.id, outcome, activated });
  if (countedHere && !counts) endActivation(correction, request.id);
  if (!leads) {
    dropFollowUpRow(store, request.id);
  } else {
    followFrom(correction, request.id);
    if (counts && !countedHere) addActivation(correction, request.id);
  }
  return { requestId: request.id, outcome, activated, counted: counts };
}

type LateRow = { id: string; procedure: Procedure; person_id: string | null };

/** Begins the follow-up of a request of the day, or takes it up again. */
function followFrom(correction: Correction, requestId: string): void {
  const { store, office, day } = correction;
  const late = store
    .prepare<[string], LateRow>('SELECT id, procedure, person_id FROM late_request WHERE id = ?')
    .get(requestId);
  if (late !== undefined) {
    follow(correction, late, verdictOfLate(correction, late.procedure), false);
    return;
  }
  const row = requestRow(store, requestId);
  follow(correction, row, verdictOf(store, office, day, row), false);
}

function follow(
  { store, office, day, version }: Correction,
  row: LateRow,
  verdict: Verdict,
  activated: boolean,
): void {
  const dueOn = dueOf(store, office, day, verdict)?.dueOn ?? null;
  beginFollowUp(store, office, day, { ...row, dueOn }, activated, version);
}

/** Of a late request little is known: it counts as a citizen's. */
function verdictOfLate({ store, office, day }: Correction, procedure: Procedure): Verdict {
  const card = requestCard({ procedure });
  return verdictOn(store, office, { on: day, subject: 'citizen', card, birthDate: null, procedure });
}

function addLate(correction: Correction, late: Late, position: number): ToldLate {
  const { call, store, office, day } = correction;
  const id = newId();
  const { procedure, outcome, site = 'desk', staff = false } = late;
  const activated = countsAsActivated(procedure, outcome, late.activated);
  const residence = knownResidence(store, office, late.residence);
  const person = planPerson(
    store,
    office,
    late.fullName === undefined ? {} : { person: { fullName: late.fullName } },
  );
  if (person !== null) savePerson(call, office, day, person);
  const personId = person?.id ?? null;
  addLateRequest(store, correction, {
    id,
    position,
    procedure,
    outcome,
    activated,
    site,
    staff,
    residence,
    personId,
  });
  if (mayActivate(procedure, outcome))
    follow(
      correction,
      { id, procedure, person_id: personId },
      verdictOfLate(correction, procedure),
      activated,
    );
  return { requestId: id, procedure, outcome, activated, counted: activated, site, staff, residence };
}

/** Keeps the note of a version; true when it says something else than the version before. */
function saveNote(
  { store, office, day }: Omit<Correction, 'call'>,
  version: number,
  note: { difficulties?: string | undefined; proposals?: string | undefined },
): boolean {
  const before = dayNote(store, office, day);
  const now = {
    difficulties: note.difficulties ?? before.difficulties,
    proposals: note.proposals ?? before.proposals,
  };
  if (now.difficulties === before.difficulties && now.proposals === before.proposals) return false;
  setDayNote(store, { office, day, version }, now);
  return true;
}

export const dayCorrectServices = {
  'day.note'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { businessDay: day, difficulties, proposals } = input;
    if (knownDay(store, office, day).closed_at !== null)
      throw new Refusal({ code: 'day-already-closed', businessDay: day });
    if (saveNote({ store, office, day, version: 1 }, 1, input))
      call.append({ name: 'day.noted', businessDay: day });
    return { businessDay: day, difficulties, proposals };
  },
  'day.correct'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = input.businessDay;
    refuseOnRoad(store);
    const { closed_at: closedAt, voided_at: voidedAt } = knownDay(store, office, day);
    if (closedAt === null) throw new Refusal({ code: 'day-not-closed', businessDay: day });
    if (voidedAt !== null) throw new Refusal({ code: 'day-voided', businessDay: day });
    const version = (reportVersion(store, office, day) ?? 0) + 1;
    const correction: Correction = { call, store, office, day, version };
    const before = new Map(dayRequests(store, office, day).map((request) => [request.id, request]));
    const changed = new Set<string>();
    const changes = (input.changes ?? []).flatMap((asked) => {
      if (changed.has(asked.requestId))
        throw new Refusal({ code: 'invalid-input', path: 'changes', reason: 'request-twice' });
      changed.add(asked.requestId);
      const request = before.get(asked.requestId);
      const told =
        request === undefined
          ? correctActivation(correction, asked)
          : correctRequest(correction, request, asked);
      return told === null ? [] : [told];
    });
    const late = (input.late ?? []).map((one, index) => addLate(correction, one, index));
    const noted = saveNote(correction, version, input);
    if (changes.length === 0 && late.length === 0 && !noted)
      throw new Refusal({ code: 'nothing-to-correct' });
    // The reason is what a person typed; it stands with the version, not in the journal.
    call.append({
      name: 'day.corrected',
      businessDay: day,
      data: { version, changes, late, noted },
    });
    return freezeReport(call, office, day, input.reason);
  },
} satisfies Partial<Services>;
