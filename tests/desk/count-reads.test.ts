import { z } from 'zod';
import { expect, test } from 'vitest';
import { deskContract } from '#shared/contract/desk-contract.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { READ_KINDS } from '#shared/domain/person/keeping.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { signingDesk } from '#tests/support/signing-desk.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const QUARTER_S = 15 * 60;

/** What the journal says of reads, in its order. */
function told({
  desk,
}: Pick<TestDesk, 'desk'>): { officer: string; device: string; kind: string; times: number }[] {
  return desk
    .eventsSince(0, 10_000)
    .flatMap((event) => (event.name === 'reads.counted' ? [event] : []))
    .map(({ officer, device, data }) => ({ officer, device, ...data }));
}

const counts = (desk: TestDesk) => told(desk).map(({ kind, times }) => `${kind} ${times}`);

test('a quarter of an hour of reading is one event for each kind; the next quarter begins anew', () => {
  const desk = openTestDesk();
  const ticket = desk.issue({ name: 'Trần Thị Ví Dụ' });
  for (let times = 0; times < 3; times += 1) desk.call('person.search', { search: 'trần' });
  desk.call('ticket.get', { ticketId: ticket.id });
  desk.call('slip.show', { ticketId: ticket.id, sheet: 'number' });
  desk.clock.pass(QUARTER_S - 1);
  desk.call('ticket.list', { search: 'trần' });
  expect(counts(desk)).toEqual([]);
  desk.clock.pass(1);
  desk.call('system.health', {});
  expect(counts(desk)).toEqual(['search 4', 'open 2']);
  desk.call('ticket.get', { ticketId: ticket.id });
  desk.clock.pass(QUARTER_S);
  desk.call('system.health', {});
  expect(counts(desk)).toEqual(['search 4', 'open 2', 'open 1']);
});

test('what was read last is written when the desk closes, before its journal ends', () => {
  const desk = openTestDesk();
  desk.call('person.search', { search: 'trần' });
  const names: string[] = [];
  desk.desk.subscribe({ news: (events) => names.push(...events.map(({ name }) => name)), ended() {} });
  desk.desk.close();
  expect(names).toEqual(['reads.counted']);
});

test('nothing is written where nothing was read: the queue, figures, refusals and exports of figures', () => {
  const desk = openTestDesk();
  desk.issue({ name: 'Trần Thị Ví Dụ' });
  desk.call('queue.board', {});
  desk.call('ticket.list', {});
  desk.call('ticket.list', { search: '  ' });
  desk.call('report.day', { businessDay: '2026-11-20' });
  desk.refusal('ticket.get', { ticketId: '00000000-0000-7000-8000-000000000000' });
  desk.refusal('person.search', { search: 'trần' }, 'display');
  const before = desk.desk.lastEvent();
  desk.clock.pass(10 * QUARTER_S);
  desk.call('queue.board', {});
  expect(desk.desk.lastEvent()).toBe(before);
  const names: string[] = [];
  desk.desk.subscribe({ news: (events) => names.push(...events.map(({ name }) => name)), ended() {} });
  desk.desk.close();
  expect(names).toEqual([]);
});

test('each officer and each device is counted apart', async () => {
  const desk = await signingDesk('off');
  const { leader, counter } = desk.ids;
  const signIn = async (officerId: string, device: string) => {
    const opened = await desk.send('session.open', { officerId }, { device });
    return { device, session: valueOf(opened).session };
  };
  const one = await signIn(leader, 'd1');
  for (const asker of [one, one, await signIn(leader, 'd2'), await signIn(counter, 'd1')])
    await desk.send('person.search', { search: 'trần' }, asker);
  desk.clock.pass(QUARTER_S);
  await desk.call('system.health', {});
  expect(told({ desk: desk.desk() })).toEqual([
    { officer: leader, device: 'd1', kind: 'search', times: 2 },
    { officer: leader, device: 'd2', kind: 'search', times: 1 },
    { officer: counter, device: 'd1', kind: 'search', times: 1 },
  ]);
});

test('a list of people that is exported is a read, files of figures are none', () => {
  const desk = openTestDesk();
  desk.issue({ name: 'Trần Thị Ví Dụ' });
  const start = (subject: object) =>
    desk.reply('export.start', { subject, format: 'xlsx', folders: [] } as never);
  start({ kind: 'people', businessDay: '2026-11-20', unmasked: false });
  start({ kind: 'day', businessDay: '2026-11-20' });
  desk.clock.pass(QUARTER_S);
  desk.call('system.health', {});
  expect(counts(desk)).toEqual(['export 1']);
});

/** Names and numbers of people in answers, as the contract calls them. */
const PERSONAL = ['fullName', 'idNumber', 'phone', 'birthDate'];
/** What answers with them and counts as no read of what is kept. */
const NOT_READ: Readonly<Record<string, string>> = {
  'identity.read-card': 'answers from the text of the card alone',
  'office.show': 'the telephone is the office’s own',
  'office.set-up': 'the telephone is the office’s own',
  'office.update': 'the telephone is the office’s own',
  'roster.list': 'the telephone is the agency’s',
  'visit.list': 'the telephone is that of the place that expects the team',
};

test('every method that answers with names or numbers of people is marked, and every kind of reading has a method', () => {
  const rows: readonly [string, DeskMethod][] = Object.entries(deskContract);
  const unmarked = rows
    .filter(([name, rule]) => rule.reads === undefined && NOT_READ[name] === undefined)
    .filter(([, rule]) =>
      namesIn(z.toJSONSchema(rule.output, { unrepresentable: 'any', io: 'output' })).some((name) =>
        PERSONAL.includes(name),
      ),
    )
    .map(([name]) => name);
  expect(unmarked).toEqual([]);
  expect(new Set(rows.flatMap(([, { reads }]) => (reads === undefined ? [] : [reads.kind])))).toEqual(
    new Set(READ_KINDS),
  );
});

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}
