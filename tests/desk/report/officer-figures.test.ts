import { expect, test } from 'vitest';
import { signingDesk } from '#tests/support/signing-desk.ts';

const DAY = '2026-11-20';

test('a leader sees who served how many and how long where the office counts so, and a ticket tells who did what', async () => {
  const desk = await signingDesk();
  const [leader, counter] = [await desk.signIn('leader'), await desk.signIn('counter')];
  const [at] = await desk.call('counter.list', {}, leader);
  const counterId = at?.id ?? '';
  await desk.call('day.open', { businessDay: DAY }, leader);
  const served: string[] = [];
  for (const who of [counter, counter, leader]) {
    await desk.call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] }, leader);
    const called = await desk.call('ticket.call-next', { counterId }, counter);
    const id = called?.id ?? '';
    const { requests } = await desk.call('ticket.start', { ticketId: id, counterId }, counter);
    desk.clock.pass(60);
    const outcomes = requests.map((request) => ({ requestId: request.id, outcome: 'guided' as const }));
    await desk.call('ticket.finish', { ticketId: id, counterId, outcomes }, who);
    served.push(id);
  }
  const span = { from: DAY, to: DAY };
  expect(await desk.call('report.officers', span, leader)).toBeNull();
  await desk.call('office.update', { settings: { countsOfficers: true } }, leader);
  expect(await desk.call('report.officers', span, leader)).toEqual([
    { officerId: desk.ids.leader, name: 'Trần Thu Hà', served: 1, servingMs: 0, outcomes: { guided: 1 } },
    {
      officerId: desk.ids.counter,
      name: 'Phạm Quốc Toàn',
      served: 2,
      servingMs: 180_000,
      outcomes: { guided: 2 },
    },
  ]);
  expect(await desk.call('report.officers', { from: '2026-11-21', to: '2026-11-30' }, leader)).toEqual([]);
  expect(await desk.refusal('report.officers', span, { session: counter })).toMatchObject({
    code: 'not-allowed',
  });

  const { periods } = await desk.call('ticket.get', { ticketId: served[2] ?? '' }, counter);
  expect(periods.map(({ state, officer }) => [state, officer])).toEqual([
    ['waiting', 'Trần Thu Hà'],
    ['called', 'Phạm Quốc Toàn'],
    ['serving', 'Phạm Quốc Toàn'],
    ['done', 'Trần Thu Hà'],
  ]);
  await desk.call('ticket.undo', { ticketId: served[2] ?? '', counterId }, leader);
  expect(await desk.call('report.officers', span, leader)).toMatchObject([
    { name: 'Phạm Quốc Toàn', served: 2, outcomes: { guided: 2 } },
  ]);
});
