import { expect, test } from 'vitest';
import {
  type PackedLines,
  packLines,
  unpackLines,
  type ReadLine,
} from '#electron/desk/account/extract/packed-lines.ts';
import { readExtract } from '#electron/desk/account/extract/read-extract.ts';
import { csv, heading } from './extract-desk.ts';

const line = (index: number): ReadLine => ({
  line: index + 2,
  idNumber: `0011${String(index).padStart(8, '0')}`,
  name: `Người Thử ${index}`,
  activated: true,
  activatedOn: '2026-11-20',
  trouble: index % 3 === 0 ? { code: 'formula', column: 'Số' } : null,
  doubled: index % 5 === 0,
});
const portionsOf = (packed: PackedLines) => [...unpackLines(packed)];

test.each([0, 1, 199, 200, 201, 1_000])('%i lines come out of their portions as they went in', (count) => {
  const lines = Array.from({ length: count }, (_, index) => line(index));
  const packed = packLines(lines);
  expect(packed.total).toBe(count);
  expect(portionsOf(packed).flat()).toEqual(lines);
  // A turn of the desk takes up no more than this.
  expect(Math.max(0, ...portionsOf(packed).map(({ length }) => length))).toBeLessThanOrEqual(200);
  // Only a buffer that holds nothing else is handed over by a thread instead of being copied.
  expect(packed.bytes.byteLength).toBe(packed.bytes.buffer.byteLength);
});

test('a file leaves its reader packed, with those who stand there twice already known', async () => {
  const row = ['1', '001190000017', 'Trần Thị Mẫu', '20/11/2026', ''];
  const base64 = csv([heading, row, row]).toString('base64');
  const read = await readExtract({ fileName: 'a.csv', base64 });
  expect(portionsOf(read).map((portion) => portion.map(({ doubled }) => doubled))).toEqual([[false, true]]);
  // Nothing but the buffer grows with the file.
  const { bytes, ...rest } = read;
  expect(bytes.byteLength).toBeGreaterThan(0);
  expect(JSON.stringify(rest).length).toBeLessThan(400);
});
