import type { HomeVisit } from '#shared/contract/visit.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { homeState, isOverdue, type HomeFacts } from '#shared/domain/visit/home-visit.ts';
import { visitState } from '#shared/domain/visit/visit.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import {
  homeOutcomes,
  homeVisitRow,
  homeVisitRows,
  planHomeVisit,
  saveHomeVisit,
  type HomeVisitRow,
} from '../store/rows/home-visit-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { visitRow, type VisitRow } from '../store/rows/visit-row.ts';
import type { ReadableStore } from '../store/store.ts';

/** A visit; refuses with `unknown-visit`. */
export function findVisit(store: ReadableStore, id: string): VisitRow {
  const row = visitRow(store, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-visit' });
  return row;
}

/** Where a visit stands today. */
export function stateOfVisit(row: VisitRow, at: string): ReturnType<typeof visitState> {
  return visitState({ day: row.day, calledOffOn: row.called_off_on }, localDay(at));
}

function findHomeVisit(store: ReadableStore, id: string): HomeVisitRow {
  const row = homeVisitRow(store, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-home-visit' });
  return row;
}

/** Everybody who asked, or those of one visit, in the order in which they asked. */
export function homeVisits({ store, at }: QueryCall, visitId?: string): HomeVisit[] {
  const office = officeId(store);
  const today = localDay(at);
  const outcomes = Map.groupBy(homeOutcomes(store, office), ({ home_visit_id }) => home_visit_id);
  return homeVisitRows(store, office, visitId).map((row) => {
    const tickets = outcomes.get(row.id) ?? [];
    const last = tickets.at(-1);
    const facts: HomeFacts = {
      wantedOn: row.wanted_on,
      endedOn: row.ended_on,
      plannedOn: row.planned_on,
      outcomes: tickets.map(({ outcome }) => outcome),
    };
    return {
      homeVisitId: row.id,
      askedOn: row.asked_on,
      fullName: row.full_name,
      idNumberMasked: row.id_number === null ? null : maskIdNumber(row.id_number),
      birthDate: row.birth_date,
      address: row.address,
      why: row.why,
      contact: row.contact,
      phone: row.phone,
      wantedOn: row.wanted_on,
      visitId: row.planned_on === null ? null : row.visit_id,
      plannedOn: row.planned_on,
      state: homeState(facts, today),
      overdue: isOverdue(facts, today),
      endReason: row.end_reason,
      number: last === undefined ? null : ticketNumber(last.letter, last.number),
    };
  });
}

export const homeVisitServices = {
  'home-visit.save'({ store, at, append }, input) {
    const before = input.homeVisitId === undefined ? undefined : findHomeVisit(store, input.homeVisitId);
    const id = before?.id ?? newId();
    const { idNumber = before?.id_number ?? null, birthDate = before?.birth_date ?? null } = input;
    saveHomeVisit(store, officeId(store), {
      id,
      asked_on: before?.asked_on ?? localDay(at),
      full_name: input.fullName,
      id_number: idNumber,
      birth_date: birthDate,
      address: input.address,
      why: input.why,
      contact: input.contact,
      phone: input.phone,
      wanted_on: input.wantedOn,
      visit_id: before?.visit_id ?? null,
      ended_on: before?.ended_on ?? null,
      end_reason: before?.end_reason ?? null,
    });
    append({ name: 'home-visit.saved', data: { homeVisitId: id } });
    return { homeVisitId: id };
  },
  'home-visit.plan'({ store, at, append }, { homeVisitIds, visitId }) {
    if (visitId !== null) {
      const state = stateOfVisit(findVisit(store, visitId), at);
      if (state === 'over' || state === 'called-off')
        throw new Refusal({ code: 'visit-closed', visit: state });
    }
    for (const id of new Set(homeVisitIds)) planHomeVisit(store, findHomeVisit(store, id).id, visitId);
    const people = new Set(homeVisitIds).size;
    append({ name: 'home-visit.planned', data: { visitId, people } });
    return { people };
  },
  'home-visit.end'({ store, at, append }, { homeVisitId, reason }) {
    const row = findHomeVisit(store, homeVisitId);
    saveHomeVisit(store, officeId(store), {
      ...row,
      ended_on: reason === null ? null : localDay(at),
      end_reason: reason,
    });
    append({ name: 'home-visit.ended', data: { homeVisitId, back: reason === null } });
    return { homeVisitId };
  },
  'home-visit.list': (call) =>
    homeVisits(call).toSorted(
      (a, b) => Number(b.overdue) - Number(a.overdue) || (a.askedOn < b.askedOn ? -1 : 1),
    ),
} satisfies Partial<Services>;
