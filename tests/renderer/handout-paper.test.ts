import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HANDOUTS, POSTERS } from '#renderer/handouts/sheets.ts';
import { CONSONANTS, FIGURES_AND_MARKS, VOWEL_ROWS } from '#renderer/handouts/vietnamese-letters.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { HandoutPages } from './handout-printing.ts';

vi.setConfig({ testTimeout: 60_000 });

const PT_PER_MM = 72 / 25.4;
const SIZES: Record<string, readonly [number, number]> = { a5: [148, 210], a4: [210, 297] };
const withoutPdftotext = spawnSync('pdftotext', ['-v']).error !== undefined;

let desk: TestDesk;
let pages: HandoutPages;
beforeAll(async () => {
  desk = openTestDesk({
    settings: {
      superior: 'Công an tỉnh Lam Giang',
      address: 'Nhà văn hóa khu phố Đông Bình Minh, số 112 đường Hoa Gạo nối dài',
      openingHours: '07:30–11:30, 13:30–17:00',
    },
  });
  pages = await HandoutPages.start(desk);
}, 120_000);
afterAll(async () => {
  await pages.stop();
});

/** Width and height of every page in millimetres. */
function pagesOf(pdf: Buffer): [width: number, height: number][] {
  const boxes = pdf
    .toString('latin1')
    .matchAll(/\/MediaBox\s*\[\s*[\d.]+\s+[\d.]+\s+([\d.]+)\s+([\d.]+)\s*\]/gu);
  return [...boxes].map((box) => [Number(box[1]) / PT_PER_MM, Number(box[2]) / PT_PER_MM]);
}

/** Text outside the sheet, over its neighbour's edge, too small, or in a colour that a thermal head cannot print. */
async function faults(page: Page, smallestPt: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const sheet = document.querySelector<HTMLElement>('[data-paper]');
    if (sheet === null) return ['no sheet'];
    const box = sheet.getBoundingClientRect();
    const style = getComputedStyle(sheet);
    const right = box.right - Number.parseFloat(style.paddingRight) + 1.5;
    const found: string[] = [];
    for (const element of sheet.querySelectorAll<HTMLElement>('*')) {
      if (element instanceof SVGElement) continue;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        found.push(`overflows: ${element.textContent.slice(0, 40)}`);
    }
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (words === '' || around === null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const place = range.getBoundingClientRect();
      const { fontSize, color } = getComputedStyle(around);
      if (place.left < box.left - 1 || place.right > right) found.push(`outside: ${words}`);
      const size = around instanceof SVGElement ? place.height / 1.34 : Number.parseFloat(fontSize);
      if (size * 0.75 < smallest - 0.05) found.push(`small: ${words} ${size * 0.75}pt`);
      if (color !== 'rgb(0, 0, 0)' && color !== 'rgb(255, 255, 255)') found.push(`grey: ${words} ${color}`);
    }
    return found;
  }, smallestPt);
}

const shown = async (): Promise<string> =>
  (await pages.page.locator('[data-paper]').innerText()).replaceAll('\u00a0', ' ').normalize('NFC');

const read = (pdf: Buffer): string =>
  spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    .stdout.replaceAll('\u00a0', ' ')
    .normalize('NFC');

const asWords = (text: string): string[] =>
  text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .toSorted();

const sheets = [
  ...HANDOUTS.map((sheet) => [sheet, 'a5', 'vi'] as const),
  ...(['level-1', 'activate', 'papers'] as const).map((sheet) => [sheet, 'a5', 'en'] as const),
  ...POSTERS.map((sheet) => [sheet, 'a4', 'vi'] as const),
  ['poster-school', 'a5', 'en'] as const,
  ['papers', 'a4', 'vi'] as const,
];

describe('handouts', () => {
  test.each(sheets)(
    '%s on %s in %s is one page, and its PDF says what the sheet says',
    async (sheet, paper, language) => {
      const page = await pages.open(desk, sheet, paper, language);
      expect(await faults(page, paper === 'a5' ? 7.6 : 9.6)).toEqual([]);
      const pdf = await pages.pdf();
      const sizes = pagesOf(pdf);
      expect(sizes).toHaveLength(1);
      const [width, height] = SIZES[paper] ?? [0, 0];
      expect(Math.abs((sizes[0]?.[0] ?? 0) - width)).toBeLessThan(0.5);
      expect(Math.abs((sizes[0]?.[1] ?? 0) - height)).toBeLessThan(0.5);
      const said = await shown();
      expect(said).toContain('vneid.gov.vn');
      expect(said).toContain('1900.0368');
      expect(said).not.toMatch(/[{}]|\*\*/u);
      if (!withoutPdftotext) expect(asWords(read(pdf))).toEqual(asWords(said));
    },
  );

  test('the text of a PDF was compared with its sheet', (context) => {
    if (withoutPdftotext)
      context.skip('pdftotext is not on this machine: only sizes and overflow were checked');
  });

  test('own words are printed as text, marked as the office’s own, with codes of the stores it gave', async () => {
    const own = openTestDesk({
      settings: {
        storeAddresses: { appStore: 'https://kho.example/a', googlePlay: 'https://kho.example/b' },
        handoutTexts: {
          'install.vi': {
            title: 'Cài <b>VNeID</b>',
            lines: { install1: 'Hỏi **Ỷ** & “Ỵ” <i>', install3: '' },
          },
        },
      },
    });
    const page = await pages.open(own, 'install', 'a5');
    const said = await shown();
    for (const part of [
      'Cài <b>VNeID</b>',
      'Hỏi Ỷ & “Ỵ” <i>',
      'lời do đơn vị sửa',
      'App Store',
      'Google Play',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('Tải về');
    expect(await page.getByRole('img').count()).toBe(3);
    await pages.open(desk, 'install', 'a5');
    expect(await page.getByRole('img').count()).toBe(1);
  });

  test('the longest words an office can store run on to a second page rather than off the sheet', async () => {
    const lines = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`account${index + 1}`, 'Nghiêng '.repeat(20).trim()]),
    );
    const own = openTestDesk({ settings: { handoutTexts: { 'level-1.vi': { lines } } } });
    const page = await pages.open(own, 'level-1', 'a5');
    expect(await faults(page, 7.6)).toEqual([]);
    expect(pagesOf(await pages.pdf()).length).toBeLessThanOrEqual(2);
  });
});

describe('test page', () => {
  test.each(['58', '80'] as const)(
    'on %s mm every letter is there, in at least 10 pt, on one page of its own length',
    async (paper) => {
      const page = await pages.open(desk, 'test-page', paper);
      expect(await faults(page, 10)).toEqual([]);
      const ruler = await page.evaluate(() => {
        const marks = [...document.querySelectorAll('svg[viewBox^="0 -2"] rect')].map((mark) =>
          mark.getBoundingClientRect(),
        );
        return ((marks.at(-1)?.top ?? 0) - (marks[0]?.top ?? 0)) / (96 / 25.4);
      });
      expect(ruler).toBeCloseTo(40, 1);
      const pdf = await pages.pdf();
      expect(pagesOf(pdf)).toHaveLength(1);
      expect(Math.abs((pagesOf(pdf)[0]?.[0] ?? 0) - Number(paper))).toBeLessThan(0.5);
      if (withoutPdftotext) return;
      const said = read(pdf).replaceAll(/\s/gu, '');
      const letters = VOWEL_ROWS.flatMap(({ capitals, small }) => [capitals, small]);
      for (const row of [...letters, CONSONANTS.capitals, CONSONANTS.small, FIGURES_AND_MARKS])
        expect(said).toContain(row);
    },
  );

  test('on A4 it is one page', async () => {
    await pages.open(desk, 'test-page', 'a4');
    expect(pagesOf(await pages.pdf())).toHaveLength(1);
  });
});

describe('lists', () => {
  test('open tickets and referrals name nobody in full, and only who belongs there', async () => {
    const day = openTestDesk();
    for (let index = 0; index < 34; index += 1) day.issue({ name: 'Trần Thị Bưởi' });
    const referred = day.finish(day.serveNext(), 'referred');
    const taken = day.finish(day.serveNext(), 'taken');
    await pages.open(day, 'tickets', 'a4');
    const open = await shown();
    expect(open).toContain('32 số.');
    expect(open).toContain('T. T. Bưởi');
    expect(open).not.toContain('Trần');
    for (const { number } of [referred, taken]) expect(open).not.toContain(number);
    const pdf = await pages.pdf();
    const count = pagesOf(pdf).length;
    expect(count).toBe(2);
    if (!withoutPdftotext) expect(read(pdf)).toContain('Trang 2/2');

    await pages.open(day, 'referrals', 'a4');
    const sent = await shown();
    expect(sent).toContain(referred.number);
    expect(sent).not.toContain(taken.number);
    expect(sent).not.toContain('Trần');
  });

  test('without an open day the list says so instead of being empty', async () => {
    await pages.open(openTestDesk({ day: null }), 'tickets', 'a4');
    expect(await shown()).toContain('Chưa mở ngày làm việc');
  });

  test('rules carry their sources and leave no blank to fill', async () => {
    const page = await pages.open(desk, 'rules', 'a4');
    expect(await faults(page, 9)).toEqual([]);
    const said = await shown();
    for (const { source } of desk.call('rules.show', {}).values) expect(said).toContain(source);
    expect(said).not.toMatch(/\{\w+\}/u);
  });
});
