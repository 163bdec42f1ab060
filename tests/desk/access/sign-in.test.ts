import { expect, test } from 'vitest';
import { valueOf } from '#tests/support/desk-clients.ts';
import { PINS, signingDesk } from '#tests/support/signing-desk.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('without PINs the first officer acts, as before', () => {
  const desk = openTestDesk();
  expect(desk.call('session.show', {})).toMatchObject({ officer: { name: '' }, role: 'leader' });
  expect(desk.call('access.policy', {})).toEqual({ pins: 'off', lockMinutes: 5, recovery: 'none' });
});

test('without PINs a name alone signs in, and events carry it', async () => {
  const desk = await signingDesk('off');
  const { session } = await desk.call('session.open', { officerId: desk.ids.counter });
  await desk.call('day.open', { businessDay: '2026-11-20' }, session);
  const opened = desk
    .desk()
    .eventsSince(0)
    .find(({ name }) => name === 'day.opened');
  expect(opened?.officer).toBe(desk.ids.counter);
});

test('with PINs on nobody is served before the sign-in, then in their own name and roles', async () => {
  const desk = await signingDesk();
  expect(await desk.refusal('ticket.list', {})).toEqual({ code: 'session-needed' });
  expect(await desk.refusal('ticket.list', {}, { session: 'guessed' })).toEqual({ code: 'session-needed' });
  const counter = await desk.signIn('counter');
  expect(await desk.call('session.show', {}, counter)).toEqual({
    officer: { id: desk.ids.counter, name: 'Phạm Quốc Toàn' },
    role: 'counter',
  });
  expect(await desk.refusal('day.close', { businessDay: '2026-11-20' }, { session: counter })).toEqual({
    code: 'not-allowed',
    role: 'counter',
  });
  const leader = await desk.signIn('leader');
  await desk.call('day.open', { businessDay: '2026-11-20' }, leader);
  const opened = desk
    .desk()
    .eventsSince(0)
    .find(({ name }) => name === 'day.opened');
  expect(opened?.officer).toBe(desk.ids.leader);
});

test('somebody who is not signed in learns names, and nothing else of officers', async () => {
  const desk = await signingDesk();
  expect(await desk.call('officer.list', {})).toEqual([
    { id: desk.ids.leader, name: 'Trần Thu Hà' },
    { id: desk.ids.reception, name: 'Đỗ Ngọc Lan' },
    { id: desk.ids.counter, name: 'Phạm Quốc Toàn' },
  ]);
  const leader = await desk.signIn('leader');
  expect(await desk.call('officer.list', {}, leader)).toContainEqual({
    id: desk.ids.counter,
    name: 'Phạm Quốc Toàn',
    roles: ['counter'],
    active: true,
    hasPin: true,
    wrong: 0,
    locked: false,
  });
});

test('a session is worth nothing at another device, after a restart, and after it was closed', async () => {
  const desk = await signingDesk();
  const session = await desk.signIn('leader');
  expect(await desk.refusal('ticket.list', {}, { session, device: 'another' })).toEqual({
    code: 'session-needed',
  });
  await desk.call('session.close', {}, session);
  expect(await desk.refusal('ticket.list', {}, { session })).toEqual({ code: 'session-needed' });
  const again = await desk.signIn('leader');
  desk.restart();
  expect(await desk.refusal('ticket.list', {}, { session: again })).toEqual({ code: 'session-needed' });
});

test('a locked screen is served nothing but a sign-in, and what finishes a print', async () => {
  const desk = await signingDesk();
  const session = await desk.signIn('counter');
  await desk.call('session.lock', {}, session);
  expect(await desk.refusal('ticket.list', {}, { session })).toEqual({ code: 'session-locked' });
  expect(await desk.refusal('print.mark', { jobId: desk.ids.leader, state: 'sent' }, { session })).toEqual({
    code: 'unknown-print-job',
  });
  const wall = await desk.send('queue.wall', {}, { role: 'display' });
  expect(wall.ok).toBe(true);
  const { session: next } = await desk.call(
    'session.open',
    { officerId: desk.ids.reception, pin: PINS.reception },
    session,
  );
  expect(await desk.refusal('ticket.list', {}, { session })).toEqual({ code: 'session-needed' });
  expect(await desk.call('session.show', {}, next)).toMatchObject({ officer: { id: desk.ids.reception } });
});

test('a joined PC is never a leader by a name alone, and is one by a PIN', async () => {
  const plain = await signingDesk('off');
  const named = await plain.send('session.open', { officerId: plain.ids.leader }, { device: 'another' });
  const { session: byName } = valueOf(named);
  for (const session of [undefined, byName])
    expect(await plain.send('session.show', {}, { session, device: 'another' })).toMatchObject({
      value: { role: 'counter' },
    });

  const desk = await signingDesk();
  const session = await desk.signIn('leader', 'another');
  expect(await desk.send('session.show', {}, { session, device: 'another' })).toMatchObject({
    value: { role: 'leader' },
  });
});

test.each([
  ['switched off', { active: false }],
  ['given another role', { roles: ['reception' as const] }],
  ['given another PIN', { pin: '8642' }],
  ['left without a PIN', { pin: null }],
])('an officer who is %s is signed out', async (_what, change) => {
  const desk = await signingDesk();
  const [leader, counter] = [await desk.signIn('leader'), await desk.signIn('counter')];
  await desk.call('officer.save', { id: desk.ids.counter, ...change }, leader);
  expect(await desk.refusal('ticket.list', {}, { session: counter })).toEqual({ code: 'session-needed' });
  expect((await desk.send('ticket.list', {}, { session: leader })).ok).toBe(true);
});

test('a leader stays signed in who gives himself a new PIN here, and is signed out elsewhere', async () => {
  const desk = await signingDesk();
  const [here, elsewhere] = [await desk.signIn('leader'), await desk.signIn('leader', 'another')];
  await desk.call('officer.save', { id: desk.ids.leader, pin: '8642' }, here);
  expect((await desk.send('ticket.list', {}, { session: here })).ok).toBe(true);
  expect(await desk.refusal('ticket.list', {}, { session: elsewhere, device: 'another' })).toEqual({
    code: 'session-needed',
  });
});

test('whoever was signed in by a name alone signs in with a PIN once PINs are on, but who switched them on goes on', async () => {
  const desk = await signingDesk('off');
  const { session: other } = await desk.call('session.open', { officerId: desk.ids.counter });
  const { session } = await desk.call('session.open', { officerId: desk.ids.leader });
  await desk.call('access.set-policy', { pins: 'on' }, session);
  expect(await desk.refusal('ticket.list', {}, { session: other })).toEqual({ code: 'session-needed' });
  await desk.call('access.set-policy', { lockMinutes: 10 }, await desk.signIn('leader'));
  expect(await desk.call('session.show', {}, session)).toMatchObject({
    officer: { id: desk.ids.leader },
    role: 'leader',
  });
});

test('PINs that are switched on by nobody in particular are asked of everybody', async () => {
  const desk = await signingDesk('off');
  const { session } = await desk.call('session.open', { officerId: desk.ids.leader });
  await desk.call('access.set-policy', { pins: 'on' });
  expect(await desk.refusal('ticket.list', {}, { session })).toEqual({ code: 'session-needed' });
});

test('PINs are not switched on while no leader has one', async () => {
  const desk = await signingDesk('off');
  await desk.call('officer.save', { id: desk.ids.leader, pin: null });
  expect(await desk.refusal('access.set-policy', { pins: 'on' })).toEqual({ code: 'leader-pin-missing' });
});

test.each([
  ['switched off', { active: false }],
  ['made an officer of a counter', { roles: ['counter' as const] }],
  ['left without a PIN', { pin: null }],
])('the only leader is not %s', async (_what, change) => {
  const desk = await signingDesk();
  const leader = await desk.signIn('leader');
  expect(await desk.refusal('officer.save', { id: desk.ids.leader, ...change }, { session: leader })).toEqual(
    {
      code: 'last-leader',
    },
  );
  expect((await desk.send('ticket.list', {}, { session: leader })).ok).toBe(true);
  await desk.call('officer.save', { id: desk.ids.counter, roles: ['leader', 'counter'] }, leader);
  await desk.call('officer.save', { id: desk.ids.leader, ...change }, leader);
});

test('two officers at work never have one name; one who left gives it free', async () => {
  const desk = await signingDesk();
  const leader = await desk.signIn('leader');
  const wish = { name: 'phạm quốc toàn', roles: ['counter' as const] };
  expect(await desk.refusal('officer.save', wish, { session: leader })).toMatchObject({ code: 'name-taken' });
  await desk.call('officer.save', { id: desk.ids.counter, active: false }, leader);
  await desk.call('officer.save', wish, leader);
  expect(
    await desk.refusal('officer.save', { id: desk.ids.counter, active: true }, { session: leader }),
  ).toMatchObject({
    code: 'name-taken',
  });
});

test('an officer without a PIN, or who was switched off, does not sign in', async () => {
  const desk = await signingDesk();
  const leader = await desk.signIn('leader');
  const { id } = await desk.call('officer.save', { name: 'Võ Minh Nhật', roles: ['counter'] }, leader);
  expect(await desk.refusal('session.open', { officerId: id, pin: '1234' })).toEqual({ code: 'pin-not-set' });
  await desk.call('officer.save', { id: desk.ids.counter, active: false }, leader);
  expect(await desk.refusal('session.open', { officerId: desk.ids.counter, pin: PINS.counter })).toEqual({
    code: 'unknown-officer',
  });
});

test('nothing of a PIN or a session stands in the database or in what is kept of calls', async () => {
  const desk = await signingDesk();
  const session = await desk.signIn('leader');
  const { database } = desk.store();
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()));
  const everything = tables.join('');
  for (const secret of [...Object.values(PINS), session, desk.recoveryKey])
    expect(everything.includes(secret)).toBe(false);
});

test('a PIN that is taken away while it is compared opens nothing', async () => {
  const desk = await signingDesk();
  const leader = await desk.signIn('leader');
  const { counter } = desk.ids;
  const opening = desk.send('session.open', { officerId: counter, pin: PINS.counter });
  const changed = await desk.send('officer.save', { id: counter, pin: '8642' }, { session: leader });
  expect(changed.ok).toBe(true);
  const opened = await opening;
  // Whichever was first: nobody is signed in by the former PIN now.
  if (opened.ok) {
    const { session } = opened.value;
    expect(await desk.refusal('ticket.list', {}, { session })).toEqual({ code: 'session-needed' });
  } else expect(opened.problem).toEqual({ code: 'session-needed' });
});
