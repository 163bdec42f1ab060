import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { levelBook, levelCsv, levelFileName } from '#electron/books/level-book.ts';
import { missingBook } from '#electron/books/level-missing.ts';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import { levelMaterial } from '#tests/support/level-material.ts';

const at = '2026-12-01T01:00:00.000Z';

async function sheetsOf(bytes: Uint8Array) {
  return Object.fromEntries(
    (await readXlsx(bytes)).sheets.map(({ name, rows }) => [
      name,
      rows.map((row) => row.filter((cell) => cell !== null && cell !== '')),
    ]),
  );
}

describe('the book of a level', () => {
  test('names every office with its days and figures, and their sum', async () => {
    const material = levelMaterial();
    const sheets = await sheetsOf(await levelBook(material, { language: 'vi', at }));
    const rows = sheets['Theo đơn vị'] ?? [];
    for (const { name, days, expected, figures } of material.period.offices)
      expect(rows.find((row) => row[0] === name)?.slice(1, 4)).toEqual([
        `${days}/${expected}`,
        figures.issued,
        figures.level1,
      ]);
    const { taken, activated, issued } = material.period.total;
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['Cộng', '249/252', issued]);
    expect(sheets['Tổng hợp']?.flat()).toEqual(
      expect.arrayContaining([taken, activated, '249 trên 252 tệp số liệu, thiếu 3', '12/11/2026']),
    );
    expect(sheets['Nguyên nhân, kiến nghị']?.flat()).toContain('12/11/2026: 119 + 1.068 ≠ 2.352');
    expect(sheets['Chỉ tiêu']?.flat()).toContain('Chậm');
  });

  test('holds the same figures for a program as the CSV, all of them', async () => {
    const material = levelMaterial();
    const sheets = await sheetsOf(await levelBook(material, { language: 'en', at }));
    const { data } = Papa.parse<string[]>(levelCsv(material).toString('utf8').trim());
    const values = new Map(
      data.slice(1).map(([, , section, row, column, value]) => [`${section}/${row}/${column}`, value]),
    );
    for (const { code, figures } of material.period.offices)
      for (const figure of LEVEL_FIGURES)
        expect(values.get(`level-offices/${code}/${figure}`)).toBe(String(figures[figure]));
    expect(values.get('level-total/all/taken')).toBe(String(material.period.total.taken));
    // A name that begins like a formula stays text in either.
    expect(values.get('level-offices/LG-004/name')).toBe("'=Công an xã Ea Mơ");
    expect(sheets['figures']).toHaveLength(data.length);
  });

  test('gives the same bytes for the same figures and instant', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => levelBook(levelMaterial(), { language: 'vi', at })),
    );
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  test('is named by its period, office and group', () => {
    const { own, period } = levelMaterial();
    expect(levelFileName({ own, period, group: undefined })).toBe('tong-hop-2026-11-01-den-2026-11-30-LG');
    const day = { ...period, to: period.from };
    expect(levelFileName({ own, period: day, group: 'Miền núi' })).toBe('tong-hop-2026-11-01-LG-Mien-nui');
  });

  test('lists who has not sent with telephone, since when, and room for what the call brought', async () => {
    const { own, period } = levelMaterial();
    const [first] = period.offices;
    if (first === undefined) throw new Error('no office');
    const { code, name, group, telephone } = first;
    const bytes = await missingBook(
      own,
      {
        businessDay: '2026-11-30',
        reportBefore: '08:00',
        isOver: true,
        expected: 12,
        received: [],
        missing: [{ code, name, group, telephone, state: 'missing', since: '2026-11-27' }],
        late: [],
        totals: period.total,
        sum: null,
      },
      { language: 'vi', at },
    );
    const sheets = await sheetsOf(bytes);
    expect(sheets['Chưa gửi']?.at(-1)).toEqual([name, group, telephone, '27/11/2026']);
    expect(sheets['Chưa gửi']?.flat()).toContain('1 trên 12 đơn vị chưa gửi');
  });
});
