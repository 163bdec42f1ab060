import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { appendEvent } from '#electron/desk/store/rows/event-row.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn } from '#tests/support/test-desk.ts';

const leader = { role: 'leader' } as const;

/** A desk of its own folder whose journal holds `events` events. */
function deskWith(events: number, folder = temporaryFolder('self-check')) {
  const opened = deskIn(folder);
  onTestFinished(() => opened.desk.close());
  const { store } = opened;
  const by = { officer: 'officer', device: 'device' };
  const at = '2026-11-20T00:30:00.000Z';
  store.write(() => {
    for (let event = 0; event < events; event += 1)
      appendEvent(store, at, by, { name: 'clock.jumped', data: { minutes: event } });
  });
  return { folder, ...opened };
}

function health(desk: ReturnType<typeof deskIn>['desk']): Output<'system.health'> {
  const reply = desk.dispatch('system.health', {}, leader) as DeskReply<Output<'system.health'>>;
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
}

/** Until the desk has compared all that it compares by itself. */
const settled = (desk: ReturnType<typeof deskIn>['desk']) =>
  vi.waitUntil(
    () => {
      const { checks } = health(desk);
      return checks?.pages.state !== 'checking' && checks?.events.state !== 'checking';
    },
    { timeout: 20_000, interval: 20 },
  );

test('a start compares pages and journal by itself, and the next start goes on where the journal was found whole', async () => {
  const first = deskWith(3_000);
  await settled(first.desk);
  expect(health(first.desk).checks).toMatchObject({
    pages: { state: 'done', wrong: 0 },
    events: { state: 'done', checked: 3_000, firstBroken: null },
  });
  first.desk.close();
  const next = deskWith(10, first.folder);
  expect(health(next.desk).checks?.events).toMatchObject({ checked: 3_000 });
  await settled(next.desk);
  expect(health(next.desk).checks?.events).toMatchObject({ state: 'done', checked: 3_010 });
});

test('a changed event is found by the walk of a start, and by the one that is asked for', async () => {
  const { folder, desk, store } = deskWith(2_500);
  store.database.exec(
    `DROP TRIGGER event_fixed; UPDATE event SET data = '{"minutes":1}' WHERE number = 2100`,
  );
  await settled(desk);
  expect(health(desk).checks?.events).toEqual({ state: 'wrong', checked: 2_099, firstBroken: 2_100 });
  const reply = await desk.dispatch('system.verify-events', {}, leader, uuid());
  expect(reply).toEqual({ ok: true, value: { events: 2_100, firstBroken: 2_100 } });
  expect(JSON.parse(readFileSync(join(folder, 'desk.marker.json'), 'utf8'))).toMatchObject({
    verified: null,
  });
});

test('a journal too long for one call is walked in slices, and calls are answered in between', async () => {
  const { desk } = deskWith(6_000);
  const walk = desk.dispatch('system.verify-events', {}, leader);
  expect(walk).toBeInstanceOf(Promise);
  let answered = 0;
  const asking = setInterval(() => void (answered += health(desk).lastEvent > 0 ? 1 : 0), 1);
  expect(await walk).toEqual({ ok: true, value: { events: 6_000, firstBroken: null } });
  clearInterval(asking);
  expect(answered).toBeGreaterThan(2);
});

test('a walk under way when the desk closes is refused and does not hang', async () => {
  const { desk } = deskWith(6_000);
  const walk = desk.dispatch('system.verify-events', {}, leader);
  desk.close();
  expect(await walk).toMatchObject({ ok: false, problem: { code: 'desk-closing' } });
});

test('pages that changed under the desk are told in its health', async () => {
  const first = deskWith(200);
  await settled(first.desk);
  first.desk.close();
  const again = deskWith(0, first.folder);
  const file = join(first.folder, 'desk.db');
  // As a failing disk would: not by this process, which would let go of its lock.
  const bytes = readFileSync(file);
  bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 4;
  writeFileSync(file, bytes);
  await settled(again.desk);
  expect(health(again.desk)).toMatchObject({
    checks: { pages: { state: 'wrong', wrong: 1 } },
    store: { integrity: expect.stringMatching(/^page \d+$/) },
  });
});

test('a page that was found wrong in a large file is still told after a restart, until the database is exchanged', async () => {
  const first = deskWith(200);
  await settled(first.desk);
  first.store.checks?.remember({ wrong: [7] });
  first.desk.close();
  const again = deskWith(0, first.folder);
  await settled(again.desk);
  expect(health(again.desk).store.integrity).toBe('page 7');
  again.desk.close();
  rmSync(join(first.folder, 'desk.sums'));
  const restored = deskWith(0, first.folder);
  await settled(restored.desk);
  expect(health(restored.desk).store.integrity).toBe('ok');
});
