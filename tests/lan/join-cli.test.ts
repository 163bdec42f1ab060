import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newIdentity } from '#electron/desk/lan/certificate.ts';
import { joinedHere, joinHere } from '#electron/host/join-here.ts';
import { writeJoined, type Joined } from '#electron/join/joined-file.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { spawnHost } from '#tests/support/host-process.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

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

test('a second PC joins by two flags, serves the desk of the first, and comes back without them', async () => {
  const [here, there] = [temporaryFolder('here'), temporaryFolder('there')];
  const main = ['--data', here, '--port', '0'];
  let host = spawnHost(main);
  let leader = asking(host);
  const office = { name: 'Công an xã Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
  const { counters } = valueOf(await leader('office.set-up', office));
  valueOf(await leader('day.open', { businessDay: localDay(new Date().toISOString()) }));
  const { address, port } = valueOf(await leader('lan.open', { address: '127.0.0.1', port: 0 }));
  const counterId = counters[0]?.id ?? '';
  const { code } = valueOf(await leader('pairing.start', { kind: 'counter', counterId, name: 'Máy quầy 1' }));

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

  await stop(host);
  await expect
    .poll(async () => counter('ticket.call-next', {}), { timeout: 10_000 })
    .toMatchObject({ problem: { code: 'line-cut' } });
  host = spawnHost(main);
  leader = asking(host);
  await expect.poll(async () => (await counter('ticket.list', {})).ok, { timeout: 10_000 }).toBe(true);
  valueOf(await counter('ticket.start', { ticketId: issued.id }));
  expect(valueOf(await leader('ticket.list', {}))).toMatchObject([{ state: 'serving' }]);
}, 60_000);

test('what a PC kept of its desk and cannot read is said in words, and joined anew with a code', async () => {
  const folder = temporaryFolder('joined');
  expect(joinedHere(folder)).toBeUndefined();
  const kept: Joined = {
    form: 'QTD-JOINED-1',
    address: '192.0.2.1',
    port: 47_200,
    certificate: newIdentity().certificate,
    token: 'a'.repeat(64),
    deviceId: randomUUID(),
    kind: 'counter',
    name: 'Máy thử',
  };
  writeJoined(folder, kept);
  expect(joinedHere(folder)).toEqual(kept);
  const broken: unknown[] = [
    '{',
    { ...kept, certificate: 'không phải chứng thư' },
    { ...kept, token: 'hai\ndòng' },
    { ...kept, address: 'nơi nào đó' },
  ];
  for (const text of broken) {
    writeFileSync(join(folder, 'joined.json'), typeof text === 'string' ? text : JSON.stringify(text));
    expect(() => joinedHere(folder)).toThrow('Không đọc được tệp ghép máy');
    const wish = { at: '127.0.0.1:1', code: 'AAAA-BBBB-CCCC' };
    await expect(joinHere(folder, wish, '1.0.0', () => {})).rejects.toThrow('Chưa ghép được');
  }
  writeJoined(folder, kept);
  writeFileSync(join(folder, 'desk.db'), '');
  expect(() => joinedHere(folder)).toThrow('đã có dữ liệu riêng');
});
