// @module-tag slow
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepServedPair } from '#electron/host/desk-pair.ts';
import { joinHere } from '#electron/host/joining.ts';
import { writeJoined } from '#electron/join/joined-file.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { ACCESS } from '#shared/contract/access.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { askOf, lanOffice } from '#tests/support/lan-office.ts';
import { lineProxy } from '#tests/support/line-proxy.ts';
import { spawnHost } from '#tests/support/host-process.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** The main PC sleeps so long besides what it takes to notice it; `LAN_SLEEP_MS=120000` for a real one. */
const ASLEEP_MS = Number(process.env['LAN_SLEEP_MS'] ?? 500);

type Started = ReturnType<typeof spawnHost>;

function asking({ address }: Started, role?: string) {
  return async <M extends MethodName>(method: M, input: Input<M>): Promise<DeskReply<Output<M>>> => {
    const { url, token } = await address();
    const response = await fetch(`${url}/desk/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(role === undefined ? {} : { 'x-desk-role': role }),
      },
      body: JSON.stringify(input),
    });
    return (await response.json()) as DeskReply<Output<M>>;
  };
}

async function stop(host: Started): Promise<void> {
  host.child.kill('SIGTERM');
  await host.ended;
}

test(
  'a second PC joins by two flags, serves the desk of the first, and comes back without them',
  async () => {
    const [here, there] = [temporaryFolder('here'), temporaryFolder('there')];
    const main = ['--data', here, '--port', '0'];
    let host = spawnHost(main);
    let leader = asking(host);
    const office = { name: 'Công an xã Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
    const { counters } = valueOf(await leader('office.set-up', office));
    valueOf(await leader('day.open', { businessDay: localDay(new Date().toISOString()) }));
    const { address, port } = valueOf(await leader('lan.open', { address: '127.0.0.1', port: 0 }));
    const counterId = counters[0]?.id ?? '';
    const { code } = valueOf(
      await leader('pairing.start', { kind: 'counter', counterId, name: 'Máy quầy 1' }),
    );

    const own = spawnHost([...main, '--join', `${address}:${port}`, '--code', code]);
    expect(await own.ended).toBe(1);
    expect(own.stderr()).toContain('đã có dữ liệu riêng của một đơn vị');
    const wrong = spawnHost(['--data', there, '--join', `${address}:${port}`, '--code', 'AAAA-BBBB-CCCC']);
    expect(await wrong.ended).toBe(1);
    expect(wrong.stderr()).toContain('Chưa ghép được');

    let second = spawnHost(['--data', there, '--port', '0', '--join', `${address}:${port}`, '--code', code]);
    let counter = asking(second, 'counter');
    await expect.poll(async () => (await counter('counter.list', {})).ok, { timeout: 10_000 }).toBe(true);
    const file = join(there, 'joined.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(code);
    const request = { procedure: 'level-2', subject: 'citizen' } as const;
    const issued = valueOf(await asking(second)('ticket.issue', { requests: [request] }));
    const called = valueOf(await counter('ticket.call-next', {}));
    expect(called).toMatchObject({ id: issued.id, counterId });
    expect(valueOf(await leader('ticket.list', {}))).toMatchObject([{ id: issued.id, state: 'called' }]);
    const health = valueOf(await counter('system.health', {}));
    expect(health).toMatchObject({ dataFolder: there, electron: false, training: false });

    await stop(second);
    second = spawnHost(['--data', there, '--port', '0']);
    counter = asking(second, 'counter');
    await expect.poll(async () => (await counter('ticket.list', {})).ok, { timeout: 10_000 }).toBe(true);

    // The main PC sleeps and wakes: what its clock jumped by is nothing to the line.
    host.child.kill('SIGSTOP');
    await expect
      .poll(async () => codeOf(await counter('ticket.call-next', {})), { timeout: 10_000 })
      .toBe('line-cut');
    await once(AbortSignal.timeout(ASLEEP_MS), 'abort');
    host.child.kill('SIGCONT');
    await expect.poll(async () => codeOf(await counter('ticket.list', {})), { timeout: 5_000 }).toBe('ok');

    await stop(host);
    await expect
      .poll(async () => counter('ticket.call-next', {}), { timeout: 10_000 })
      .toMatchObject({ problem: { code: 'line-cut' } });
    const { url, token } = await second.address();
    const wall = await fetch(url + ACCESS.code, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'wall', typed: true }),
    });
    expect(await wall.json()).toMatchObject({ problem: { code: 'line-cut' } });
    host = spawnHost(main);
    leader = asking(host);
    await expect.poll(async () => (await counter('ticket.list', {})).ok, { timeout: 10_000 }).toBe(true);
    valueOf(await counter('ticket.start', { ticketId: issued.id }));
    expect(valueOf(await leader('ticket.list', {}))).toMatchObject([{ state: 'serving' }]);
  },
  60_000 + ASLEEP_MS,
);

const LAN = { version: '1.0.0', electron: false, log: () => {} };

/** What this PC serves from a folder, until the test is over. */
function servedFrom(folder: string) {
  const { office } = keepServedPair(folder, LAN);
  onTestFinished(() => office.close());
  const ask = askOf(office);
  return { office, ask, code: async () => codeOf(await ask('system.health', {})) };
}

test('an empty PC joins while its program runs and leaves again while the line is cut: it is as it was before', async () => {
  const main = await lanOffice();
  const cable = await lineProxy(main.at.port);
  const folder = temporaryFolder('there');
  const { office, ask } = servedFrom(folder);
  expect(valueOf(await ask('office.show', {}))).toBeNull();
  const own = valueOf(await ask('system.health', {})).desk;
  let ended = 0;
  const opened = await office.state();
  if (!opened.ok) throw new Error('no desk');
  opened.desk.subscribe({ news: () => {}, ended: () => (ended += 1) });

  const at = { address: '127.0.0.1', port: cable.port };
  expect(codeOf(await ask('join.leave', {}))).toBe('unknown-device');
  expect(codeOf(await ask('join.here', { ...at, code: 'AAAA-BBBB-CCCC' }))).toBe('pairing-over');
  const code = await main.code('counter', 1);
  expect(await ask('join.here', { ...at, code: 'AAAA-BBBB-CCCC' })).toMatchObject({
    problem: { code: 'code-refused', triesLeft: 4 },
  });
  expect(codeOf(await askOf(office, 'reception')('join.here', { ...at, code }))).toBe('not-allowed');
  const joined = valueOf(await ask('join.here', { ...at, code }));
  expect(joined).toMatchObject({ kind: 'counter', name: 'Máy thử' });
  expect(joined.words).toEqual(valueOf(await main.ask('lan.state', {})).door?.words);
  expect(ended).toBe(1);
  expect(valueOf(await ask('office.show', {}))?.name).toBe('Công an phường Thử');
  expect(valueOf(await ask('device.settings', {})).counterId).toBe(main.counters[1]);
  expect(valueOf(await ask('system.health', {}))).toMatchObject({ dataFolder: folder, joinedAs: 'Máy thử' });

  const again = servedFrom(folder);
  await expect.poll(again.code).toBe('ok');

  cable.cut();
  await expect.poll(async () => codeOf(await ask('office.show', {})), { timeout: 10_000 }).toBe('line-cut');
  expect(codeOf(await askOf(office, 'display')('join.leave', {}))).toBe('not-allowed');
  valueOf(await askOf(office, 'counter')('join.leave', {}));
  expect(existsSync(join(folder, 'joined.json'))).toBe(false);
  expect(valueOf(await ask('office.show', {}))).toBeNull();
  expect(valueOf(await ask('system.health', {})).desk).not.toBe(own);
  valueOf(
    await ask('office.set-up', {
      name: 'Công an xã Mới',
      code: 'T2',
      receivingLevel: 'Tổng hợp',
      counters: ['Quầy 1'],
    }),
  );
  expect(codeOf(await ask('join.here', { ...at, code }))).toBe('already-set-up');
  expect(codeOf(await ask('join.find', {}))).toBe('already-set-up');
});

test('an office that is set up while a code is being tried stays: its PC is not joined', async () => {
  const main = await lanOffice();
  const { ask } = servedFrom(temporaryFolder('there'));
  const code = await main.code();
  const joining = ask('join.here', { ...main.at, code });
  const office = { name: 'Công an xã Mới', code: 'T2', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
  valueOf(await ask('office.set-up', office));
  expect(codeOf(await joining)).toBe('already-set-up');
  expect(valueOf(await ask('office.show', {}))?.name).toBe('Công an xã Mới');
});

test('a file of the joined desk that cannot be read, or lies beside an own office, is said in words; leaving or a new code mends it', async () => {
  const main = await lanOffice();
  const folder = temporaryFolder('joined');
  const kept = main.enrol();
  writeJoined(folder, kept);
  const broken: unknown[] = [
    '{',
    { ...kept, certificate: 'không phải chứng thư' },
    { ...kept, token: 'hai\ndòng' },
    { ...kept, address: 'nơi nào đó' },
  ];
  const file = join(folder, 'joined.json');
  for (const text of broken) {
    writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
    const { ask } = servedFrom(folder);
    expect(await ask('system.health', {})).toMatchObject({ problem: { reason: 'joined-file', file } });
  }
  const { ask, office } = servedFrom(folder);
  await expect(joinHere(office, folder, { at: 'ở kia', code: '' })).rejects.toThrow('không phải địa chỉ');
  const at = `127.0.0.1:${main.at.port}`;
  await expect(joinHere(office, folder, { at, code: 'AAAA-BBBB-CCCC' })).rejects.toThrow('Chưa ghép được');
  expect((await joinHere(office, folder, { at, code: await main.code() })).split(' ')).toHaveLength(4);
  expect(valueOf(await ask('office.show', {}))?.name).toBe('Công an phường Thử');
  valueOf(await ask('join.leave', {}));

  const own = { name: 'Công an xã Mới', code: 'T2', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
  valueOf(await ask('office.set-up', own));
  await office.close();
  const started = servedFrom(folder);
  expect(valueOf(await started.ask('office.show', {}))?.name).toBe('Công an xã Mới');
  await started.office.close();
  writeJoined(folder, kept);
  const both = servedFrom(folder);
  expect(await both.ask('office.show', {})).toMatchObject({ problem: { reason: 'joined-file' } });
  const next = { ...main.at, code: await main.code() };
  expect(codeOf(await both.ask('join.here', next))).toBe('already-set-up');
  valueOf(await both.ask('join.leave', {}));
  expect(valueOf(await both.ask('office.show', {}))?.name).toBe('Công an xã Mới');
});

test('a key is good for one command: used again for another it is refused, and the PC is not told that it left', async () => {
  const { office } = servedFrom(temporaryFolder('key'));
  const ask = async (method: string, input: unknown) =>
    codeOf(await office.dispatch(method, input, { role: 'leader' }, 'd5b7a1f0-0000-4000-8000-000000000001'));
  const nowhere = { address: '127.0.0.1', port: 9, code: 'AAAA-BBBB-CCCC' };
  const first = await ask('join.here', nowhere);
  expect(first).not.toBe('idempotency-key-reused');
  expect(await ask('join.here', nowhere)).toBe(first);
  expect(await ask('join.here', { ...nowhere, code: 'AAAA-BBBB-DDDD' })).toBe('idempotency-key-reused');
  expect(await ask('join.leave', {})).toBe('idempotency-key-reused');
});
