import { describe, expect, test } from 'vitest';
import { levelContract, type LevelInput, type LevelMethodName } from '#shared/contract/level.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { LEVEL_PINS, signingLevel } from '#tests/support/signing-level.ts';
import { ENGINES, testLevel } from '#tests/support/test-level.ts';

/** Served although nobody is signed in. Written here a second time on purpose. */
const FREE: readonly LevelMethodName[] = [
  'officer.list',
  'officer.recover',
  'session.open',
  'session.close',
  'session.lock',
  'access.policy',
];
const LEADERS: readonly LevelMethodName[] = [
  'officer.save',
  'officer.unlock',
  'access.set-policy',
  'data.prove-recovery',
  'data.renew-recovery',
  'level.set-up',
  'level.set-paper',
  'office.accept-key',
  'office.close',
  'office.token',
  'target.set',
  'folder.watch',
  'backup.make',
  'pc.become-desk',
];
const methods = Object.keys(levelContract) as LevelMethodName[];

type Signing = Awaited<ReturnType<typeof signingLevel>>;
const guess = (level: Signing, pin: string) =>
  level.refusal('session.open', { officerId: level.ids.clerk, pin });

describe.each(ENGINES)('%s', (engine) => {
  test('every method: with PINs nobody in particular may only sign in, a clerk does not decide, a leader may all', async (context) => {
    const level = await signingLevel(context, engine);
    const [leader, clerk] = [await level.signIn('leader'), await level.signIn('clerk')];
    const locked = await level.signIn('clerk');
    await level.call('session.lock', {}, locked);
    // A body that no method takes: told once the caller may call it.
    const told = async (method: LevelMethodName, how: object) => {
      const { code } = await level.refusal(method, 'nothing' as never, how);
      return code === 'invalid-input' ? 'served' : code;
    };
    for (const method of methods) {
      const nobody = FREE.includes(method) ? 'served' : 'session-needed';
      expect([method, await told(method, {})]).toEqual([method, nobody]);
      expect([method, await told(method, { remote: true })]).toEqual([method, nobody]);
      const covered = FREE.includes(method) ? 'served' : 'session-locked';
      expect([method, await told(method, locked)]).toEqual([method, covered]);
      const decided = LEADERS.includes(method) ? 'not-allowed' : 'served';
      expect([method, await told(method, clerk)]).toEqual([method, decided]);
      expect([method, await told(method, leader)]).toEqual([method, 'served']);
    }
  });

  test('without PINs the door decides, another PC is let in nowhere, and whoever was chosen from the list is in the book', async (context) => {
    const level = await signingLevel(context, engine, { pins: 'off' });
    expect(await level.refusal('level.state', {}, { remote: true })).toEqual({ code: 'sender-refused' });
    expect(await level.refusal('session.open', { officerId: level.ids.clerk }, { remote: true })).toEqual({
      code: 'sender-refused',
    });
    const office = sender(1);
    const wish = { code: office.code, name: office.name, publicKey: office.key.publicKey };
    await level.call('office.register', wish, { role: 'clerk' });
    const { session } = await level.call('session.open', { officerId: level.ids.clerk });
    const file = (day: string) => ({
      fileName: `${day}.json`,
      base64: dayFileOf(office, day).toString('base64'),
    });
    await level.call('file.receive', file('2026-11-19'), { by: 'Tự xưng' });
    await level.call('file.receive', file('2026-11-20'), { by: 'Tự xưng', session });
    expect(await level.call('file.list', {})).toMatchObject([
      { fileName: '2026-11-20.json', by: 'Đỗ Ngọc Lan', officerId: level.ids.clerk },
      { fileName: '2026-11-19.json', by: 'Tự xưng', officerId: null },
    ]);
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });

  test('what an officer does stands in the book with name and id, also after the name has changed', async (context) => {
    const level = await signingLevel(context, engine);
    const clerk = await level.signIn('clerk');
    const office = sender(1);
    const wish = { code: office.code, name: office.name, publicKey: office.key.publicKey };
    await level.call('office.register', wish, clerk);
    const base64 = dayFileOf(office, '2026-11-20').toString('base64');
    await level.call('file.receive', { fileName: 'a.json', base64 }, { ...clerk, by: 'Người khác' });
    const leader = await level.signIn('leader');
    await level.call('officer.save', { id: level.ids.clerk, name: 'Đỗ Thị Ngọc Lan' }, leader);
    const versions = { officeCode: office.code, businessDay: '2026-11-20' };
    expect(await level.call('file.versions', versions, leader)).toMatchObject([{ by: 'Đỗ Ngọc Lan' }]);
    expect(await level.call('file.list', {}, leader)).toMatchObject([
      { by: 'Đỗ Ngọc Lan', officerId: level.ids.clerk },
    ]);
    expect(await level.call('level.check', {}, leader)).toMatchObject({ whole: true });
  });

  test('from the third wrong PIN on each makes wait, the tenth locks until a leader opens', async (context) => {
    const level = await signingLevel(context, engine);
    const waits: number[] = [];
    for (let wrong = 1; wrong < 10; wrong += 1) {
      const problem = await guess(level, '0000');
      if (problem.code !== 'wrong-pin') throw new Error(problem.code);
      waits.push(problem.waitSeconds);
      if (problem.waitSeconds > 0) {
        level.clock.pass(problem.waitSeconds - 1);
        expect(await guess(level, LEVEL_PINS.clerk)).toEqual({ code: 'wait-first', seconds: 1 });
        level.clock.pass(1);
      }
    }
    expect(waits).toEqual([0, 0, 5, 15, 30, 60, 60, 60, 60]);
    expect(await guess(level, '0000')).toEqual({ code: 'officer-locked' });
    level.clock.pass(86_400);
    expect(await guess(level, LEVEL_PINS.clerk)).toEqual({ code: 'officer-locked' });
    const leader = await level.signIn('leader');
    const [, locked] = await level.call('officer.list', {}, leader);
    expect(locked).toMatchObject({ wrong: 10, locked: true });
    await level.call('officer.unlock', { officerId: level.ids.clerk }, leader);
    await level.signIn('clerk');
  });

  test('a hundred guesses at once: one after another, and three are looked at', async (context) => {
    const level = await signingLevel(context, engine);
    const codes = await Promise.all(
      Array.from({ length: 100 }, (_, pin) =>
        guess(level, String(pin).padStart(4, '0')).then(({ code }) => code),
      ),
    );
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(3);
    expect(new Set(codes)).toEqual(new Set(['wrong-pin', 'wait-first']));
  });

  test('the recovery key gives the only leader a new PIN and ends what was open in the old one', async (context) => {
    const level = await signingLevel(context, engine);
    const leader = await level.signIn('leader');
    await level.call('data.prove-recovery', { recoveryKey: level.recoveryKey }, leader);
    expect(await level.call('access.policy', {})).toMatchObject({ pins: 'on', recovery: 'proven' });
    expect(await level.refusal('officer.recover', { recoveryKey: 'ABCD', pin: '86421' })).toMatchObject({
      reason: 'mistyped',
    });
    const wish = { recoveryKey: level.recoveryKey.toLowerCase(), pin: '86421' };
    expect(await level.refusal('officer.recover', { ...wish, officerId: level.ids.clerk })).toEqual({
      code: 'unknown-officer',
    });
    await level.call('officer.recover', wish);
    expect(await level.refusal('level.state', {}, leader)).toEqual({ code: 'session-needed' });
    await level.call('session.open', { officerId: level.ids.leader, pin: '86421' });
  });

  test('a level does not lose the last leader who can sign in, nor switches PINs on before there is one', async (context) => {
    const level = await signingLevel(context, engine, { pins: 'off' });
    await level.call('officer.save', { id: level.ids.leader, pin: null });
    expect(await level.refusal('access.set-policy', { pins: 'on' })).toEqual({ code: 'leader-pin-missing' });
    await level.call('officer.save', { id: level.ids.leader, pin: LEVEL_PINS.leader });
    expect(await level.call('access.set-policy', { pins: 'on' })).toMatchObject({
      pins: 'on',
      recovery: 'made',
    });
    const leader = await level.signIn('leader');
    for (const change of [{ active: false }, { pin: null }, { roles: ['clerk' as const] }])
      expect(await level.refusal('officer.save', { id: level.ids.leader, ...change }, leader)).toEqual({
        code: 'last-leader',
      });
    expect(
      await level.refusal('officer.save', { name: 'đỗ ngọc lan', roles: ['clerk'] }, leader),
    ).toMatchObject({ code: 'name-taken' });
    // Nothing of what was refused has stayed.
    expect(await level.call('officer.list', {}, leader)).toMatchObject([
      { name: 'Trần Thu Hà', active: true, roles: ['leader'], hasPin: true },
      { name: 'Đỗ Ngọc Lan' },
    ]);
  });

  test.for([
    ['switched off', { active: false }],
    ['given another role', { roles: ['leader'] }],
    ['given another PIN', { pin: '8642' }],
  ] satisfies [string, LevelInput<'officer.save'>][])(
    'an officer who is %s is signed out',
    async ([_what, change], context) => {
      const level = await signingLevel(context, engine);
      const [leader, clerk] = [await level.signIn('leader'), await level.signIn('clerk')];
      await level.call('officer.save', { id: level.ids.clerk, ...change }, leader);
      expect(await level.refusal('level.state', {}, clerk)).toEqual({ code: 'session-needed' });
      await level.call('level.state', {}, leader);
    },
  );

  test('PINs and officers are there after a restart, sessions are not', async (context) => {
    const level = await signingLevel(context, engine);
    const leader = await level.signIn('leader');
    for (const pin of ['0000', '1111', '2222']) await guess(level, pin);
    await level.level.close();
    const { folder, database } = level;
    const again = await testLevel(context, engine, { place: { folder, database } });
    const ask = (method: LevelMethodName, input: object, how: object = {}) =>
      again.level.dispatch(
        method,
        input,
        { role: 'leader', by: '', ...how },
        '01890000-0000-7000-8000-000000000001',
      );
    expect(await ask('level.state', {}, leader)).toMatchObject({ problem: { code: 'session-needed' } });
    const wish = { officerId: level.ids.clerk, pin: LEVEL_PINS.clerk };
    expect(await ask('session.open', wish)).toMatchObject({ problem: { code: 'wait-first', seconds: 5 } });
  });

  test('nothing is kept of a lock or a close that nobody was signed in for', async (context) => {
    const level = await signingLevel(context, engine);
    const asker = { role: 'leader', by: '', remote: true } as const;
    const key = '01890000-0000-7000-8000-000000000001';
    const before = level.level.revision();
    // A key that was kept with one of them would be refused to the other.
    for (const method of ['session.lock', 'session.close', 'session.lock'] as const)
      expect(await level.level.dispatch(method, {}, asker, key)).toEqual({ ok: true, value: {} });
    expect(level.level.revision()).toBe(before);
    const clerk = await level.signIn('clerk');
    await level.call('session.close', {}, clerk);
    expect(await level.refusal('level.state', {}, clerk)).toEqual({ code: 'session-needed' });
    expect(level.level.revision()).toBe(before + 2);
  });
});

test('a name that was chosen without a PIN is nobody once another program of the database asks for PINs', async (context) => {
  const here = await signingLevel(context, 'postgresql', { pins: 'off' });
  const { folder, database } = here;
  const there = await testLevel(context, 'postgresql', { place: { folder, database } });
  const chosen = await here.call('session.open', { officerId: here.ids.leader }, { role: 'clerk' });
  await here.call('level.state', {}, { session: chosen.session });
  const known = Promise.withResolvers<void>();
  here.level.onChange(() => known.resolve());
  await there.call('access.set-policy', { pins: 'on' });
  await known.promise;
  const asked = { role: 'clerk', session: chosen.session } as const;
  expect(await here.refusal('level.state', {}, asked)).toEqual({ code: 'session-needed' });
  expect(await here.level.isSignedIn(asked)).toBe(false);
});
