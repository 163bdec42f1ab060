import { expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { DeskCore } from '#electron/desk/open-desk.ts';
import { canonicalJson } from '#electron/books/canonical-json.ts';
import { readZip, writeStoredZip } from '#electron/books/stored-zip.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, testClock } from '#tests/support/test-desk.ts';
import { DAY } from './exported-day.ts';

const leader = { role: 'leader' } as const;

async function ask(desk: DeskCore, method: string, input: unknown): Promise<unknown> {
  const reply = await desk.dispatch(method, input, leader, uuid());
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
}

function reopened(folder: string, start: string): DeskCore {
  return deskIn(folder, { clock: testClock(start) }).desk;
}

test('a closed day gives the same bytes every time, also after a restart months later and under another office name', async () => {
  const folder = temporaryFolder('export');
  const first = reopened(folder, '2026-11-20T00:30:00.000Z');
  await ask(first, 'office.set-up', {
    name: 'Công an xã Mẫu',
    code: '0007',
    receivingLevel: 'PC06',
    counters: ['Quầy 1'],
  });
  await ask(first, 'day.open', { businessDay: DAY });
  const requests = [{ procedure: 'level-2', subject: 'citizen' }];
  for (let count = 0; count < 5; count += 1) await ask(first, 'ticket.issue', { requests });
  await ask(first, 'day.close', { businessDay: DAY, leftovers: 'left' });
  const all = (desk: DeskCore) =>
    Promise.all(
      (['xlsx', 'csv', 'json'] as const).flatMap((format) =>
        (['vi', 'en'] as const).map((language) =>
          ask(desk, 'report.export', { businessDay: DAY, format, language }),
        ),
      ),
    );
  const before = await all(first);
  expect(await all(first)).toEqual(before);
  await ask(first, 'office.update', { name: 'Công an xã Mới' });
  first.close();
  const second = reopened(folder, '2027-03-01T02:00:00.000Z');
  expect(await all(second)).toEqual(before);
  second.close();
});

test('canonical JSON does not depend on the order of building', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'Đ' }], a: null })).toBe('{"a":null,"b":[{"c":"Đ","d":1}]}');
  expect(canonicalJson({ a: null, b: [{ c: 'Đ', d: 1 }] })).toBe(
    canonicalJson({ b: [{ d: 1, c: 'Đ' }], a: null }),
  );
});

test('a stored zip reads back and holds no time and no compressor', () => {
  const parts = [
    { path: 'a/ộ.xml', bytes: Buffer.from('x'.repeat(1000)) },
    { path: 'empty', bytes: Buffer.alloc(0) },
  ];
  const zip = writeStoredZip(parts);
  expect(readZip(zip).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['a/ộ.xml', 'x'.repeat(1000)],
    ['empty', ''],
  ]);
  expect(zip.length).toBeGreaterThan(1000);
  expect(zip.readUInt32LE(10)).toBe(0x21_0000);
});
