import { z } from 'zod';
import { HOME_END_REASONS, HOME_REASONS, HOME_STATES } from '#shared/domain/visit/home-visit.ts';
import { MEMBER_STATES } from '#shared/domain/roster/member.ts';
import { VISIT_SITES, VISIT_STATES } from '#shared/domain/visit/visit.ts';
import {
  anyIdNumber,
  birthDate,
  count,
  day,
  id,
  optionalText,
  personName,
  phone,
  text,
} from '#shared/domain/values.ts';
import { officers, type DeskMethod } from './method.ts';
import { countedDay, outcomes } from './stale.ts';
import { ticketContract } from './ticket.ts';

/** Local time, `07:30`. */
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const plan = z.object({
  day,
  starts: time,
  ends: time,
  /** The figures of the report are by this name: of a visit at home the hamlet, never an address. */
  place: text(120),
  site: z.enum(VISIT_SITES),
  /** People expected. */
  expected: z.int().min(0).max(10_000),
  teamId: id.nullable(),
  /** Who goes, by name. */
  goers: optionalText(200),
  materials: optionalText(300),
  /** Who expects them there, and their telephone. */
  contact: optionalText(120),
  phone: optionalText(20),
  rosterId: id.nullable(),
});

const visit = plan.extend({
  visitId: id,
  place: z.string(),
  goers: z.string(),
  materials: z.string(),
  contact: z.string(),
  phone: z.string(),
  teamName: z.string().nullable(),
  rosterName: z.string().nullable(),
  state: z.enum(VISIT_STATES),
  /** People to be visited at home who are put into it. */
  homeVisits: count,
  /** As the newest figures count them. */
  figures: z.object({ tickets: count, requests: count, files: count, activated: count }),
});
export type Visit = z.infer<typeof visit>;

const homeVisit = z.object({
  homeVisitId: id,
  askedOn: day,
  fullName: z.string(),
  idNumberMasked: z.string().nullable(),
  birthDate: z.string().nullable(),
  address: z.string(),
  why: z.enum(HOME_REASONS),
  contact: z.string(),
  phone: z.string(),
  wantedOn: day.nullable(),
  visitId: id.nullable(),
  /** Of the visit it is put into. */
  plannedOn: day.nullable(),
  state: z.enum(HOME_STATES),
  overdue: z.boolean(),
  endReason: z.enum(HOME_END_REASONS).nullable(),
  /** Of the latest ticket that was given for it. */
  number: z.string().nullable(),
});
export type HomeVisit = z.infer<typeof homeVisit>;

const expectedPerson = z.object({
  /** Of a member of the visit's roster, or of a visit at home. */
  whoId: id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  /** The room of a member, the address of whoever is visited at home. */
  place: z.string().nullable(),
  /** Of a member of the roster. */
  state: z.enum(MEMBER_STATES).nullable(),
  /** Of whoever is visited at home. */
  home: homeVisit.pick({ why: true, contact: true, phone: true, state: true }).nullable(),
  /** The number given at this visit. */
  number: z.string().nullable(),
});
export type ExpectedPerson = z.infer<typeof expectedPerson>;

const stale = ['visit', 'home-visit', 'roster', 'team', 'office', ...countedDay, ...outcomes] as const;

export const visitContract = {
  /** A visit of a team or of the desk; without `visitId` a new one. Refused with `unknown-team` and `unknown-roster`. */
  'visit.save': {
    kind: 'command',
    roles: officers,
    input: plan
      .extend({ visitId: id.optional() })
      .refine(({ starts, ends }) => starts < ends, { message: 'ends-before-start', path: ['ends'] }),
    output: z.object({ visitId: id }),
  },
  /** Nobody goes; who was to be visited at home waits again. */
  'visit.call-off': {
    kind: 'command',
    roles: officers,
    input: z.object({ visitId: id }),
    output: z.object({ visitId: id }),
  },
  /** Visits from three months ago on, by day and hour. */
  'visit.list': {
    kind: 'query',
    stale: [...stale],
    roles: officers,
    input: z.object({}),
    output: z.array(visit),
  },
  /** Who is expected at a visit: the roster it is for, and who is visited at home; with the numbers given there. */
  'visit.people': {
    kind: 'query',
    stale: [...stale, 'person', 'extract', 'follow-up'],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({ visitId: id }),
    output: z.array(expectedPerson),
  },
  /**
   * Gives one number to somebody who is expected, or to a family together. Refused with `visit-closed`, `unknown-expected`, and
   * `expected-served` where one of them has a number.
   */
  'visit.take': {
    kind: 'command',
    roles: officers,
    input: z.object({ visitId: id, whoIds: z.array(id).min(1).max(10) }),
    output: ticketContract['ticket.issue'].output,
  },
  /** Somebody asks that a person be visited at home; with `homeVisitId` what was written is changed, an absent field stays. */
  'home-visit.save': {
    kind: 'command',
    roles: officers,
    input: z.object({
      homeVisitId: id.optional(),
      fullName: personName,
      idNumber: anyIdNumber.nullable().optional(),
      birthDate: birthDate.nullable().optional(),
      address: text(200),
      why: z.enum(HOME_REASONS),
      contact: optionalText(120),
      phone,
      wantedOn: day.nullable(),
    }),
    output: z.object({ homeVisitId: id }),
  },
  /** Puts people into a visit, or out of it. Refused with `visit-closed` where it is over or called off. */
  'home-visit.plan': {
    kind: 'command',
    roles: officers,
    input: z.object({ homeVisitIds: z.array(id).min(1).max(200), visitId: id.nullable() }),
    output: z.object({ people: count }),
  },
  /** Nobody goes, for a reason; null takes it back. */
  'home-visit.end': {
    kind: 'command',
    roles: officers,
    input: z.object({ homeVisitId: id, reason: z.enum(HOME_END_REASONS).nullable() }),
    output: z.object({ homeVisitId: id }),
  },
  /** Everybody who asked and whose name is kept: overdue ones first, then in the order in which they asked. */
  'home-visit.list': {
    kind: 'query',
    stale: [...stale],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({}),
    output: z.array(homeVisit),
  },
} as const satisfies Record<string, DeskMethod>;
