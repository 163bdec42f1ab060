import { beforeEach, expect, test } from 'vitest';
import {
  askSlowly,
  doSlowly,
  laptopOf,
  newTeam,
  PASSPHRASE,
  serve,
  slowRefusal,
  starterOf,
  workedRoad,
} from '#tests/support/team-desks.ts';
import { emptyDesk, openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const DAY = '2026-11-20';
const SECOND = '2026-11-21';

let home: TestDesk;
let laptop: TestDesk;
let teamId: string;
beforeEach(async () => {
  home = openTestDesk();
  ({ teamId, laptop } = await newTeam(home, 'L'));
});

const mẫu = { fullName: 'Trần Thị Mẫu', idNumber: '001190000001', birthDate: '1990-02-03' };

const workRoad = (people: number, day = DAY, activated = false): void =>
  workedRoad(laptop, people, day, activated);

const packOf = (desk: TestDesk) => doSlowly(desk, 'team.pack', {});
const changed = (base64: string, change: (bytes: Buffer) => Buffer) => ({
  fileName: 'goi.goi-qtd',
  base64: change(Buffer.from(base64, 'base64')).toString('base64'),
});

const flipped = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes);
  other[at] = (bytes[at] ?? 0) ^ 1;
  return other;
};

test('a laptop works with the letter of its team, counts what it does as on the road, and home gives no number of it', () => {
  laptop.call('day.open', { businessDay: DAY });
  expect(serve(laptop, mẫu)).toBe('L001');
  expect(laptop.call('report.day', { businessDay: DAY }).breakdowns.bySite).toContainEqual({
    site: 'mobile',
    total: 1,
    taken: 1,
    activated: 0,
  });
  expect(laptop.call('office.show', {})).toMatchObject({
    name: 'Công an phường Bình Minh',
    series: [{ letter: 'L' }],
  });
  expect(home.call('series.list', {}).map(({ letter }) => letter)).not.toContain('L');
  expect(
    home.refusal('ticket.issue', { series: 'L', requests: [{ procedure: 'level-2', subject: 'citizen' }] }),
  ).toEqual({
    code: 'unknown-series',
    series: 'L',
  });
  expect(home.refusal('series.save', { letter: 'L', name: 'Khác' })).toEqual({
    code: 'letter-taken',
    letter: 'L',
  });
  expect(home.refusal('team.save', { name: 'Tổ khác', series: 'A' })).toEqual({
    code: 'letter-taken',
    letter: 'A',
  });
  expect(home.refusal('team.save', { name: 'Tổ lưu động L', series: 'M' })).toEqual({
    code: 'name-taken',
    name: 'Tổ lưu động L',
  });
});

test('a starter opens by its passphrase alone, on a PC without an office', async () => {
  const starter = await starterOf(home, teamId);
  const start = (file: { fileName: string; base64: string }, passphrase = 'mùa lúa chín ven sông') =>
    slowRefusal(emptyDesk(home.clock), 'team.start', { ...file, passphrase });
  const refused = (reason: string) => ({ code: 'team-file-refused', reason });
  expect(await start(starter, 'mùa lúa chín ven đồng')).toEqual(refused('wrong-passphrase'));
  expect(await start(changed(starter.base64, (bytes) => bytes.subarray(0, bytes.length / 2)))).toEqual(
    refused('cut'),
  );
  expect(await start(changed(starter.base64, () => Buffer.from('xin chào')))).toEqual(
    refused('not-a-starter'),
  );
  expect(
    await start(
      changed(starter.base64, (bytes) => Buffer.from(bytes.toString().replace('STARTER-1', 'STARTER-2'))),
    ),
  ).toEqual(refused('too-new'));
  expect(await slowRefusal(home, 'team.start', { ...starter, passphrase: 'mùa lúa chín ven sông' })).toEqual({
    code: 'already-set-up',
  });
  expect(Buffer.from(starter.base64, 'base64').toString()).not.toContain('Bình Minh');
});

test('the same starter again changes nothing, and nobody is asked to send figures from a laptop', async () => {
  const starter = await starterOf(home, teamId);
  const other = await laptopOf(starter, home.clock);
  other.call('day.open', { businessDay: DAY });
  serve(other, mẫu);
  other.call('day.close', { businessDay: DAY });
  expect(await doSlowly(other, 'team.start', { ...starter, passphrase: PASSPHRASE })).toEqual({
    teamId,
    name: 'Tổ lưu động L',
    series: 'L',
  });
  expect(other.call('ticket.list', { businessDay: DAY })).toHaveLength(1);
  other.clock.pass(20 * 3600);
  expect(other.call('report.reminders', {})).toEqual([]);
});

test('the rosters that a team needs go with it', async () => {
  const { rosterId } = home.call('roster.save', {
    name: 'Trường Thử',
    level: 'level-2',
    dueOn: '2026-12-31',
  });
  home.call('roster.add-member', { rosterId, person: { fullName: mẫu.fullName, idNumber: mẫu.idNumber } });
  const other = await laptopOf(await starterOf(home, teamId, [rosterId]), home.clock);
  expect(other.call('roster.of-person', mẫu)).toMatchObject([{ rosterId, name: 'Trường Thử', sure: true }]);
  const ofIts = (desk: TestDesk) => [desk.call('roster.list', {}), desk.call('roster.members', { rosterId })];
  expect(ofIts(other)).toEqual(ofIts(home));
});

test('a day that home has closed takes what the team did as a later version; the day as it was closed stays', async () => {
  serve(home, mẫu);
  const first = home.call('day.close', { businessDay: DAY });
  workRoad(3, DAY, true);
  const pack = await packOf(laptop);
  expect(await doSlowly(home, 'team.review', pack)).toMatchObject({
    status: 'new',
    name: 'Tổ lưu động L',
    people: 3,
    days: [{ businessDay: DAY, tickets: 3, fresh: 3, home: 'closed' }],
  });
  const merged = await doSlowly(home, 'team.merge', pack);
  expect(merged).toMatchObject({ status: 'new', tickets: 3 });
  const now = home.call('report.day', { businessDay: DAY });
  expect(now).toMatchObject({
    version: 2,
    reason: 'Tổ lưu động: Tổ lưu động L',
    tickets: { issued: 4, served: 4 },
  });
  expect(now.breakdowns.activated.total).toBe(3);
  expect(home.call('report.day', { businessDay: DAY, version: 1 })).toEqual(first);
  expect(await doSlowly(home, 'team.merge', pack)).toEqual({ ...merged, status: 'already', tickets: 0 });
  expect(home.call('report.versions', { businessDay: DAY })).toHaveLength(2);
});

test('where the power goes between the tickets of a pack and the report of their day, the next merge makes the report', async () => {
  serve(home, mẫu);
  home.call('day.close', { businessDay: DAY });
  workRoad(3);
  const pack = await packOf(laptop);
  await doSlowly(home, 'team.merge', pack);
  const { chainHead: _head, ...merged } = home.call('report.day', { businessDay: DAY });
  // As the store stands between the two.
  home.store.database.exec(
    `DROP TRIGGER day_report_kept; DELETE FROM day_report WHERE version = 2; UPDATE team_starter SET pack = 0, digest = NULL, merged_to = NULL`,
  );
  expect(home.call('report.day', { businessDay: DAY })).toMatchObject({ version: 1, tickets: { issued: 1 } });
  expect(await doSlowly(home, 'team.merge', pack)).toMatchObject({ status: 'new', tickets: 0 });
  expect(home.call('report.day', { businessDay: DAY })).toMatchObject(merged);
});

test('a day that home never opened is added as a closed one, between others too, and the open day takes its own', async () => {
  home.call('day.close', { businessDay: DAY });
  workRoad(2, SECOND);
  home.clock.pass(3 * 24 * 3600);
  home.call('day.open', { businessDay: '2026-11-23' });
  serve(home, mẫu);
  workRoad(1, '2026-11-23');
  const { tickets } = await doSlowly(home, 'team.merge', await packOf(laptop));
  expect(tickets).toBe(3);
  expect(home.call('report.day', { businessDay: SECOND })).toMatchObject({
    version: 1,
    reason: null,
    tickets: { served: 2 },
  });
  expect(home.call('report.day', { businessDay: '2026-11-23' })).toMatchObject({
    version: null,
    tickets: { served: 2 },
  });
  expect(serve(home, { fullName: 'Người đến sau' })).toBe('A002');
  expect(home.call('day.close', { businessDay: '2026-11-23' }).tickets.served).toBe(3);
});

test('a day that may still be opened here waits for that', async () => {
  home.call('day.close', { businessDay: DAY });
  home.clock.pass(24 * 3600);
  workRoad(1, SECOND);
  expect(await slowRefusal(home, 'team.merge', await packOf(laptop))).toEqual({ code: 'day-not-open' });
});

test('who has the same number and name is one person; the same number under another name stays two and is said', async () => {
  serve(home, mẫu);
  laptop.call('day.open', { businessDay: DAY });
  serve(laptop, { ...mẫu, phone: '0900000001' } as typeof mẫu);
  serve(laptop, { ...mẫu, fullName: 'Lê Văn Ví Dụ' });
  laptop.call('day.close', { businessDay: DAY });
  const pack = await packOf(laptop);
  expect(await doSlowly(home, 'team.review', pack)).toMatchObject({
    people: 2,
    known: 1,
    doubtful: [{ number: 'L002', fullName: 'Lê Văn Ví Dụ', otherName: 'Trần Thị Mẫu' }],
  });
  await doSlowly(home, 'team.merge', pack);
  const found = home.call('person.search', { search: mẫu.idNumber });
  expect(new Map(found.map(({ fullName, phone }) => [fullName, phone]))).toEqual(
    new Map([
      ['Lê Văn Ví Dụ', null],
      ['Trần Thị Mẫu', '0900000001'],
    ]),
  );
  expect(home.call('follow-up.list', { list: 'all' }).rows).toHaveLength(3);
});

test('what is no whole and unchanged pack of this office changes nothing, each with its own word', async () => {
  workRoad(2);
  const { base64 } = await packOf(laptop);
  const before = () => home.call('report.day', { businessDay: DAY }).tickets.issued;
  const asked = async (file: { fileName: string; base64: string }, desk = home) => {
    const problem = await slowRefusal(desk, 'team.merge', file);
    return problem.code === 'team-file-refused' ? problem.reason : problem.code;
  };
  for (const [reason, change] of [
    ['not-a-pack', () => Buffer.from('xin chào')],
    [
      'too-new',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('PACK-1', 'PACK-2'), 'latin1'),
    ],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, 40)],
    ['damaged', (bytes: Buffer) => flipped(bytes, bytes.length - 9)],
    ['damaged', (bytes: Buffer) => flipped(bytes, bytes.indexOf('"sha256"') + 12)],
    [
      'damaged',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"pack":1', '"pack":2'), 'latin1'),
    ],
    ['damaged', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([1])])],
  ] as const)
    expect([reason, await asked(changed(base64, change))]).toEqual([reason, reason]);
  const other = openTestDesk();
  expect(await asked({ fileName: 'a', base64 }, other)).toBe('other-office');
  expect(await asked({ fileName: 'a', base64 }, laptop)).toBe('team-desk');
  expect(before()).toBe(0);
  expect(home.call('person.search', { search: 'người thử' })).toEqual([]);
  await doSlowly(home, 'team.merge', { fileName: 'a', base64 });
  expect(before()).toBe(2);
});

test('an older pack changes nothing, and a later one brings only what is new', async () => {
  workRoad(1);
  const first = await packOf(laptop);
  home.clock.pass(24 * 3600);
  workRoad(2, SECOND);
  home.clock.pass(24 * 3600);
  const second = await packOf(laptop);
  home.call('day.close', { businessDay: DAY, leftovers: 'left' });
  expect(await doSlowly(home, 'team.merge', second)).toMatchObject({ status: 'new', tickets: 3 });
  expect(await doSlowly(home, 'team.merge', first)).toEqual({ status: 'older', tickets: 0, receipt: null });
  expect(home.call('report.versions', { businessDay: DAY })).toHaveLength(2);
  expect(home.call('report.versions', { businessDay: SECOND })).toHaveLength(1);
});

test('two laptops of one letter that gave one number are told apart before anything is taken in', async () => {
  const starter = await starterOf(home, teamId);
  const twin = await laptopOf(starter, home.clock);
  workRoad(2);
  await doSlowly(home, 'team.merge', await packOf(laptop));
  twin.call('day.open', { businessDay: DAY });
  serve(twin, mẫu);
  twin.call('day.close', { businessDay: DAY });
  const issued = home.call('report.day', { businessDay: DAY }).tickets.issued;
  expect(await slowRefusal(home, 'team.merge', await packOf(twin))).toEqual({
    code: 'pack-numbers-taken',
    numbers: ['L001'],
  });
  expect(home.call('report.day', { businessDay: DAY }).tickets.issued).toBe(issued);
});

test('the laptop lets its people go when home has said by its receipt that it has them, and not before', async () => {
  workRoad(3);
  const people = () => laptop.call('person.search', { search: 'người thử' }).length;
  const pack = await packOf(laptop);
  expect(laptop.call('team.here', {})).toMatchObject({ pack: 1, confirmed: false, unpackedDays: 0 });
  const { receipt } = await doSlowly(home, 'team.merge', pack);
  expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const wrong = `${receipt?.slice(0, -1)}${receipt?.endsWith('7') ? '8' : '7'}`;
  expect(await slowRefusal(laptop, 'team.confirm', { receipt: wrong })).toEqual({ code: 'receipt-wrong' });
  expect(people()).toBe(3);
  expect(await doSlowly(laptop, 'team.confirm', { receipt: ` ${receipt?.toLowerCase()}` })).toEqual({
    people: 3,
  });
  expect(people()).toBe(0);
  expect(laptop.call('team.here', {})).toMatchObject({ pack: 1, confirmed: true });
  expect(laptop.call('report.day', { businessDay: DAY }).tickets.served).toBe(3);
  expect(home.call('person.search', { search: 'người thử' })).toHaveLength(3);
});

test('on the road nothing is corrected or merged, and no pack is made of an open day', async () => {
  laptop.call('day.open', { businessDay: DAY });
  expect(await slowRefusal(laptop, 'team.pack', {})).toEqual({ code: 'day-still-open', businessDay: DAY });
  laptop.call('day.close', { businessDay: DAY });
  expect(
    laptop.refusal('day.correct', {
      businessDay: DAY,
      reason: 'Thử',
      late: [{ procedure: 'level-2', outcome: 'taken' }],
    }),
  ).toEqual({ code: 'team-desk' });
  expect(laptop.refusal('series.save', { letter: 'A', name: 'Khác' })).toEqual({ code: 'team-desk' });
  expect(laptop.refusal('team.save', { name: 'Tổ', series: 'X' })).toEqual({ code: 'team-desk' });
  expect(await slowRefusal(home, 'team.pack', {})).toEqual({ code: 'no-team-desk' });
  expect((await askSlowly(home, 'team.confirm', { receipt: 'ABCD-ABCD-ABCD' })).ok).toBe(false);
});

test('cases that a team was told of come home with who told it and when', async () => {
  const name = 'Lê Văn Tổ';
  const [officer] = laptop.call('officer.list', {});
  await doSlowly(laptop, 'officer.save', {
    id: officer?.id,
    name,
    roles: ['leader', 'reception', 'counter'],
  });
  laptop.call('day.open', { businessDay: DAY });
  const told = laptop.clock.now();
  const { requests } = laptop.call('ticket.issue', {
    requests: [
      { procedure: 'guidance', subject: 'citizen', person: mẫu, specialCase: 'lives-unregistered' },
      { procedure: 'guidance', subject: 'citizen', person: { fullName: 'Bùi Văn Mẫu' } },
    ],
  });
  laptop.clock.pass(300);
  const later = laptop.clock.now();
  laptop.call('request.set-case', { requestId: requests[1]?.id ?? '', specialCase: 'address-unknown' });
  laptop.call('day.close', { businessDay: DAY, leftovers: 'left' });
  await doSlowly(home, 'team.merge', await packOf(laptop));
  const cases = await doSlowly(home, 'report.cases', {
    businessDay: DAY,
    receiver: 'residence-police',
    unmasked: false,
  });
  const who = `${name}, Tổ lưu động L`;
  expect(cases.map(({ fullName, told }) => [fullName, told])).toEqual([
    ['Bùi Văn Mẫu', { at: later, officer: who }],
    ['Trần Thị Mẫu', { at: told, officer: who }],
  ]);
});
