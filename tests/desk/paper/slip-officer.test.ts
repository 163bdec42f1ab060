import { expect, test } from 'vitest';
import { signingDesk } from '#tests/support/signing-desk.ts';

test('an office may have the officer on its slips: who issued the number, who ended the visit, whoever prints it', async () => {
  const desk = await signingDesk();
  const [leader, reception, counter] = [
    await desk.signIn('leader'),
    await desk.signIn('reception'),
    await desk.signIn('counter'),
  ];
  await desk.call('day.open', { businessDay: '2026-11-20' }, leader);
  const [at] = await desk.call('counter.list', {}, leader);
  const counterId = at?.id ?? '';
  const { id: ticketId, requests } = await desk.call(
    'ticket.issue',
    { requests: [{ procedure: 'level-2', subject: 'citizen' }] },
    reception,
  );
  const officerOf = async (sheet: 'number' | 'guidance') =>
    (await desk.call('slip.show', { ticketId, sheet }, leader)).officer;
  expect(await officerOf('number')).toBeUndefined();

  const { version: _version, ...design } = (await desk.call('slip.design', {}, leader)).current;
  await desk.call('slip.save-design', { ...design, officer: true }, leader);
  await desk.call('ticket.call', { ticketId, counterId }, counter);
  await desk.call('ticket.start', { ticketId, counterId }, counter);
  expect(await officerOf('guidance')).toBe('Trần Thu Hà');
  const outcomes = requests.map(({ id: requestId }) => ({ requestId, outcome: 'guided' as const }));
  await desk.call('ticket.finish', { ticketId, counterId, outcomes }, counter);
  expect(await officerOf('number')).toBe('Đỗ Ngọc Lan');
  expect(await officerOf('guidance')).toBe('Phạm Quốc Toàn');
});
