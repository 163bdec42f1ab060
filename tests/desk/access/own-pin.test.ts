import { expect, test } from 'vitest';
import { PINS, signingDesk } from '#tests/support/signing-desk.ts';

test('an officer gives himself a new PIN by the former one, stays signed in here and is signed out elsewhere', async () => {
  const desk = await signingDesk();
  const [here, elsewhere] = [await desk.signIn('counter'), await desk.signIn('counter', 'another')];
  const told = await desk.call('officer.set-pin', { pin: PINS.counter, newPin: '86420' }, here);
  expect(told).toEqual({ id: desk.ids.counter, name: 'Phạm Quốc Toàn' });
  expect((await desk.send('ticket.list', {}, { session: here })).ok).toBe(true);
  expect(await desk.refusal('ticket.list', {}, { session: elsewhere, device: 'another' })).toEqual({
    code: 'session-needed',
  });
  const officerId = desk.ids.counter;
  expect(await desk.refusal('session.open', { officerId, pin: PINS.counter })).toMatchObject({
    code: 'wrong-pin',
  });
  await desk.call('session.open', { officerId, pin: '86420' });
});

test('a wrong former PIN counts as at the sign-in, and there is no second row of guesses', async () => {
  const desk = await signingDesk();
  const session = await desk.signIn('counter');
  const guess = { pin: '0000', newPin: '86420' };
  expect(await desk.refusal('officer.set-pin', guess, { session })).toMatchObject({ wrong: 1 });
  const officerId = desk.ids.counter;
  expect(await desk.refusal('session.open', { officerId, pin: '1111' })).toMatchObject({ wrong: 2 });
  expect(await desk.refusal('officer.set-pin', guess, { session })).toMatchObject({ waitSeconds: 5 });
  expect(await desk.refusal('officer.set-pin', { ...guess, pin: PINS.counter }, { session })).toEqual({
    code: 'wait-first',
    seconds: 5,
  });
  desk.clock.pass(5);
  await desk.call('officer.set-pin', { ...guess, pin: PINS.counter }, session);
});

test('a PIN that a leader sets meanwhile stays', async () => {
  const desk = await signingDesk();
  const [counter, leader] = [await desk.signIn('counter'), await desk.signIn('leader')];
  const changing = desk.send('officer.set-pin', { pin: PINS.counter, newPin: '86420' }, { session: counter });
  await desk.call('officer.save', { id: desk.ids.counter, pin: '75319' }, leader);
  await changing;
  await desk.call('session.open', { officerId: desk.ids.counter, pin: '75319' });
});
