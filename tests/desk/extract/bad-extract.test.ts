import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { zipTrouble } from '#electron/desk/table/zip-guard.ts';
import { bodyLimitKiB } from '#shared/contract/desk-contract.ts';
import { csv, deskOf, heading, mau, review, vidu } from './extract-desk.ts';
import { madeZip, type MadePart } from './made-zip.ts';

describe('a file that is no extract', () => {
  const table = csv([heading, ['1', mau[1], mau[0], '20/11/2026', '']]);
  const part = (name: string, text: string) => ({ name, content: Buffer.from(text) });
  const types = part('[Content_Types].xml', '<Types/>');
  const cases: [string, string, () => Buffer, string][] = [
    ['a table that calls itself a workbook', 'a.xlsx', () => table, 'not-a-table'],
    [
      'a picture that calls itself a table',
      'a.csv',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
      'not-a-table',
    ],
    ['a program', 'a.exe', () => table, 'not-a-table'],
    ['an archive that calls itself a table', 'a.csv', () => madeZip([types]), 'not-a-table'],
    [
      'an archive of something else',
      'a.xlsx',
      () => madeZip([types, part('word/document.xml', '<a/>')]),
      'not-a-table',
    ],
    [
      'half an archive',
      'a.xlsx',
      () => madeZip([types, part('xl/workbook.xml', '<a/>')]).subarray(0, 90),
      'not-a-table',
    ],
    [
      'a workbook of nonsense',
      'a.xlsx',
      () => madeZip([types, part('xl/workbook.xml', '<a/>')]),
      'not-a-table',
    ],
    [
      'a workbook with entities',
      'a.xlsx',
      () => madeZip([types, part('xl/workbook.xml', '<!DOCTYPE a><a/>')]),
      'not-a-table',
    ],
    [
      'an old or locked container',
      'a.xlsx',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
      'not-a-table',
    ],
    [
      'a workbook with a password',
      'a.xlsx',
      () =>
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'locked-file',
    ],
    [
      'an old workbook',
      'a.xls',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
          Buffer.alloc(508),
          Buffer.from('Workbook', 'utf16le'),
        ]),
      'other-workbook',
    ],
    [
      'an old workbook that calls itself a new one',
      'a.xlsx',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
          Buffer.alloc(508),
          Buffer.from('Workbook', 'utf16le'),
        ]),
      'other-workbook',
    ],
    [
      'a workbook with macros',
      'a.xlsm',
      () => madeZip([types, part('xl/workbook.xml', '<a/>')]),
      'other-workbook',
    ],
    [
      'an OpenDocument workbook',
      'a.ods',
      () => madeZip([part('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')]),
      'other-workbook',
    ],
    [
      'names in letters of an old font',
      'a.csv',
      () =>
        csv([
          heading,
          ['1', mau[1], 'TrÇn ThÞ MÉu', '20/11/2026', ''],
          ['2', vidu[1], 'Lª V¨n VÝ Dô', '20/11/2026', ''],
        ]),
      'old-letters',
    ],
    [
      'a heading in letters of an old font',
      'a.csv',
      () => csv([['STT', 'Sè ®Þnh danh', 'Hä vµ tªn', 'Ngµy kÝch ho¹t']]),
      'old-letters',
    ],
    ['an empty file', 'a.csv', () => Buffer.alloc(0), 'no-rows'],
    ['a heading alone', 'a.csv', () => csv([heading]), 'no-rows'],
    [
      'letters of an old code page',
      'a.csv',
      () => Buffer.from([...Buffer.from('So,'), 0xd3, 0xe7, 0x0a]),
      'unreadable-text',
    ],
    [
      'a quote that never ends',
      'a.csv',
      () => Buffer.from(`${heading.join()}\n1,"${mau[1]},x,20/11/2026,\n`),
      'not-a-table',
    ],
    [
      'no column of numbers',
      'a.csv',
      () =>
        csv([
          ['STT', 'Họ và tên', 'Ngày kích hoạt'],
          ['1', 'A', '20/11/2026'],
        ]),
      'columns-missing',
    ],
    [
      'no word of the activation',
      'a.csv',
      () => csv([heading.slice(0, 3), ['1', mau[1], mau[0]]]),
      'columns-missing',
    ],
    [
      'two columns of one meaning',
      'a.csv',
      () =>
        csv([
          [...heading, 'Số CCCD'],
          ['1', mau[1], mau[0], '', '', mau[1]],
        ]),
      'columns-doubled',
    ],
    ['more than 20 MB', 'a.csv', () => Buffer.alloc(20 * 1024 * 1024 + 1, 0x61), 'too-large'],
  ];

  test.each(cases)('%s is refused with its reason', async (_, name, bytes, reason) => {
    const { desk } = deskOf([mau]);
    expect(await review(desk, name, bytes())).toMatchObject({
      ok: false,
      problem: { code: 'extract-refused', reason },
    });
    expect(desk.incidents).toEqual([]);
  });

  test('a bomb is refused from its directory, and one whose directory lies while it is unpacked', async () => {
    const { desk } = deskOf([mau]);
    const burst = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(8 * 1024 * 1024, 0x20) };
    const workbook = part('xl/workbook.xml', '<workbook/>');
    const lies = [
      [burst],
      [{ ...burst, saysSize: 900 }],
      [{ ...burst, content: Buffer.from('x'), saysSize: 250 * 1024 * 1024 }],
    ];
    for (const parts of lies) {
      const reply = await review(desk, 'a.xlsx', madeZip([types, workbook, ...parts]));
      expect(reply).toMatchObject({ ok: false, problem: { reason: 'unpacks-too-large' } });
    }
  });

  describe('what an archive may hold ends where it says', () => {
    const MB = 1024 * 1024;
    const workbook = part('xl/workbook.xml', '<workbook/>');
    const known = [types, workbook];
    const blank = (bytes: number) => ({ name: 'xl/a.bin', content: Buffer.alloc(bytes, 0x20) });
    const parts = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `xl/${index}.bin`, content: Buffer.alloc(0) }));
    const noise = (bytes: number) => ({ name: 'xl/n.bin', content: randomBytes(bytes) });

    test.each<[string, () => MadePart[], string | undefined]>([
      ['one part and its types', () => known, undefined],
      ['no types', () => [workbook], 'not-a-table'],
      ['types alone', () => [types], 'not-a-table'],
      ['4 MB of one letter', () => [...known, blank(4 * MB)], undefined],
      ['one letter more', () => [...known, blank(4 * MB + 1)], 'unpacks-too-large'],
      ['5 MB of noise', () => [...known, noise(5 * MB)], undefined],
      ['2,000 parts', () => [...known, ...parts(1_998)], undefined],
      ['2,001 parts', () => [...known, ...parts(1_999)], 'not-a-table'],
      [
        'parts that are small each, and too much together',
        () => [...known, ...parts(51).map((one) => ({ ...one, saysSize: 4 * MB }))],
        'unpacks-too-large',
      ],
      ['a part that is shorter than it says', () => [...known, { ...noise(9), saysSize: 10 }], 'not-a-table'],
      [
        'a part that is longer than it says',
        () => [...known, { ...noise(9), saysSize: 8 }],
        'unpacks-too-large',
      ],
      ['a text that defines entities', () => [...known, part('xl/A.XML', '<!DOCTYPE a>')], 'not-a-table'],
      ['relations that do', () => [...known, part('xl/a.rels', '<!DOCTYPE a>')], 'not-a-table'],
      ['a picture that only looks like it', () => [...known, part('xl/a.png', '<!DOCTYPE a>')], undefined],
    ])('%s', (_what, made, trouble) => {
      expect(zipTrouble(madeZip(made()))).toBe(trouble);
    });
  });

  test('60 MB do not even reach the desk as a body', () => {
    expect(bodyLimitKiB('extract.review')).toBeLessThan(60 * 1024);
    // A file of the largest size that is read fits into a body.
    expect(bodyLimitKiB('extract.review') * 1024).toBeGreaterThan((20 * 1024 * 1024 * 4) / 3 + 1000);
  });
});
