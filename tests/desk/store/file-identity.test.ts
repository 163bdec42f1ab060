import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { APPLICATION_ID } from '#electron/desk/store/connection.ts';
import { readFileIdentity } from '#electron/desk/store/file-identity.ts';
import { temporaryFolder } from './store-folder.ts';

const PAGE = 4096;
const whole = database();

/** A database of a desk as its bytes. */
function database(): Buffer {
  const made = new Database(':memory:');
  made.pragma(`application_id = ${APPLICATION_ID}`);
  made.exec('CREATE TABLE ticket (number INTEGER); INSERT INTO ticket VALUES (1)');
  const bytes = made.serialize();
  made.close();
  return bytes;
}

/** What a file of these bytes says of itself, beside a log of so many bytes. */
function formOf(bytes: Buffer, log = 0): string | undefined {
  const file = join(temporaryFolder(), 'desk.db');
  writeFileSync(file, bytes);
  if (log > 0) writeFileSync(`${file}-wal`, Buffer.alloc(log));
  return readFileIdentity(file, null)?.form;
}

function changed(...bytes: (readonly [at: number, byte: number])[]): Buffer {
  const copy = Buffer.from(whole);
  for (const [at, byte] of bytes) copy[at] = byte;
  return copy;
}

test('a database of whole pages is one, and one that ends within a page only while a log is beside it', () => {
  expect(formOf(whole)).toBe('sqlite');
  expect(formOf(whole.subarray(0, PAGE))).toBe('sqlite');
  for (const cut of [whole.subarray(0, -1), whole.subarray(0, PAGE + 1), whole.subarray(0, 99)])
    expect(formOf(cut), `${cut.length}`).toBe('damaged');
  expect(formOf(whole.subarray(0, -1), 1)).toBe('sqlite');
  expect(formOf(whole.subarray(0, 99), 1)).toBe('damaged');
});

test('pages of 65,536 bytes are written as a size of 1', () => {
  const large = Buffer.concat([changed([16, 0], [17, 1])], 65_536);
  expect(formOf(large)).toBe('sqlite');
  expect(formOf(Buffer.concat([large], 65_536 + PAGE))).toBe('damaged');
});

test('a version that SQLite would only read, or not open at all, is damage', () => {
  for (const at of [18, 19]) {
    for (const version of [0, 3, 255])
      expect(formOf(changed([at, version])), `${at} ${version}`).toBe('damaged');
    for (const version of [1, 2]) expect(formOf(changed([at, version])), `${at} ${version}`).toBe('sqlite');
  }
});

test('what begins otherwise is damage where it was a desk’s or is zeroed, and else another file', () => {
  expect(formOf(changed([0, 0]))).toBe('damaged');
  expect(formOf(changed([0, 0], [68, 0]))).toBe('other');
  expect(formOf(Buffer.alloc(PAGE))).toBe('damaged');
  expect(formOf(Buffer.alloc(0))).toBe('damaged');
  expect(formOf(Buffer.from('%PDF-1.7 '.repeat(30)))).toBe('other');
  expect(readFileIdentity(join(temporaryFolder(), 'desk.db'), null)).toBeNull();
});
