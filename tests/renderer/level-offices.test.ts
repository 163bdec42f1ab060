import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprintOfKey, inFours } from '#renderer/level/frame/office-key.ts';
import { readOfficeTable, reviewOffices } from '#renderer/level/offices/office-table.ts';
import { readCount } from '#renderer/level/client/typed-count.ts';
import { fingerprintOf } from '#electron/books/verify.mjs';

function newKey() {
  const { publicKey } = generateKeyPairSync('ed25519');
  const base64 = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { base64, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

test('the page knows a key in every form in which the level takes one', async () => {
  const { base64, pem } = newKey();
  const keyId = fingerprintOf(base64, null);
  expect(await fingerprintOfKey(base64)).toBe(keyId);
  expect(await fingerprintOfKey(`\n${pem}`)).toBe(keyId);
  const aloud = inFours(keyId ?? '').join(' ');
  expect(aloud.split(' ')).toHaveLength(16);
  expect(await fingerprintOfKey(aloud)).toBe(keyId);
  for (const wrong of ['', 'abc', base64.slice(4), `${aloud} 0`, pem.replace('PUBLIC', 'PRIVATE')])
    expect(await fingerprintOfKey(wrong)).toBeUndefined();
});

test('a table is read as it comes from a spreadsheet or a CSV, with heads in any order or none', () => {
  const plain = readOfficeTable('LG-1\tXã Một\tCụm 1\t0200 000 001\tkhoá\r\n\r\nLG-2\tXã Hai');
  expect(plain).toEqual([
    { line: 1, code: 'LG-1', name: 'Xã Một', group: 'Cụm 1', telephone: '0200 000 001', publicKey: 'khoá' },
    { line: 3, code: 'LG-2', name: 'Xã Hai', group: '', telephone: '', publicKey: '' },
  ]);
  const csv = readOfficeTable(
    '\uFEFFTên đơn vị;Khóa công khai;Mã;Số điện thoại\n"Xã ""Ba""; cũ";K3;LG-3;0200\n"Xã\nBốn";K4;LG-4;\n',
  );
  expect(csv.map(({ code, name, publicKey }) => [code, name, publicKey])).toEqual([
    ['LG-3', 'Xã "Ba"; cũ', 'K3'],
    ['LG-4', 'Xã\nBốn', 'K4'],
  ]);
  expect(csv[1]?.line).toBe(3);
  expect(readOfficeTable('')).toEqual([]);
});

test('the review says of each line why it cannot be registered', async () => {
  const [one, two] = [newKey(), newKey()];
  const table = readOfficeTable(
    [
      `A\tMột\t\t\t${one.base64}`,
      `A\tMột nữa\t\t\t${two.base64}`,
      `B\tHai\t\t\t${one.base64}`,
      `C\t\t\t\t${two.base64}`,
      `\tKhông mã\t\t\t${two.base64}`,
      'D\tBốn',
      'E\tNăm\t\t\tsai',
      `CU\tCũ\t\t\t${two.base64}`,
      `F\tSáu\t\t\t${two.base64}`,
    ].join('\n'),
  );
  const review = await reviewOffices(table, new Set(['CU']));
  expect(review.map(({ verdict }) => verdict)).toEqual([
    'ready',
    'doubled',
    'key-doubled',
    'no-name',
    'no-code',
    'no-key',
    'not-a-key',
    'known',
    'ready',
  ]);
});

test('a count is read with the thousands of either language', () => {
  expect(['1.234', '1,234', '1 234', ' 7 ', '0'].map(readCount)).toEqual([1234, 1234, 1234, 7, 0]);
  expect(['', '-1', '1.5', '12,34', 'một'].map(readCount)).toEqual([null, null, null, null, null]);
});
