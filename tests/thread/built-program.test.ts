// @module-tag slow
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { levelFolder } from '#electron/host/data-folder.ts';
import { writeThisPc } from '#electron/host/this-pc.ts';
import { ACCESS } from '#shared/contract/access.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import type { Played } from '#tests/support/electron-program.ts';
import { BUILT_HOST, HOST_FILE } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { DAY } from '#tests/support/worked-day.ts';

type Play = Played extends infer One ? (One extends Played ? Omit<One, 'turn'> : never) : never;

/** The built program in a process of its own, and what its counter's page asks of it. */
async function builtProgram(folder: string) {
  const child = fork(
    fileURLToPath(new URL('../support/electron-program.ts', import.meta.url)),
    [join(BUILT_HOST, '../main.mjs'), '--data', folder],
    { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const waiting = new Map<number, (value: unknown) => void>();
  let turn = 0;
  const ready = new Promise<unknown>((done) => waiting.set(0, done));
  child.on('message', (answer: { turn: number; value: unknown }) => waiting.get(answer.turn)?.(answer.value));
  const gone = ended.then((code) => Promise.reject(new Error(`the program ended (${code}): ${said}`)));
  gone.catch(() => {});
  await Promise.race([ready, gone]);
  const play = (what: Play): Promise<unknown> => {
    turn += 1;
    const answer = new Promise<unknown>((done) => waiting.set(turn, done));
    child.send({ turn, ...what });
    return Promise.race([answer, gone]);
  };
  const call = async <M extends MethodName>(method: M, input: Input<M>) =>
    JSON.parse(
      (await play({ play: 'call', method, body: JSON.stringify(input), key: randomUUID() })) as string,
    ) as DeskReply<Output<M>>;
  return {
    play,
    call,
    ask: async <M extends MethodName>(method: M, input: Input<M>) => valueOf(await call(method, input)),
    async quit() {
      void play({ play: 'quit' }).catch(() => {});
      return ended;
    },
  };
}

const office = { name: 'Công an phường Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
const requests = [{ procedure: 'level-1' as const, subject: 'citizen' as const }];
const notBuilt = 'out/ does not come from these sources';
const isBuilt = HOST_FILE === BUILT_HOST;

test('as built, a visit goes through the thread, a copy waits out a held window, and the next start finds all', async ({
  skip,
}) => {
  if (!isBuilt) skip(notBuilt);
  const folder = temporaryFolder('built');
  const program = await builtProgram(folder);
  await program.ask('office.set-up', office);
  await program.ask('day.open', { businessDay: DAY });
  const [counter] = await program.ask('counter.list', {});
  if (counter === undefined) throw new Error('no counter');
  const issued = await program.ask('ticket.issue', { requests });
  await program.ask('ticket.call-next', { counterId: counter.id });
  await program.ask('ticket.start', { ticketId: issued.id, counterId: counter.id });

  const copying = program.ask('backup.make', {});
  await program.play({ play: 'hold', ms: 1_500 });
  expect((await copying).verified).toBe(true);

  await program.play({ play: 'kill-thread' });
  await expect.poll(async () => (await program.call('system.health', {})).ok, { timeout: 30_000 }).toBe(true);
  const { requests: served } = await program.ask('ticket.get', { ticketId: issued.id });
  const outcomes = served.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));
  await program.ask('ticket.finish', { ticketId: issued.id, outcomes });
  expect(await program.quit()).toBe(0);
  expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false);
  expect(readFileSync(join(folder, 'log/incidents.log'), 'utf8')).toContain('desk-thread');

  const again = await builtProgram(folder);
  expect(await again.call('system.health', {})).toMatchObject({ ok: true });
  expect(await again.ask('ticket.list', {})).toMatchObject([{ id: issued.id, state: 'done' }]);
  expect(await again.quit()).toBe(0);
});

test('as built, a window joins the desk of another PC across both threads', async ({ skip }) => {
  if (!isBuilt) skip(notBuilt);
  const host = await builtProgram(temporaryFolder('built'));
  await host.ask('office.set-up', office);
  await host.ask('day.open', { businessDay: DAY });
  const { port } = await host.ask('lan.open', { address: '127.0.0.1', port: 0 });
  const { code } = await host.ask('pairing.start', { kind: 'counter', name: 'Máy 2' });
  const other = await builtProgram(temporaryFolder('built'));
  await other.ask('join.here', { address: '127.0.0.1', port, code });
  await expect
    .poll(async () => (await other.call('ticket.issue', { requests })).ok, { timeout: 30_000 })
    .toBe(true);
  expect(await host.ask('ticket.list', {})).not.toEqual([]);
  expect(await other.quit()).toBe(0);
  expect(await host.quit()).toBe(0);
});

test('as built, a level is served from a thread of its own, which is back at its address when it has died', async ({
  skip,
}) => {
  if (!isBuilt) skip(notBuilt);
  const folder = temporaryFolder('built');
  writeThisPc(folder, 'level');
  const program = await builtProgram(folder);
  const shown = () => program.play({ play: 'address' }) as Promise<string>;
  await expect.poll(shown).toContain('/level.html#code=');
  const { origin, hash } = new URL(await shown());
  const post = async (path: string, body: unknown, session = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` };
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as DeskReply<{ session: string; wayBack: string }>;
  };
  const first = valueOf(await post(ACCESS.session, { code: hash.replace('#code=', '') }));
  expect(await post('/desk/level.state', {}, first.session)).toMatchObject({ ok: true });

  await program.play({ play: 'kill-thread' });
  const { wayBack } = first;
  const back = await vi.waitUntil(() => post(ACCESS.session, { wayBack }).catch(() => null), {
    timeout: 30_000,
  });
  expect(await post('/desk/level.state', {}, valueOf(back).session)).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, 'log/incidents.log'), 'utf8')).toContain('level-thread');
  expect(await program.quit()).toBe(0);
  expect(existsSync(join(levelFolder(folder), 'level.db-wal'))).toBe(false);
});
