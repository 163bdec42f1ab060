import { beforeEach, expect, test } from 'vitest';
import { doSlowly } from '#tests/support/team-desks.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { homeVisit as bông, visitPlan as plan } from '#tests/support/visits.ts';

const DAY = '2026-11-20';
const DAY_MS = 24 * 3600;

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});

const homes = () => desk.call('home-visit.list', {});
const only = () => homes()[0];

function finish(ticketId: string, requestId: string, outcome: 'taken' | 'papers-missing'): void {
  const counterId = desk.counters[0] ?? '';
  desk.call('ticket.call', { ticketId, counterId });
  desk.call('ticket.start', { ticketId, counterId });
  desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome }] });
}

test('a visit at home goes from the request of a relative to the figures of the day', () => {
  const { homeVisitId } = desk.call('home-visit.save', { ...bông, wantedOn: '2026-11-20' });
  expect(only()).toMatchObject({ state: 'asked', overdue: false, idNumberMasked: '079*****0001' });
  desk.call('day.close', { businessDay: DAY });
  desk.clock.pass(DAY_MS);
  expect(only()).toMatchObject({ state: 'asked', overdue: true });

  const { visitId } = desk.call('visit.save', plan);
  desk.call('home-visit.plan', { homeVisitIds: [homeVisitId], visitId });
  expect(only()).toMatchObject({ state: 'planned', overdue: false, plannedOn: '2026-11-21' });
  expect(desk.call('visit.people', { visitId })).toMatchObject([
    {
      whoId: homeVisitId,
      place: 'Hẻm 12, Khu phố 3',
      home: { why: 'old', phone: '0900000116' },
      number: null,
    },
  ]);

  desk.call('day.open', { businessDay: '2026-11-21' });
  const first = desk.call('visit.take', { visitId, whoIds: [homeVisitId] });
  expect(first.requests).toMatchObject([{ procedure: 'level-2', subject: 'citizen' }]);
  expect(only()).toMatchObject({ state: 'under-way', number: first.number });
  expect(desk.refusal('visit.take', { visitId, whoIds: [homeVisitId] })).toEqual({
    code: 'expected-served',
    number: first.number,
  });
  finish(first.id, first.requests[0]?.id ?? '', 'papers-missing');
  expect(only()).toMatchObject({ state: 'planned' });
  const second = desk.call('visit.take', { visitId, whoIds: [homeVisitId] });
  finish(second.id, second.requests[0]?.id ?? '', 'taken');
  expect(only()).toMatchObject({ state: 'done', overdue: false, number: second.number });

  const { breakdowns } = desk.call('report.day', { businessDay: '2026-11-21' });
  expect(breakdowns.bySite).toContainEqual({ site: 'home', total: 2, taken: 1, activated: 0 });
  expect(breakdowns.byVisit).toEqual([{ visit: 'Khu phố 3', total: 2, taken: 1, activated: 0 }]);
  expect(desk.call('visit.list', {})).toMatchObject([
    { state: 'today', homeVisits: 1, figures: { tickets: 2, requests: 2, files: 1, activated: 0 } },
  ]);
  expect(
    desk.call('report.tickets', {
      businessDay: '2026-11-21',
      figure: { section: 'visits', row: 'Khu phố 3', column: 'files' },
    }),
  ).toMatchObject({ total: 1, rows: [{ number: second.number }] });
});

test('a visit that is called off lets the people wait again, and nobody is put into one that is over', () => {
  const { homeVisitId } = desk.call('home-visit.save', bông);
  const { visitId } = desk.call('visit.save', plan);
  desk.call('home-visit.plan', { homeVisitIds: [homeVisitId], visitId });
  expect(desk.refusal('visit.take', { visitId, whoIds: [homeVisitId] })).toEqual({
    code: 'visit-closed',
    visit: 'to-come',
  });
  desk.call('visit.call-off', { visitId });
  expect(only()).toMatchObject({ state: 'asked', visitId: null });
  expect(desk.refusal('home-visit.plan', { homeVisitIds: [homeVisitId], visitId })).toEqual({
    code: 'visit-closed',
    visit: 'called-off',
  });
  const over = desk.call('visit.save', { ...plan, day: '2026-11-19' });
  expect(desk.refusal('home-visit.plan', { homeVisitIds: [homeVisitId], ...over })).toMatchObject({
    code: 'visit-closed',
    visit: 'over',
  });
});

test('a request is changed without losing what was not typed, ended for a reason, and taken back', () => {
  const { homeVisitId } = desk.call('home-visit.save', bông);
  const { idNumber: _number, birthDate: _born, ...typed } = bông;
  desk.call('home-visit.save', { ...typed, homeVisitId, address: 'Hẻm 14' });
  expect(only()).toMatchObject({ address: 'Hẻm 14', birthDate: '1938', idNumberMasked: '079*****0001' });
  desk.call('home-visit.end', { homeVisitId, reason: 'came' });
  expect(only()).toMatchObject({ state: 'ended', endReason: 'came' });
  desk.call('home-visit.end', { homeVisitId, reason: null });
  expect(only()).toMatchObject({ state: 'asked', endReason: null });
});

test('what names somebody goes after the days of keeping, once they were visited; who waits is kept', async () => {
  desk.call('office.update', { settings: { keepDays: 30 } });
  const { visitId } = desk.call('visit.save', {
    ...plan,
    day: DAY,
    contact: 'Lê Văn Ví Dụ',
    phone: '0900000001',
  });
  const done = desk.call('home-visit.save', bông);
  const waits = desk.call('home-visit.save', { ...bông, fullName: 'Lý Văn Thử', idNumber: '079145000002' });
  desk.call('home-visit.plan', { homeVisitIds: [done.homeVisitId], visitId });
  const ticket = desk.call('visit.take', { visitId, whoIds: [done.homeVisitId] });
  finish(ticket.id, ticket.requests[0]?.id ?? '', 'taken');
  desk.call('day.close', { businessDay: DAY });
  desk.clock.pass(60 * DAY_MS);
  await doSlowly(desk, 'data.purge', {});
  expect(homes()).toMatchObject([{ homeVisitId: waits.homeVisitId }]);
  expect(desk.call('visit.list', {})).toMatchObject([{ place: 'Khu phố 3', contact: '', phone: '' }]);
  expect(desk.call('report.day', { businessDay: DAY }).breakdowns.byVisit).toHaveLength(1);
  desk.clock.pass(400 * DAY_MS);
  await doSlowly(desk, 'data.purge', {});
  expect(homes()).toEqual([]);
});

test('who asks what is kept about them is told of the visit that was asked for, and it goes with them', () => {
  const { homeVisitId } = desk.call('home-visit.save', bông);
  const { visitId } = desk.call('visit.save', { ...plan, day: DAY });
  desk.call('home-visit.plan', { homeVisitIds: [homeVisitId], visitId });
  const ticket = desk.call('visit.take', { visitId, whoIds: [homeVisitId] });
  finish(ticket.id, ticket.requests[0]?.id ?? '', 'taken');
  const [person] = desk.call('person.search', { search: 'mẫu' });
  const personId = person?.id ?? '';
  expect(desk.call('person.kept', { personId }).homeVisits).toEqual([
    {
      askedOn: DAY,
      address: 'Hẻm 12, Khu phố 3',
      why: 'old',
      contact: 'cháu ngoại',
      phone: '0900000116',
    },
  ]);
  desk.call('person.erase', { personId, reason: 'asked' });
  expect(homes()).toEqual([]);
});
