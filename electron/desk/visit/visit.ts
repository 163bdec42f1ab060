import type { ExpectedPerson, Visit } from '#shared/contract/visit.ts';
import { addDays, localDay } from '#shared/domain/calendar/business-date.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { isFileTaken } from '#shared/domain/account/level.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { routeOrder } from '#shared/domain/visit/home-visit.ts';
import { countsAsStaff } from '#shared/domain/roster/member.ts';
import { familyOrder, intakeProcedure, intakeSubject } from '#shared/domain/visit/visit.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { issueTicket } from '../queue/ticket-issue.ts';
import { Refusal } from '../refusal.ts';
import { findRoster } from '../roster/roster.ts';
import { standings } from '../roster/standing.ts';
import { dayActivations, dayRequests } from '../store/rows/day-requests.ts';
import { homeVisitRows } from '../store/rows/home-visit-row.ts';
import { openDay } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { matchMember, memberRows, rosterRow, type MemberRow } from '../store/rows/roster-row.ts';
import { personOfRequest } from '../store/rows/request-row.ts';
import { teamDesk, teamRows } from '../store/rows/team-row.ts';
import {
  daysOfVisits,
  numbersOfVisit,
  saveVisit,
  visitRows,
  type ListedVisit,
  type VisitRow,
} from '../store/rows/visit-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { findVisit, homeVisits, stateOfVisit } from './home-visit.ts';

/** Visits are listed for so many days after they were. */
const LISTED_DAYS = 92;

type VisitFigures = Visit['figures'];

/** What the newest figures of the days count of each visit. */
function figuresOf(store: ReadableStore, office: string, rows: readonly ListedVisit[], from: string) {
  const figures = new Map<string, VisitFigures>(
    rows.map(({ id, tickets }) => [id, { tickets, requests: 0, files: 0, activated: 0 }]),
  );
  const add = (visitId: string | null, key: Exclude<keyof VisitFigures, 'tickets'>): void => {
    const sums = visitId === null ? undefined : figures.get(visitId);
    if (sums !== undefined) sums[key] += 1;
  };
  for (const day of daysOfVisits(store, office, from)) {
    for (const { visitId, procedure, outcome } of dayRequests(store, office, day)) {
      add(visitId, 'requests');
      if (isFileTaken(procedure, outcome)) add(visitId, 'files');
    }
    for (const { visitId } of dayActivations(store, office, day)) add(visitId, 'activated');
  }
  return figures;
}

function listVisits({ store, at }: QueryCall): Visit[] {
  const office = officeId(store);
  const from = addDays(localDay(at), -LISTED_DAYS);
  const rows = visitRows(store, office, from);
  const figures = figuresOf(store, office, rows, from);
  const own = teamDesk(store);
  return rows.map((row) => ({
    visitId: row.id,
    day: row.day,
    starts: row.starts,
    ends: row.ends,
    place: row.place,
    site: row.site,
    expected: row.expected,
    teamId: row.team_id,
    teamName: row.team ?? (own !== undefined && own.team_id === row.team_id ? own.name : null),
    goers: row.goers,
    materials: row.materials,
    contact: row.contact,
    phone: row.phone,
    rosterId: row.roster_id,
    rosterName: row.roster,
    state: stateOfVisit(row, at),
    homeVisits: row.homes,
    figures: figures.get(row.id) ?? { tickets: 0, requests: 0, files: 0, activated: 0 },
  }));
}

/** The people of the visit's roster, in its order. */
function membersOf(store: ReadableStore, { roster_id }: VisitRow): MemberRow[] {
  const roster = roster_id === null ? undefined : rosterRow(store, roster_id);
  return roster === undefined
    ? []
    : memberRows(store, officeId(store), roster.id).filter(({ full_name }) => full_name !== '');
}

function expectedAt(call: QueryCall, visit: VisitRow): ExpectedPerson[] {
  const { store } = call;
  const given = numbersOfVisit(store, visit.id);
  const numberOf = (is: (row: (typeof given)[number]) => boolean): string | null => {
    const row = given.findLast(is);
    return row === undefined ? null : ticketNumber(row.letter, row.number);
  };
  const members = membersOf(store, visit);
  const asked = visit.roster_id === null ? undefined : rosterRow(store, visit.roster_id);
  const standing =
    asked === undefined
      ? undefined
      : standings(store, officeId(store), members, () => asked.level, { rosterId: asked.id });
  const numbers = new Map(members.map((row) => [row.id, row.person_id]));
  return [
    ...routeOrder(homeVisits(call, visit.id)).map((one) => ({
      whoId: one.homeVisitId,
      fullName: one.fullName,
      birthDate: one.birthDate,
      idNumberMasked: one.idNumberMasked,
      place: one.address,
      state: null,
      home: { why: one.why, contact: one.contact, phone: one.phone, state: one.state },
      number: numberOf(({ home_visit_id }) => home_visit_id === one.homeVisitId),
    })),
    ...members.map((row) => ({
      whoId: row.id,
      fullName: row.full_name,
      birthDate: row.birth_date,
      idNumberMasked: row.id_number === null ? null : maskIdNumber(row.id_number),
      place: row.unit,
      state: standing?.get(row.id)?.state ?? 'not-yet',
      home: null,
      number: numberOf(({ person_id }) => person_id !== null && person_id === numbers.get(row.id)),
    })),
  ];
}

/** Somebody expected, as a request is made of them. */
type Comer = {
  readonly whoId: string;
  readonly isMember: boolean;
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: MemberRow['sex'];
};

function comers(store: ReadableStore, visit: VisitRow): Map<string, Comer> {
  const all: Comer[] = [
    ...membersOf(store, visit).map((row) => ({ ...row, isMember: true })),
    ...homeVisitRows(store, officeId(store), visit.id).map((row) => ({ ...row, isMember: false, sex: null })),
  ].map(({ id, full_name, id_number, birth_date, ...row }) => ({
    whoId: id,
    isMember: row.isMember,
    fullName: full_name,
    idNumber: id_number,
    birthDate: birth_date,
    sex: row.sex,
  }));
  return new Map(all.map((one) => [one.whoId, one]));
}

export const visitServices = {
  'visit.save'({ store, append }, { visitId, teamId, rosterId, ...plan }) {
    const office = officeId(store);
    const before = visitId === undefined ? undefined : findVisit(store, visitId);
    if (rosterId !== null && rosterId !== before?.roster_id) findRoster(store, rosterId);
    const isKnown = (id: string): boolean =>
      teamDesk(store)?.team_id === id || teamRows(store).some((team) => team.id === id);
    if (teamId !== null && teamId !== before?.team_id && !isKnown(teamId))
      throw new Refusal({ code: 'unknown-team' });
    const id = before?.id ?? newId();
    saveVisit(store, office, {
      ...plan,
      id,
      team_id: teamId,
      roster_id: rosterId,
      called_off_on: before?.called_off_on ?? null,
    });
    append({ name: 'visit.saved', data: { visitId: id } });
    return { visitId: id };
  },
  'visit.call-off'({ store, at, append }, { visitId }) {
    saveVisit(store, officeId(store), { ...findVisit(store, visitId), called_off_on: localDay(at) });
    append({ name: 'visit.called-off', data: { visitId } });
    return { visitId };
  },
  'visit.list': listVisits,
  'visit.people': (call, { visitId }) => expectedAt(call, findVisit(call.store, visitId)),
  'visit.take'(call, { visitId, whoIds }) {
    const { store } = call;
    const visit = findVisit(store, visitId);
    const { day } = openDay(store, officeId(store));
    const state = stateOfVisit(visit, call.at);
    if (state === 'called-off' || state === 'to-come')
      throw new Refusal({ code: 'visit-closed', visit: state });
    const known = comers(store, visit);
    const listed = new Map(expectedAt(call, visit).map((one) => [one.whoId, one]));
    const found = [...new Set(whoIds)].map((id) => {
      const comer = known.get(id);
      if (comer === undefined) throw new Refusal({ code: 'unknown-expected' });
      const number = listed.get(id)?.number ?? null;
      if (number !== null && listed.get(id)?.home?.state !== 'planned')
        throw new Refusal({ code: 'expected-served', number });
      return comer;
    });
    const family = familyOrder(found, day);
    const level = (visit.roster_id === null ? undefined : rosterRow(store, visit.roster_id))?.level;
    const ticket = issueTicket(call, {
      visit,
      homeVisits: family.map(({ whoId, isMember }) => (isMember ? null : whoId)),
      requests: family.map(({ whoId, isMember, fullName, idNumber, birthDate, sex }) => ({
        procedure: intakeProcedure(level ?? 'level-2', listed.get(whoId)?.state ?? 'not-yet'),
        subject: intakeSubject(birthDate, day),
        ...(isMember && countsAsStaff(birthDate, day) && { staff: true }),
        person: {
          fullName,
          ...(idNumber !== null && { idNumber }),
          ...(birthDate !== null && { birthDate }),
          ...(sex !== null && { sex }),
        },
      })),
    });
    // The officer sees who stands there: it is the one of the roster.
    for (const [index, { whoId, isMember }] of family.entries()) {
      const request = ticket.requests[index];
      if (isMember && request !== undefined) matchMember(store, whoId, personOfRequest(store, request.id));
    }
    return ticket;
  },
} satisfies Partial<Services>;
