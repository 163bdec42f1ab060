import { expect, test } from 'vitest';
import { PINS, signingDesk } from '#tests/support/signing-desk.ts';

test('the recovery key gives the only leader a new PIN, also after he was locked out', async () => {
  const desk = await signingDesk();
  const { leader } = desk.ids;
  for (let wrong = 0; wrong < 10; wrong += 1) {
    await desk.refusal('session.open', { officerId: leader, pin: '0000' });
    desk.clock.pass(60);
  }
  expect(await desk.refusal('session.open', { officerId: leader, pin: PINS.leader })).toEqual({
    code: 'officer-locked',
  });
  await desk.call('officer.recover', { recoveryKey: desk.recoveryKey.toLowerCase(), pin: '86421' });
  const { session } = await desk.call('session.open', { officerId: leader, pin: '86421' });
  expect(await desk.call('session.show', {}, session)).toMatchObject({ role: 'leader' });
  expect(await desk.refusal('session.open', { officerId: leader, pin: PINS.leader })).toMatchObject({
    code: 'wrong-pin',
  });
});

test('another key gives nothing, and a mistyped one is told', async () => {
  const desk = await signingDesk();
  const other = await signingDesk();
  expect(
    await desk.refusal('officer.recover', { recoveryKey: other.recoveryKey, pin: '86421' }),
  ).toMatchObject({
    code: 'wrong-secret',
  });
  expect(await desk.refusal('officer.recover', { recoveryKey: 'ABCD-EFGH', pin: '86421' })).toMatchObject({
    code: 'invalid-input',
    reason: 'mistyped',
  });
});

test('it makes nobody a leader who is none', async () => {
  const desk = await signingDesk();
  const { recoveryKey } = desk;
  expect(
    await desk.refusal('officer.recover', { recoveryKey, pin: '86421', officerId: desk.ids.counter }),
  ).toEqual({ code: 'unknown-officer' });
});

test('it is told once; a new one wants the former once that stands on paper', async () => {
  const desk = await signingDesk();
  const leader = await desk.signIn('leader');
  expect((await desk.call('access.set-policy', { pins: 'on' }, leader)).recoveryKey).toBe(null);
  await desk.call('data.prove-recovery', { recoveryKey: desk.recoveryKey }, leader);
  expect((await desk.call('access.policy', {})).recovery).toBe('proven');
  expect(await desk.refusal('data.renew-recovery', {}, { session: leader })).toEqual({
    code: 'passphrase-needed',
  });
  const { recoveryKey } = await desk.call('data.renew-recovery', { recoveryKey: desk.recoveryKey }, leader);
  expect(
    await desk.refusal('officer.recover', { recoveryKey: desk.recoveryKey, pin: '86421' }),
  ).toMatchObject({
    code: 'wrong-secret',
  });
  await desk.call('officer.recover', { recoveryKey, pin: '86421' });
});
