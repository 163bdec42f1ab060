import { beforeEach, expect, test } from 'vitest';
import {
  askSlowly,
  doSlowly,
  laptopOf,
  newTeam,
  serve,
  slowRefusal,
  starterOf,
  workedRoad,
} from '#tests/support/team-desks.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const DAY = '2026-11-20';
const SECOND = '2026-11-21';
/** The desk stops where a report is frozen. */
const CUT_OFF =
  "CREATE TRIGGER cut_off BEFORE INSERT ON day_report BEGIN SELECT RAISE(ABORT, 'cut off'); END";

let home: TestDesk;
let laptop: TestDesk;
let teamId: string;
beforeEach(async () => {
  home = openTestDesk();
  ({ teamId, laptop } = await newTeam(home, 'L'));
});

const packOf = (desk: TestDesk) => doSlowly(desk, 'team.pack', {});

test('no pack of a laptop that was lost is taken, until it is found; another laptop of the team is taken meanwhile', async () => {
  workedRoad(laptop, 2, DAY);
  const pack = await packOf(laptop);
  expect(home.refusal('team.lose', { teamId, isLost: false })).toEqual({ code: 'no-laptop' });
  home.call('team.lose', { teamId, isLost: true });
  expect(home.call('team.list', {})).toMatchObject([{ state: 'lost', lostAt: home.clock.now() }]);
  expect(home.refusal('team.lose', { teamId, isLost: true })).toEqual({ code: 'no-laptop' });
  const lost = { code: 'team-file-refused', reason: 'lost-laptop' };
  expect(await slowRefusal(home, 'team.review', pack)).toEqual(lost);
  expect(await slowRefusal(home, 'team.merge', pack)).toEqual(lost);
  home.call('team.lose', { teamId, isLost: false });
  expect(await doSlowly(home, 'team.merge', pack)).toMatchObject({ status: 'new', tickets: 2 });
  home.call('team.lose', { teamId, isLost: true });
  expect(await slowRefusal(home, 'team.merge', pack)).toEqual(lost);

  const other = await laptopOf(await starterOf(home, teamId), home.clock);
  expect(home.call('team.list', {})).toMatchObject([{ state: 'away', lostAt: null }]);
  other.call('day.open', { businessDay: SECOND });
  serve(other, { fullName: 'Trần Thị Mẫu' });
  other.call('day.close', { businessDay: SECOND });
  home.clock.pass(2 * 24 * 3600);
  expect(await doSlowly(home, 'team.merge', await packOf(other))).toMatchObject({ tickets: 1 });
  expect(await slowRefusal(home, 'team.merge', await packOf(laptop))).toEqual(lost);
  expect(home.refusal('team.lose', { teamId: 'L', isLost: true })).toMatchObject({
    code: 'invalid-input',
  });
});

test('a day on which a team served nobody comes home for what it learnt that day of accounts', async () => {
  workedRoad(laptop, 2, DAY);
  await doSlowly(home, 'team.merge', await packOf(laptop));
  home.call('day.close', { businessDay: DAY });
  home.clock.pass(24 * 3600);
  for (const desk of [home, laptop]) desk.call('day.open', { businessDay: SECOND });
  const [one, other] = laptop.call('follow-up.list', { list: 'all' }).rows;
  laptop.call('follow-up.activate', {
    requestId: one?.requestId ?? '',
    activatedOn: SECOND,
    source: 'telephone',
  });
  for (const desk of [home, laptop]) desk.call('day.close', { businessDay: SECOND });
  home.clock.pass(24 * 3600);
  const activated = () => home.call('report.day', { businessDay: SECOND }).breakdowns.activated.total;
  expect(activated()).toBe(0);
  expect(await doSlowly(home, 'team.merge', await packOf(laptop))).toMatchObject({
    status: 'new',
    tickets: 0,
  });
  expect(activated()).toBe(1);
  expect(home.call('report.versions', { businessDay: SECOND })).toHaveLength(2);
  expect(home.call('follow-up.show', { requestId: one?.requestId ?? '' }).state).toBe('activated');
  expect(home.call('follow-up.show', { requestId: other?.requestId ?? '' }).state).not.toBe('activated');
});

test('a day that home never opened is whole after a merge that was cut off before its report was frozen', async () => {
  home.call('day.close', { businessDay: DAY });
  workedRoad(laptop, 3, SECOND);
  const pack = await packOf(laptop);
  home.clock.pass(2 * 24 * 3600);
  home.store.write(() => home.store.prepare<[]>(CUT_OFF).run());
  expect(await askSlowly(home, 'team.merge', pack)).toMatchObject({ ok: false });
  expect(home.call('report.calendar', { month: SECOND.slice(0, 7) })).not.toContainEqual(
    expect.objectContaining({ day: SECOND, state: 'closed' }),
  );
  home.store.write(() => home.store.prepare<[]>('DROP TRIGGER cut_off').run());
  expect(await doSlowly(home, 'team.merge', pack)).toMatchObject({ status: 'new' });
  expect(home.call('report.day', { businessDay: SECOND })).toMatchObject({
    version: 1,
    reason: null,
    tickets: { served: 3 },
  });
});
