import { beforeEach, expect, test } from 'vitest';
import { doSlowly, laptopOf, starterOf } from '#tests/support/team-desks.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { homeVisit, visitPlan } from '#tests/support/visits.ts';

const DAY = '2026-11-20';
const gathering = {
  ...visitPlan,
  day: DAY,
  site: 'mobile',
  place: 'Trường THCS Thử',
  starts: '07:00',
} as const;

let desk: TestDesk;
let rosterId: string;
beforeEach(() => {
  desk = openTestDesk();
  ({ rosterId } = desk.call('roster.save', { name: 'Trường THCS Thử', dueOn: null, level: 'level-2' }));
});

/** Somebody of the roster; without a number where none is said. */
function add(fullName: string, birthDate: string, idNumber?: string): string {
  return desk.call('roster.add-member', {
    rosterId,
    person: { fullName, birthDate, unit: 'Lớp 6A', ...(idNumber && { idNumber }) },
  }).memberId;
}

function finish(at: TestDesk, ticket: { id: string; requests: readonly { id: string }[] }): void {
  const counterId = at.counters[0] ?? '';
  at.call('ticket.call', { ticketId: ticket.id, counterId });
  at.call('ticket.start', { ticketId: ticket.id, counterId });
  at.call('ticket.finish', {
    ticketId: ticket.id,
    outcomes: ticket.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const })),
  });
}

test('a room is taken in by its roster, each with one call, and stands on the roster as taken', () => {
  const teacher = add('Trần Thị Mẫu', '1985-02-03', '079185000001');
  const nameless = add('Lê Văn Ví Dụ', '1990');
  const { visitId } = desk.call('visit.save', { ...gathering, rosterId });
  expect(desk.call('visit.people', { visitId })).toMatchObject([
    { whoId: teacher, place: 'Lớp 6A', state: 'not-yet', idNumberMasked: '079*****0001', home: null },
    { whoId: nameless, idNumberMasked: null },
  ]);
  for (const whoId of [teacher, nameless])
    finish(desk, desk.call('visit.take', { visitId, whoIds: [whoId] }));
  // Also of whoever has no number on the list: the officer saw who stood there.
  expect(desk.call('visit.people', { visitId })).toMatchObject([
    { state: 'taken', number: 'A001' },
    { state: 'taken', number: 'A002' },
  ]);
  expect(desk.call('roster.members', { rosterId })).toMatchObject([
    { state: 'taken', maybe: null },
    { state: 'taken', maybe: null },
  ]);
  expect(desk.call('report.day', { businessDay: DAY }).breakdowns).toMatchObject({
    byVisit: [{ visit: 'Trường THCS Thử', total: 2, taken: 2, activated: 0 }],
  });
});

test('a family shares one number, grown-ups first, children as children', () => {
  const child = add('Trần Văn Bé', '2016-05-01', '079216000003');
  const mother = add('Trần Thị Mẫu', '1985-02-03', '079185000001');
  const { visitId } = desk.call('visit.save', { ...gathering, rosterId });
  const ticket = desk.call('visit.take', { visitId, whoIds: [child, mother] });
  expect(desk.call('ticket.get', { ticketId: ticket.id }).requests).toMatchObject([
    { subject: 'citizen', person: { fullName: 'Trần Thị Mẫu' } },
    { subject: 'child', person: { fullName: 'Trần Văn Bé' } },
  ]);
  expect(desk.refusal('visit.take', { visitId, whoIds: [child] })).toEqual({
    code: 'expected-served',
    number: ticket.number,
  });
});

test('nobody of another roster is taken, and a visit wants a team and a roster that are here', () => {
  const { visitId } = desk.call('visit.save', gathering);
  const stranger = add('Trần Thị Mẫu', '1985-02-03', '079185000001');
  expect(desk.refusal('visit.take', { visitId, whoIds: [stranger] })).toEqual({ code: 'unknown-expected' });
  expect(desk.refusal('visit.save', { ...gathering, teamId: stranger })).toEqual({ code: 'unknown-team' });
  expect(desk.refusal('visit.save', { ...gathering, rosterId: stranger })).toEqual({
    code: 'unknown-roster',
  });
  expect(desk.refusal('visit.save', { ...gathering, ends: '06:00' })).toMatchObject({
    code: 'invalid-input',
    path: 'ends',
  });
});

test('visits go along with the laptop, its numbers are those of the visit that goes on, and all of it comes home', async () => {
  const { teamId } = desk.call('team.save', { name: 'Tổ 1', series: 'L' });
  const seen = add('Trần Thị Mẫu', '1985-02-03');
  const shown = add('Lê Văn Ví Dụ', '1990', '079190000002');
  const { visitId } = desk.call('visit.save', { ...gathering, teamId, rosterId });
  const evening = { ...gathering, starts: '17:00', ends: '20:00', teamId };
  desk.call('visit.save', { ...evening, place: 'Chung cư Thử' });
  desk.call('visit.save', {
    ...gathering,
    teamId: desk.call('team.save', { name: 'Tổ 2', series: 'M' }).teamId,
    place: 'Của tổ khác',
  });
  const homes = desk.call('visit.save', { ...visitPlan, teamId });
  const old = desk.call('home-visit.save', homeVisit);
  const gone = desk.call('home-visit.save', {
    ...homeVisit,
    fullName: 'Lý Văn Thử',
    idNumber: '079145000002',
  });
  desk.call('home-visit.plan', {
    homeVisitIds: [old.homeVisitId, gone.homeVisitId],
    visitId: homes.visitId,
  });
  const laptop = await laptopOf(await starterOf(desk, teamId), desk.clock);
  expect(laptop.call('visit.list', {}).map(({ place }) => place)).toEqual([
    'Trường THCS Thử',
    'Chung cư Thử',
    'Khu phố 3',
  ]);
  expect(laptop.call('visit.list', {})[0]).toMatchObject({ teamName: 'Tổ 1', rosterName: 'Trường THCS Thử' });

  laptop.call('day.open', { businessDay: DAY });
  finish(laptop, laptop.call('visit.take', { visitId, whoIds: [seen] }));
  // Whoever comes without being on the list is of the visit too.
  finish(
    laptop,
    laptop.call('ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Phạm Thị Thử' } }],
    }),
  );
  laptop.call('roster.mark', { memberId: shown, mark: { known: 'activated' } });
  laptop.call('day.close', { businessDay: DAY });
  desk.call('day.close', { businessDay: DAY });
  desk.clock.pass(24 * 3600);
  laptop.call('day.open', { businessDay: '2026-11-21' });
  const own = laptop.call('visit.save', {
    ...gathering,
    day: '2026-11-21',
    starts: '12:00',
    ends: '13:00',
    place: 'Chợ Thử',
  });
  finish(laptop, laptop.call('visit.take', { visitId: homes.visitId, whoIds: [old.homeVisitId] }));
  laptop.call('home-visit.end', { homeVisitId: gone.homeVisitId, reason: 'moved-away' });
  const asked = laptop.call('home-visit.save', {
    ...homeVisit,
    fullName: 'Đỗ Thị Mới',
    idNumber: '079140000009',
    wantedOn: '2026-11-30',
  });
  laptop.call('day.close', { businessDay: '2026-11-21' });
  const pack = await doSlowly(laptop, 'team.pack', {});
  desk.clock.pass(24 * 3600);
  const { receipt } = await doSlowly(desk, 'team.merge', pack);
  await doSlowly(desk, 'team.merge', pack);

  expect(desk.call('report.day', { businessDay: DAY }).breakdowns).toMatchObject({
    byVisit: [{ visit: 'Trường THCS Thử', total: 2, taken: 2 }],
    bySite: [
      { site: 'desk', total: 0 },
      { site: 'mobile', total: 2 },
      { site: 'home', total: 0 },
    ],
  });
  expect(desk.call('report.day', { businessDay: '2026-11-21' }).breakdowns.byVisit).toMatchObject([
    { visit: 'Khu phố 3', total: 1, taken: 1 },
  ]);
  expect(desk.call('home-visit.list', {}).map(({ fullName, state }) => [fullName, state])).toEqual([
    ['Trần Thị Mẫu', 'done'],
    ['Lý Văn Thử', 'ended'],
    ['Đỗ Thị Mới', 'asked'],
  ]);
  expect(desk.call('visit.list', {}).find((one) => one.visitId === own.visitId)).toMatchObject({
    place: 'Chợ Thử',
  });
  expect(desk.call('visit.list', {}).find((one) => one.visitId === visitId)?.figures).toMatchObject({
    tickets: 2,
    files: 2,
  });
  expect(desk.call('roster.members', { rosterId })).toMatchObject([
    { state: 'taken' },
    { state: 'activated', known: 'shown' },
  ]);
  await doSlowly(laptop, 'team.confirm', { receipt: receipt ?? '' });
  expect(laptop.call('home-visit.list', {}).map(({ homeVisitId }) => homeVisitId)).toEqual(
    expect.arrayContaining([asked.homeVisitId]),
  );
  expect(laptop.call('home-visit.list', {}).map(({ fullName }) => fullName)).not.toContain('Trần Thị Mẫu');
});

test('grown-ups on a roster count as staff, and a target of staff counts them; pupils and others do not', async () => {
  const teacher = add('Trần Thị Mẫu', '1985-02-03', '079185000001');
  const pupil = add('Trần Văn Bé', '2014-05-01', '079214000003');
  const { visitId } = desk.call('visit.save', { ...gathering, rosterId });
  finish(desk, desk.call('visit.take', { visitId, whoIds: [teacher, pupil] }));
  add('Lê Văn Ví Dụ', '1990-01-02', '079090000004');
  const issue = (person: { fullName: string; idNumber: string }, more: object = {}) =>
    finish(
      desk,
      desk.call('ticket.issue', {
        requests: [{ procedure: 'level-2', subject: 'citizen', person, ...more }],
      }),
    );
  issue({ fullName: 'Lê Văn Ví Dụ', idNumber: '079090000004' });
  issue({ fullName: 'Phạm Văn Khác', idNumber: '079090000005' });
  // An officer's word stands.
  issue({ fullName: 'Lê Văn Ví Dụ', idNumber: '079090000004' }, { staff: false });
  const groups = (at: TestDesk) =>
    at.call('report.day', { businessDay: DAY }).breakdowns.byGroup.map(({ group, total }) => [group, total]);
  expect(groups(desk)).toEqual([
    ['staff', 2],
    ['citizen', 3],
  ]);

  // A laptop that has not the roster brings home somebody who stands on it.
  desk.call('visit.call-off', { visitId });
  const { teamId } = desk.call('team.save', { name: 'Tổ 1', series: 'L' });
  add('Hồ Thị Xa', '1991-01-02', '079191000006');
  const laptop = await laptopOf(await starterOf(desk, teamId), desk.clock);
  laptop.call('day.open', { businessDay: DAY });
  const far = { fullName: 'Hồ Thị Xa', idNumber: '079191000006' };
  finish(
    laptop,
    laptop.call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person: far }] }),
  );
  laptop.call('day.close', { businessDay: DAY });
  expect(groups(laptop)[0]).toEqual(['staff', 0]);
  await doSlowly(desk, 'team.merge', await doSlowly(laptop, 'team.pack', {}));
  expect(groups(desk)).toEqual([
    ['staff', 3],
    ['citizen', 3],
  ]);
});
