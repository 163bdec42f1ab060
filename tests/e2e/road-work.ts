import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { homeVisit, visitPlan } from '#tests/support/visits.ts';

/** Invented people of a school, a mother with her child among them. */
export const CLASS = [
  { fullName: 'Bùi Thị Ví Dụ', birthDate: '1984-03-02', idNumber: '079184000001' },
  { fullName: 'Bùi Văn Bé', birthDate: '2016-05-01', idNumber: '079216000002' },
  ...['An', 'Bình', 'Cúc', 'Dung', 'Giang', 'Hà', 'Khoa', 'Liên', 'Minh', 'Nga'].map((name, at) => ({
    fullName: `Trần Thị ${name}`,
    birthDate: `199${at}-04-1${at}`,
    idNumber: `07919${at}00001${at}`,
  })),
];

const SCHOOL = 'Trường THCS Thử Nghiệm';
const ROOM = 'Lớp 6A';
const TEAM = 'Tổ lưu động 1';
const GOERS = 'Lê Văn Ví Dụ';

/** What an office itself calls its work on the road: nothing of it is translated. */
export const ROAD_WORDS = [
  // Before the place that is a part of it.
  homeVisit.address,
  ...CLASS.map(({ fullName }) => fullName),
  SCHOOL,
  ROOM,
  TEAM,
  GOERS,
  visitPlan.place,
  homeVisit.fullName,
  homeVisit.contact,
  'Lý Văn Thử',
];

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** A school with its list, a team, a visit to the school today, one from house to house tomorrow, and two who ask to be visited. */
export async function planRoad(ask: Ask, today: string): Promise<{ readonly visitId: string }> {
  const { rosterId } = await ask('roster.save', {
    name: SCHOOL,
    dueOn: addDays(today, 20),
    level: 'level-2',
  });
  for (const person of CLASS) await ask('roster.add-member', { rosterId, person: { ...person, unit: ROOM } });
  const { teamId } = await ask('team.save', { name: TEAM, series: 'L' });
  const { visitId } = await ask('visit.save', {
    ...visitPlan,
    day: today,
    site: 'mobile',
    place: SCHOOL,
    expected: CLASS.length,
    goers: GOERS,
    phone: '0900000117',
    teamId,
    rosterId,
  });
  const homes = await ask('visit.save', { ...visitPlan, day: addDays(today, 1), teamId });
  const { homeVisitId } = await ask('home-visit.save', { ...homeVisit, wantedOn: today });
  await ask('home-visit.plan', { homeVisitIds: [homeVisitId], visitId: homes.visitId });
  const second = { fullName: 'Lý Văn Thử', idNumber: '079145000002', birthDate: '1945', wantedOn: null };
  await ask('home-visit.save', { ...homeVisit, ...second, why: 'ill' });
  return { visitId };
}
