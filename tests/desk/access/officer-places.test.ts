import { expect, test } from 'vitest';
import { signingDesk } from '#tests/support/signing-desk.ts';

test('a locked screen says who has which number at which counter and who sits where, and names no citizen', async () => {
  const desk = await signingDesk();
  const [leader, counter] = [await desk.signIn('leader'), await desk.signIn('counter')];
  const [first, second] = await desk.call('counter.list', {}, leader);
  if (first === undefined || second === undefined) throw new Error('two counters');
  await desk.call('device.set-settings', { counterId: first.id }, leader);
  await desk.call('day.open', { businessDay: '2026-11-20' }, leader);
  const person = { fullName: 'Nguyễn Văn Ví Dụ' };
  for (const _ of [1, 2])
    await desk.call(
      'ticket.issue',
      { requests: [{ procedure: 'level-2', subject: 'citizen', person }] },
      leader,
    );
  const { counter: here, places } = await desk.call('officer.places', {});
  expect(here).toBe(first.name);
  expect(places).toEqual([
    { officerId: desk.ids.leader, number: null, place: first.name, here: true, rests: null },
    { officerId: desk.ids.counter, number: null, place: first.name, here: true, rests: null },
  ]);

  await desk.call('ticket.call-next', { counterId: second.id }, counter);
  await desk.call('counter.pause', { counterId: first.id, reason: 'rest' }, leader);
  await desk.call('session.lock', {}, leader);
  const reply = await desk.send('officer.places', {}, { session: leader });
  expect(reply).toMatchObject({
    value: {
      places: [
        { officerId: desk.ids.leader, number: null, place: first.name, rests: { until: null } },
        { officerId: desk.ids.counter, number: 'A001', place: second.name, here: false, rests: null },
      ],
    },
  });
  expect(JSON.stringify(reply)).not.toContain('Ví Dụ');

  await desk.call('session.close', {}, leader);
  await desk.call('ticket.start', { ticketId: await called(), counterId: second.id }, counter);
  expect((await desk.call('officer.places', {})).places.map(({ officerId }) => officerId)).toEqual([
    desk.ids.counter,
  ]);

  async function called(): Promise<string> {
    const [row] = await desk.call('ticket.list', { state: 'called' }, counter);
    return row?.id ?? '';
  }
});
