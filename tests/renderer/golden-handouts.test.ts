// @module-tag slow
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { type Language, LANGUAGES } from '#shared/domain/language.ts';
import type { Material } from '#renderer/paper/handout/draw-handout.tsx';
import { isHandout, formatsOf, SHEETS, type SheetId } from '#renderer/paper/handout/sheets.ts';
import { CONSONANTS, FIGURES_AND_MARKS, VOWEL_ROWS } from '#renderer/paper/handout/vietnamese-letters.ts';
import { covering } from '#tests/support/covering.ts';
import { againstGolden } from '#tests/support/golden.ts';
import { materialOf } from '#tests/support/handout-material.ts';
import { faults, pagesOf, PaperPress, readPdf, withoutPdftotext, words } from '#tests/support/paper-press.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

let press: PaperPress;
let material: Material;
beforeAll(async () => {
  press = await PaperPress.start();
  const desk = openTestDesk({
    settings: {
      superior: 'Công an tỉnh Lam Giang',
      address: 'Nhà văn hóa khu phố Đông Bình Minh, số 112 đường Hoa Gạo nối dài',
      openingHours: '07:30–11:30, 13:30–17:00',
      storeAddresses: {
        appStore: 'https://kho-mot.example/vn/ung-dung/id0123456789',
        googlePlay: 'https://kho-hai.example/store/apps/details?id=vn.example.app',
      },
    },
  });
  for (const name of ['Trần Thị Bưởi', 'Lê Văn Ổn', 'Phạm Thị Ẩn', 'Nguyễn Ỷ Lan', 'Đỗ Văn Ổi'])
    desk.issue({ name, priority: name.startsWith('Lê') });
  desk.finish(desk.serveNext(), 'referred');
  desk.finish(desk.serveNext(), 'taken');
  material = await materialOf(desk);
}, 120_000);
afterAll(async () => {
  await press.stop();
});

const SIZES: Record<SheetFormat, readonly [width: number, height: number | null]> = {
  '58': [58, null],
  '80': [80, null],
  a5: [148, 210],
  a4: [210, 297],
};
const SMALLEST: Record<SheetFormat, number> = { '58': 10, '80': 10, a5: 7.6, a4: 9 };

const HALF_PAGE_MM = 140;

type Case = {
  readonly name: string;
  readonly sheet: SheetId;
  readonly format: SheetFormat;
  readonly language: Language;
};

const sheets: readonly Case[] = SHEETS.flatMap((sheet) =>
  formatsOf(sheet).flatMap((format) =>
    // The rule for the wall has both languages on it.
    LANGUAGES.filter((language) => sheet !== 'call-rule' || language === 'vi').map((language) => ({
      name: `${sheet}-${format}-${language}`,
      sheet,
      format,
      language,
    })),
  ),
);

/** Each sheet, and each size of paper in each language. */
const traitsOf = ({ sheet, format, language }: Case): string[] => [sheet, `${format} ${language}`];
const drawn = covering(sheets, traitsOf);

/** Draws a sheet and finds everything on it in its place. */
async function drawWell({ sheet, format, language }: Case): Promise<void> {
  const page = await press.handout({ sheet, format, language }, material);
  // The wall sheet and the letters of the test page have sizes of their own.
  if (sheet !== 'call-rule')
    expect(await faults(page, sheet === 'test-page' ? 9 : SMALLEST[format])).toEqual([]);
}

describe('every handout, poster and list in every size and language', () => {
  const others = sheets.filter((one) => !drawn.includes(one));
  test.each(covering(others, ({ sheet, language }) => [`${sheet} ${language}`]))('$name fits', drawWell);

  test.each(drawn)('$name', async (one) => {
    const { name, sheet, format } = one;
    await drawWell(one);
    // Of the rules, which grow with every value of a pack, the first half page.
    const picture = await press.picture(...(sheet === 'rules' ? [HALF_PAGE_MM] : []));
    expect(againstGolden(name, picture)).toEqual([]);

    const pdf = await press.pdf();
    const sizes = pagesOf(pdf);
    const [width, height] = SIZES[format];
    if (sheet !== 'rules') expect(sizes).toHaveLength(1);
    for (const [drawnWidth, drawnHeight] of sizes) {
      expect(Math.abs(drawnWidth - width)).toBeLessThan(0.5);
      if (height !== null) expect(Math.abs(drawnHeight - height)).toBeLessThan(0.5);
    }
    const said = await press.said();
    // The rules quote the message, whose name is four stars.
    expect(said).not.toMatch(sheet === 'rules' ? /[{}]/u : /[{}]|\*\*/u);
    if (isHandout(sheet)) {
      expect(said).toContain('vneid.gov.vn');
      expect(said).toContain('1900.0368');
    }
    if (withoutPdftotext) return;
    const read = readPdf(pdf);
    if (isHandout(sheet)) expect(words(read)).toEqual(words(said));
    if (sheet !== 'test-page') return;
    const letters = VOWEL_ROWS.flatMap(({ capitals, small }) => [capitals, small]);
    const together = read.replaceAll(/\s/gu, '');
    for (const row of [...letters, CONSONANTS.capitals, CONSONANTS.small, FIGURES_AND_MARKS])
      expect(together).toContain(row);
  });

  test('the text of the PDFs was compared with the sheets', (context) => {
    if (withoutPdftotext) context.skip('pdftotext is not on this machine: sizes and pictures were compared');
  });
});
