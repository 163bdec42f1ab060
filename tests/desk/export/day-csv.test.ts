import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { writeCsv } from '#electron/books/csv-writer.ts';
import { fileSafe } from '#electron/books/file-name.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { busyDay, DAY, expectedFigures, exported } from './exported-day.ts';

test('a day as CSV: BOM, CRLF, the documented columns, and the figures of the report', async () => {
  const desk = await busyDay(60);
  const report = desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
  const { bytes, fileName, mediaType } = await exported(desk, 'csv');
  expect([fileName, mediaType]).toEqual([
    'so-lieu-ngay-2026-11-20-BM-01-ban-1.csv',
    'text/csv; charset=utf-8',
  ]);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
  const [header, ...rows] = parseCsv(text);
  expect(header).toEqual(['business_day', 'office_code', 'version', 'section', 'row', 'column', 'value']);
  expect(new Set(rows.map((row) => row.slice(0, 3).join(' ')))).toEqual(new Set([`${DAY} BM-01 1`]));
  const figures = rows
    .filter((row) => row[3] !== 'report' && row[3] !== 'notes' && row[6] !== '')
    .map((row) => [row.slice(3, 6).join('/'), Number(row[6])] as const);
  expect(new Map(figures)).toEqual(expectedFigures(report));
});

const payloads: readonly (readonly [typed: string, written: string])[] = [
  ['=1+1', "'=1+1"],
  ['+84912345678', "'+84912345678"],
  ['-5 hồ sơ', "'-5 hồ sơ"],
  ['@SUM(A1:A2)', "'@SUM(A1:A2)"],
  ['|calc', "'|calc"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['   =1+1', "'   =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\t=1', "' =1"],
  ['\r\n=1', "' =1"],
  ['"=1', `'"=1`],
  ["'=1", "''=1"],
  ['Xã A;=1+1', "Xã A;'=1+1"],
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ['0012', '0012'],
  ['Công an phường 1, quận =', 'Công an phường 1, quận ='],
  ['a"b,c', 'a"b,c'],
  ['dòng 1\r\ndòng 2', 'dòng 1 dòng 2'],
];

test.each(payloads)('the text %j is written as %j', (typed, written) => {
  expect(parseCsv(writeCsv([[typed, -5, null]]).toString('utf8'))).toEqual([[written, '-5', '']]);
});

test('a number stays a number and text is always quoted', () => {
  expect(writeCsv([['a', -5, null, 1_234_567]]).toString('utf8')).toBe('\ufeff"a",-5,,1234567\r\n');
});

test('the name of an office cannot run from the CSV of the desk', async () => {
  const desk = openTestDesk();
  desk.call('office.update', { name: '=cmd|calc', code: '=1', receivingLevel: '＠x' });
  const { bytes, fileName } = await exported(desk, 'csv');
  expect(fileName).toBe('so-lieu-ngay-2026-11-20-1-tam-tinh.csv');
  for (const row of parseCsv(bytes.toString('utf8')))
    for (const cell of row) expect(String(cell)).not.toMatch(/^\s*[=+\-@＝＠]/);
});

test.each([
  ['BM-01', 'BM-01'],
  ['Đồng Sen/07', 'Dong-Sen-07'],
  ['../../x', 'x'],
  ['CON', 'CON'],
  ['  ', 'don-vi'],
  ['公安', 'don-vi'],
  ['a'.repeat(60), 'a'.repeat(40)],
])('the office code %j makes the file name part %j', (code, safe) => {
  expect(fileSafe(code)).toBe(safe);
});
