import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { levelTemplate } from '#electron/books/level-template.ts';
import { readSheet } from '#electron/level/sheet/read-sheet.ts';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import { LANGUAGES, type Language } from '#shared/domain/language.ts';

const right = [12, 12, 7, 5, 2, 1, 1, 3, 4, 1, 1, 1];

/** The template as an office fills it in. */
async function filled(language: Language, ...lines: readonly (readonly (string | number | Date)[])[]) {
  const { sheets } = await readXlsx(await levelTemplate(language));
  const above = (sheets[0]?.rows ?? []).slice(0, 3).map((row) => [...row]);
  const bytes = await writeXlsx({
    sheets: [{ name: 'Mẫu', rows: [...above, ...lines.map((line) => [...line])] }],
  });
  return { fileName: 'mau.xlsx', base64: Buffer.from(bytes).toString('base64') };
}

function csv(text: string) {
  return { fileName: 'mau.csv', base64: Buffer.from(text, 'utf8').toString('base64') };
}

describe('the sheet of an office without the program', () => {
  test.each(LANGUAGES)('is read as it was filled in, headings in %s', async (language) => {
    const lines = await readSheet(
      await filled(
        language,
        ['X-01', '20/11/2026', ...right],
        ['', ''],
        ['X-02', new Date(Date.UTC(2026, 10, 20)), ...right.map(String)],
      ),
    );
    const figures = Object.fromEntries(LEVEL_FIGURES.map((figure, index) => [figure, right[index]]));
    expect(lines).toEqual([
      { line: 4, officeCode: 'X-01', businessDay: '2026-11-20', figures },
      { line: 6, officeCode: 'X-02', businessDay: '2026-11-20', figures },
    ]);
  });

  test('says of each line what is wrong with it', async () => {
    const lines = await readSheet(
      await filled(
        'vi',
        ['X-01', '31/06/2026', ...right],
        ['X-02', '20/11/2026', 'mười', ...right.slice(1)],
        ['X-03', '20/11/2026', -1, ...right.slice(1)],
        ['X-04', '20/11/2026', 1.5, ...right.slice(1)],
        ['X-05', '20/11/2026', ...right.with(2, 11)],
        ['X-06', '20/11/2026', '1.234', ...right.slice(1)],
      ),
    );
    expect(lines.map((line) => line.problem ?? line.figures?.issued)).toEqual([
      'no-such-day',
      'not-a-number',
      'not-a-number',
      'not-a-number',
      'parts-differ',
      1234,
    ]);
  });

  test('is refused whole where a column is missing, named twice, or nothing is filled in', async () => {
    const refused = (file: { fileName: string; base64: string }) =>
      readSheet(file).then(
        () => 'read',
        (error: { problem: { reason: string } }) => error.problem.reason,
      );
    expect(await refused(await filled('vi'))).toBe('no-rows');
    expect(await refused(csv('Mã đơn vị,Ngày,Số đã cấp\nX-01,20/11/2026,5\n'))).toBe('columns-missing');
    expect(await refused(csv('Họ tên,Số CCCD\nA,1\n'))).toBe('columns-missing');
    expect(await refused(csv('%PDF-1.4'))).toBe('columns-missing');
  });
});
