import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Slip } from '#shared/contract/print.ts';
import type { SheetPaper } from '#shared/contract/office.ts';
import { PrintPage } from './slip-printing.ts';
import { longName, slipSamples, type SlipSample } from './slip-samples.ts';

vi.setConfig({ testTimeout: 60_000 });

const PT_PER_MM = 72 / 25.4;
const names = Object.keys(slipSamples) as SlipSample[];
const guidance = names.filter((name) => slipSamples[name].sheet === 'guidance');
const numbers = names.filter((name) => slipSamples[name].sheet === 'number');

let printing: PrintPage;
beforeAll(async () => {
  printing = await PrintPage.start();
}, 120_000);
afterAll(async () => {
  await printing.stop();
});

const on = (name: SlipSample, paper: SheetPaper): Slip => ({ ...slipSamples[name], paper });

/** Width and height of every page in millimetres. */
function pagesOf(pdf: Buffer): [width: number, height: number][] {
  const boxes = pdf
    .toString('latin1')
    .matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g);
  return [...boxes].map((box) => [Number(box[3]) / PT_PER_MM, Number(box[4]) / PT_PER_MM]);
}

/** Texts that stand outside the printable width, smaller than 10 pt, or in a colour that a thermal head cannot print. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('[data-paper]');
    if (sheet === null) return ['no sheet'];
    const style = getComputedStyle(sheet);
    const box = sheet.getBoundingClientRect();
    const left = box.left + Number.parseFloat(style.paddingLeft);
    const right = box.right - Number.parseFloat(style.paddingRight);
    const found: string[] = [];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (words === '' || around === null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const place = range.getBoundingClientRect();
      const { fontSize, color } = getComputedStyle(around);
      if (place.left < left - 2.5 || place.right > right + 1.5)
        found.push(`outside: ${words} ${place.left} ${place.right}`);
      if (
        sheet.dataset['paper'] !== 'a5' &&
        sheet.dataset['paper'] !== 'a4' &&
        Number.parseFloat(fontSize) < 13.3
      )
        found.push(`small: ${words} ${fontSize}`);
      if (color !== 'rgb(0, 0, 0)' && color !== 'rgb(255, 255, 255)') found.push(`grey: ${words} ${color}`);
    }
    return found;
  });
}

async function shownWords(page: Page): Promise<string> {
  return (await page.locator('[data-paper]').innerText()).replaceAll('\u00a0', ' ');
}

const asRead = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s\u00a0]+/u)
    .filter((word) => word !== '')
    .toSorted();

describe('rolls', () => {
  const cases = [
    ...guidance.map((name) => [name, '80'] as const),
    ...numbers.flatMap((name) => [[name, '58'] as const, [name, '80'] as const]),
  ];

  test.each(cases)(
    '%s on %s mm is one page of its own length, nothing cut, small or grey',
    async (name, paper) => {
      const page = await printing.open(on(name, paper));
      expect(await faults(page)).toEqual([]);
      const height = await page.evaluate(
        () => (document.querySelector('[data-paper]')?.getBoundingClientRect().height ?? 0) / (96 / 25.4),
      );
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(pages).toHaveLength(1);
      expect(Math.abs((pages[0]?.[0] ?? 0) - Number(paper))).toBeLessThan(0.5);
      const spare = (pages[0]?.[1] ?? 0) - height;
      expect(spare).toBeGreaterThan(0.5);
      expect(spare).toBeLessThan(2.6);
    },
  );
});

describe('pages', () => {
  const onePage = guidance.filter((name) => name !== 'family' && name !== 'longName');
  const fullest = ['taken', 'takenWithCard', 'fiveMissing'] as const;
  const cases = [
    ...onePage.map((name) => [name, 'a5'] as const),
    ...fullest.map((name) => [name, 'a4'] as const),
  ];

  test.each(cases)('%s fits one %s and is called a guidance slip that is no receipt', async (name, paper) => {
    const page = await printing.open(on(name, paper));
    expect(await faults(page)).toEqual([]);
    expect(await shownWords(page)).toMatch(/PHIẾU HƯỚNG DẪN\n+Đây không phải giấy tiếp nhận hồ sơ\./u);
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const [width, height] = paper === 'a5' ? [148, 210] : [210, 297];
    expect(pages).toHaveLength(1);
    expect(Math.abs((pages[0]?.[0] ?? 0) - width)).toBeLessThan(0.5);
    expect(Math.abs((pages[0]?.[1] ?? 0) - height)).toBeLessThan(0.5);
  });

  test('the fullest one also fits in English', async () => {
    const page = await printing.open(on('taken', 'a5'), '&language=en');
    expect(await faults(page)).toEqual([]);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
  });

  test.each(['family', 'longName'] as const)(
    '%s runs on to a second A5 instead of shrinking out of sight',
    async (name) => {
      const page = await printing.open(on(name, 'a5'));
      expect(await faults(page)).toEqual([]);
      const size = await page.evaluate(
        () => getComputedStyle(document.querySelector('[data-paper]') ?? document.body).fontSize,
      );
      expect(Number.parseFloat(size) * 0.75).toBeGreaterThanOrEqual(9);
      // Older browsers break the fullest one once more.
      expect([2, 3]).toContain(pagesOf(await page.pdf({ preferCSSPageSize: true })).length);
    },
  );
});

describe('what a sheet says', () => {
  const words = async (slip: Slip, more = ''): Promise<string> => {
    const page = await printing.open(slip, more);
    try {
      return (await page.locator('[data-paper]').innerText()).replaceAll('\u00a0', ' ');
    } finally {
    }
  };

  test('in English it keeps its Vietnamese title and says the same', async () => {
    expect(await words(on('taken', '80'), '&language=en')).toMatch(
      /PHIẾU HƯỚNG DẪN\n+Guidance slip\n+Not a receipt for your application\./u,
    );
  });

  test('a reprint says which one it is and when, a training copy that it is not real; a first real print says neither', async () => {
    expect(await words(on('numberReprint', '58'))).toMatch(/^IN LẠI lần 1 · 08:55/u);
    expect(await words(on('longName', '80'))).toContain('BẢN TẬP HUẤN');
    expect(await words(on('taken', '80'))).not.toMatch(/IN LẠI|TẬP HUẤN/u);
  });

  test('a taken request gives its date with every counted day, the message and the last day of the example', async () => {
    const said = await words(on('taken', '80'));
    for (const part of [
      'thứ Tư, 25/11/2026',
      'Kèm thẻ bảo hiểm y tế, giấy đăng ký xe.',
      'NGUYEN THI BUOI',
      '09*****567',
      'thứ Tư, 02/12/2026',
    ])
      expect(said).toContain(part);
    expect(
      said.match(
        /T6\s+20\s+nộp\s+T7\s+21\s+nghỉ\s+CN\s+22\s+nghỉ\s+T2\s+23\s+1\s+T3\s+24\s+2\s+T4\s+25\s+3/u,
      ),
    ).not.toBeNull();
  });

  test('missing papers are numbered, a mismatch is told apart, and what is optional may come later', async () => {
    const said = await words(on('papersMissing', 'a5'));
    expect(said).toContain('Cần mang thêm 2 giấy tờ');
    expect(said).toMatch(
      /2\. Giấy đăng ký xe\s+Thông tin lệch với thẻ căn cước\.[\s\S]*Tên chủ xe khác tên trên thẻ\./u,
    );
    expect(said).toContain('Không tìm được giấy tờ?');
    expect(said).not.toContain('Các bước kích hoạt');
  });

  test('a missing identity card is never called optional', async () => {
    expect(await words(on('fiveMissing', 'a5'))).not.toContain('Không tìm được giấy tờ?');
  });

  test('an account that is in use is not told to be activated', async () => {
    expect(await words(on('activated', 'a5'))).not.toMatch(/Các bước kích hoạt|Chờ tin nhắn/u);
  });

  test('a number sheet names nobody', async () => {
    expect(
      await words({
        ...on('number', '80'),
        person: { fullName: longName, idNumberMasked: '079*****3456', phoneMasked: null },
      }),
    ).not.toContain('Nguyễn');
  });

  test('the text of the PDF is the text of the sheet', async (context) => {
    if (spawnSync('pdftotext', ['-v']).error) return context.skip('pdftotext is not on this machine');
    for (const [name, paper] of [
      ['taken', '80'],
      ['papersMissing', 'a5'],
      ['numberWide', '58'],
    ] as const) {
      const page = await printing.open(on(name, paper));
      const shown = await page.locator('[data-paper]').innerText();
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;
      // Step numbers and boxes are drawn by style rules, so only the PDF may have more of them.
      const extra = asRead(read).filter((word) => !/^\d$/u.test(word));
      expect(extra).toEqual(asRead(shown).filter((word) => !/^\d$/u.test(word)));
    }
  });
});

test('an address without a ticket shows what to do and prints no sheet', async () => {
  const page = await printing.openHash('#token=t&sheet=guidance');
  expect(await page.getByRole('alert').innerText()).toContain('bấm In');
  expect(await page.locator('[data-paper]').count()).toBe(0);
});
