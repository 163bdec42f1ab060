import { expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const firstDay = '2026-11-20';
const organisation = { name: 'Công ty Mẫu Đơn', taxNumber: '0100109106' };

const inDays = (desk: TestDesk, days: number) => desk.clock.pass(days * 24 * 3600);
const closeDay = (desk: TestDesk, businessDay: string) =>
  desk.call('day.close', { businessDay, leftovers: 'left' });

async function purge(desk: TestDesk): Promise<number> {
  const reply = await desk.desk.dispatch('data.purge', {}, { role: 'leader' }, uuid());
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return (reply.value as { people: number }).people;
}

function taken(desk: TestDesk, fullName: string, procedure: 'level-2' | 'lock' = 'level-2') {
  const issued = desk.call('ticket.issue', {
    requests: [{ procedure, subject: 'citizen', person: { fullName, idNumber: '001190000017' } }],
  });
  const served = desk.finish(desk.serveNext(), procedure === 'lock' ? 'guided' : 'taken');
  return { ticketId: issued.id, requestId: served.requests[0]?.id ?? '' };
}

const names = (desk: TestDesk) =>
  desk.call('person.search', { search: 'mẫu', limit: 50 }).map(({ fullName }) => fullName);

test('who came once goes on the ninetieth day after, not before', async () => {
  const desk = openTestDesk();
  taken(desk, 'Trần Thị Mẫu', 'lock');
  closeDay(desk, firstDay);
  inDays(desk, 89);
  expect(desk.call('data.status', {})).toMatchObject({ people: 1, oldestPerson: firstDay, purgeDue: 0 });
  expect(await purge(desk)).toBe(0);
  inDays(desk, 1);
  expect(desk.call('data.status', {})).toMatchObject({ people: 1, purgeDue: 1 });
  expect(await purge(desk)).toBe(1);
  expect(desk.call('data.status', {})).toMatchObject({ people: 0, oldestPerson: null, purgeDue: 0 });
  expect(names(desk)).toEqual([]);
});

test('days count from the last use: the day of the notice to activate, the activation, a call', async () => {
  const desk = openTestDesk();
  const called = taken(desk, 'Mẫu Gọi');
  const noticed = taken(desk, 'Mẫu Báo');
  const activated = taken(desk, 'Mẫu Xong');
  taken(desk, 'Mẫu Về', 'lock');
  closeDay(desk, firstDay);
  inDays(desk, 30);
  desk.call('day.open', { businessDay: '2026-12-20', confirmed: true });
  const { requestId } = called;
  desk.call('follow-up.record-contact', { requestId, result: 'call-back', note: 'gọi lại chiều' });
  desk.call('follow-up.set-notice', { requestId: noticed.requestId, noticedOn: '2026-12-20' });
  desk.call('follow-up.activate', {
    requestId: activated.requestId,
    activatedOn: '2026-12-19',
    source: 'telephone',
  });
  closeDay(desk, '2026-12-20');
  inDays(desk, 89);
  expect([await purge(desk), names(desk)]).toEqual([1, ['Mẫu Báo', 'Mẫu Gọi', 'Mẫu Xong']]);
  inDays(desk, 1);
  expect([await purge(desk), names(desk)]).toEqual([2, ['Mẫu Báo']]);
  inDays(desk, 10);
  expect([await purge(desk), names(desk)]).toEqual([1, []]);
});

test('opening a day purges by itself, in the background, and the journal tells how many', async () => {
  const desk = openTestDesk();
  taken(desk, 'Trần Thị Mẫu', 'lock');
  closeDay(desk, firstDay);
  inDays(desk, 120);
  const told = Promise.withResolvers<object>();
  desk.desk.subscribe({
    news: (events) => {
      for (const event of events) if (event.name === 'person.purged') told.resolve(event);
    },
    ended: () => {},
  });
  desk.call('day.open', { businessDay: '2027-03-20', confirmed: true });
  expect(await told.promise).toMatchObject({ data: { people: 1, words: 0 }, ticketId: null });
  expect(names(desk)).toEqual([]);
});

test('words of a day go with their time, also where nobody was named; a day that is open keeps its own', async () => {
  const desk = openTestDesk();
  const issue = () =>
    desk.call('ticket.issue', {
      requests: [{ procedure: 'level-1', subject: 'organisation', organisation, decision: 'mẫu ngoại lệ' }],
    });
  const first = issue();
  desk.call('ticket.hold', { ticketId: desk.serveNext().id, reason: 'mẫu tạm giữ' });
  desk.call('ticket.set-remark', { ticketId: first.id, remark: 'mẫu ghi chú' });
  closeDay(desk, firstDay);
  inDays(desk, 95);
  desk.call('day.open', { businessDay: '2027-02-23', confirmed: true });
  const second = issue();
  await purge(desk);
  const shown = (ticketId: string) => JSON.stringify(desk.call('ticket.get', { ticketId }));
  expect(shown(first.id)).not.toMatch(/Mẫu Đơn|mẫu ngoại lệ|mẫu tạm giữ|mẫu ghi chú|0100109106/);
  expect(shown(second.id)).toMatch(/Mẫu Đơn.*0100109106/);
  expect(desk.desk.eventsSince(0).filter(({ name }) => name === 'person.purged')).toMatchObject([
    { data: { people: 0, words: 3 } },
  ]);
});

test('a clock that ran ahead takes nothing away while a day is open', async () => {
  const desk = openTestDesk();
  taken(desk, 'Trần Thị Mẫu', 'lock');
  closeDay(desk, firstDay);
  desk.call('day.open', { businessDay: '2026-11-21' });
  inDays(desk, 400);
  expect(await purge(desk)).toBe(0);
});

test('the office chooses the days, between bounds', async () => {
  const desk = openTestDesk();
  taken(desk, 'Trần Thị Mẫu', 'lock');
  closeDay(desk, firstDay);
  for (const keepDays of [29, 366])
    expect(desk.refusal('office.update', { settings: { keepDays } })).toMatchObject({
      code: 'invalid-input',
    });
  desk.call('office.update', { settings: { keepDays: 30 } });
  inDays(desk, 30);
  expect(await purge(desk)).toBe(1);
});

test('two who ask at once wait for one purge', async () => {
  const desk = openTestDesk();
  for (let person = 0; person < 120; person += 1)
    desk.issue({ name: `Mẫu ${String.fromCodePoint(65 + (person % 26))}` });
  closeDay(desk, firstDay);
  inDays(desk, 100);
  expect(await Promise.all([purge(desk), purge(desk)])).toEqual([120, 120]);
  const counts = desk.desk
    .eventsSince(0)
    .flatMap((event) => (event.name === 'person.purged' ? [event.data.people] : []));
  expect(counts.reduce((sum, people) => sum + people, 0)).toBe(120);
});
