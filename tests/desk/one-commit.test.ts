import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { asDesk } from '#electron/desk/open-desk.ts';
import { deskIn, openTestDesk } from '#tests/support/test-desk.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const number = { requests: [{ procedure: 'guidance', subject: 'citizen' }] };
const named = (fullName: string) => ({ requests: [{ ...number.requests[0], person: { fullName } }] });
const office = { name: 'Phường Thử', code: 'T', receivingLevel: 'Tỉnh', counters: ['Quầy 1'] };

/** A desk as windows see it, and what it told in each commit. */
function watched(desk: Desk): {
  ask(method: string, input: unknown, key?: string): Promise<DeskReply<unknown>>;
  commits: string[][];
} {
  const commits: string[][] = [];
  desk.subscribe({
    news: (events: readonly DeskEvent[]) => commits.push(events.map(({ name }) => name)),
    ended() {},
  });
  return {
    ask: (method, input, key = randomUUID()) => desk.dispatch(method, input, { role: 'leader' }, key),
    commits,
  };
}

test('commands that arrive together are one commit, told once and in their order', async () => {
  const { desk } = openTestDesk();
  const { ask, commits } = watched(asDesk(desk));
  const replies = await Promise.all(Array.from({ length: 8 }, () => ask('ticket.issue', number)));
  expect(replies.map((reply) => (reply.ok ? (reply.value as { number: string }).number : reply))).toEqual(
    Array.from({ length: 8 }, (_, index) => `A00${index + 1}`),
  );
  expect(commits).toEqual([Array.from({ length: 8 }, () => 'ticket.issued')]);
});

test('commands that come one after another in turns of the event loop are one commit as well, and none waits for ever', async () => {
  const { desk } = openTestDesk();
  const { ask, commits } = watched(asDesk(desk));
  const asked: Promise<DeskReply<unknown>>[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    asked.push(ask('ticket.issue', number));
    await new Promise((next) => void setImmediate(next));
  }
  await Promise.all(asked);
  expect(commits.map(({ length }) => length)).toEqual([32, 8]);
});

test('one that is refused leaves the others as they are, and leaves nothing of its own', async () => {
  const { desk, counters } = openTestDesk();
  const { ask, commits } = watched(asDesk(desk));
  const key = randomUUID();
  const replies = await Promise.all([
    ask('ticket.issue', named('Nguyễn Thị Sáng')),
    ask('ticket.finish', { ticketId: randomUUID(), outcomes: [] }),
    ask('ticket.call-next', { counterId: counters[0] }),
    ask('ticket.issue', number, key),
    ask('ticket.issue', named('Trần Văn Bình'), key),
    ask('ticket.issue', number, key),
  ]);
  expect(replies.map(({ ok }) => ok)).toEqual([true, false, true, true, false, true]);
  expect(replies[4]).toMatchObject({ problem: { code: 'idempotency-key-reused' } });
  expect(replies[5]).toEqual(replies[3]);
  expect(commits).toEqual([['ticket.issued', 'ticket.called', 'ticket.issued']]);
});

test('where the disk fills under them, what was answered is stored and what was not is not, and nothing is told of it', async () => {
  const folder = temporaryFolder();
  const { desk: core, store } = deskIn(folder);
  const desk = asDesk(core);
  const { ask, commits } = watched(desk);
  await ask('office.set-up', office);
  await ask('day.open', { businessDay: '2026-11-20' });
  const pages = Number(store.database.pragma('page_count', { simple: true }));
  store.database.pragma(`max_page_count = ${pages + 3}`);
  commits.length = 0;
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, one) => ask('ticket.issue', named(`Lê Thị ${'Dài '.repeat(40)}${one}`))),
  );
  const given = replies.flatMap((reply) => (reply.ok ? [(reply.value as { number: string }).number] : []));
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThan(30);
  expect(replies.filter((reply) => !reply.ok && reply.problem.code !== 'store-full')).toEqual([]);
  const stored = store.database.prepare('SELECT number FROM ticket ORDER BY number').pluck().all();
  expect(stored).toEqual(given.map((text) => Number(text.slice(1))));
  expect(commits.flat()).toHaveLength(given.length);
  await desk.close();
});

test('what waits when the desk closes is still done', async () => {
  const folder = temporaryFolder();
  const desk = asDesk(deskIn(folder).desk);
  const { ask } = watched(desk);
  await ask('office.set-up', office);
  await ask('day.open', { businessDay: '2026-11-20' });
  const last = ask('ticket.issue', number);
  await desk.close();
  expect(await last).toMatchObject({ ok: true, value: { number: 'A001' } });
  const again = asDesk(deskIn(folder).desk);
  expect(await watched(again).ask('ticket.list', {})).toMatchObject({ ok: true, value: { length: 1 } });
  await again.close();
});

test('a desk that was closed says so, whatever it is asked', async () => {
  const incidents: unknown[] = [];
  const folder = temporaryFolder();
  const desk = asDesk(deskIn(folder, { log: (_incident, _method, error) => incidents.push(error) }).desk);
  const { ask } = watched(desk);
  await ask('office.set-up', office);
  await desk.close();
  for (const [method, input] of [
    ['ticket.issue', number],
    ['queue.board', {}],
    ['backup.make', {}],
  ] as const)
    expect(await ask(method, input)).toEqual({ ok: false, problem: { code: 'desk-closing' } });
  expect(incidents).toEqual([]);
});
