// @module-tag slow
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { SLIP_LANGUAGES } from '#shared/domain/slip/design.ts';
import { pageHead } from '#renderer/paper/slip/page-head.ts';
import { covering } from '#tests/support/covering.ts';
import { againstGolden } from '#tests/support/golden.ts';
import { faults, pagesOf, PaperPress, readPdf, withoutPdftotext, words } from '#tests/support/paper-press.ts';
import { slipSamples, type SlipSample } from './slip-samples.ts';

vi.setConfig({ testTimeout: 60_000 });

let press: PaperPress;
beforeAll(async () => {
  press = await PaperPress.start();
}, 120_000);
afterAll(async () => {
  await press.stop();
});

type Case = {
  readonly name: string;
  readonly sample: SlipSample;
  readonly slip: Slip;
  /** Pages that it may take; a roll has one. */
  readonly pages: number;
};

const SIZES: Record<SheetFormat, readonly [width: number, height: number | null]> = {
  '58': [58, null],
  '80': [80, null],
  a5: [148, 210],
  a4: [210, 297],
};
/** Points: what a thermal head prints legibly, and what is read at arm's length on a page. */
const SMALLEST: Record<SheetFormat, number> = { '58': 10, '80': 10, a5: 6.6, a4: 8.6 };

function cases(
  samples: readonly SlipSample[],
  formats: readonly SheetFormat[],
  languages: readonly Slip['language'][],
  sizes: readonly boolean[],
  most = 1,
): Case[] {
  return samples.flatMap((sample) =>
    formats.flatMap((format) =>
      languages.flatMap((language) =>
        sizes.map((large) => {
          const slip: Slip = { ...slipSamples[sample], format, language, large };
          const name = [sample, format, language, ...(large ? ['large'] : [])].join('-');
          const isPage = format === 'a5' || format === 'a4';
          return {
            name,
            sample,
            slip,
            pages: isPage ? (language === 'both' || large ? Math.max(2, most) : most) : 1,
          };
        }),
      ),
    ),
  );
}

const BOTH_SIZES = [false, true];
const sheets: readonly Case[] = [
  ...cases(['number'], ['58', '80'], SLIP_LANGUAGES, BOTH_SIZES),
  ...cases(['numberReprint', 'numberWide'], ['58', '80'], ['vi'], [false]),
  ...cases(['numberWide'], ['58'], ['both'], BOTH_SIZES),
  ...cases(['taken', 'papersMissing', 'referredTo'], ['80', 'a5', 'a4'], SLIP_LANGUAGES, [false]),
  ...cases(['taken', 'papersMissing', 'referredTo'], ['80', 'a5', 'a4'], ['vi', 'en'], [true], 2),
  ...cases(['taken'], ['80', 'a5', 'a4'], ['both'], [true], 4),
  ...cases(
    [
      'takenLater',
      'takenWithCard',
      'child',
      'activateLater',
      'activated',
      'fiveMissing',
      'referred',
      'referredToSeveral',
      'referredChild',
      'cardWrong',
      'guidedLevelOne',
      'locked',
      'unlocked',
      'unfinished',
      'designed',
      'stores',
    ],
    ['80', 'a5'],
    ['vi'],
    [false],
  ),
  ...cases(['takenWithCard', 'fiveMissing'], ['a4'], ['vi'], [false]),
  ...cases(['fiveMissing'], ['80', 'a5', 'a4'], ['both'], [false], 2),
  ...cases(['fiveMissing'], ['80', 'a5', 'a4'], ['vi'], [true], 3),
  ...cases(['sixtyLetters'], ['58', '80'].slice(1) as SheetFormat[], SLIP_LANGUAGES, BOTH_SIZES),
  ...cases(['sixtyLetters'], ['a5', 'a4'], ['vi', 'en'], [false], 2),
  ...cases(['sixtyLetters'], ['a5', 'a4'], ['both'], BOTH_SIZES, 6),
  ...cases(['twoTaken'], ['80', 'a5'], ['vi'], [false], 2),
  ...cases(['family'], ['80', 'a5'], ['vi'], [false], 3),
  ...cases(['family'], ['a4'], ['both'], [false], 3),
  ...cases(['longName'], ['80', 'a5'], ['vi'], [false], 3),
];

/** Each sample, and each size of paper in each language and in large print. */
const traitsOf = ({ sample, slip: { format, language, large } }: Case): string[] => [
  sample,
  `${format} ${language}`,
  `${format} ${large}`,
];

const drawn = covering(sheets, traitsOf);
/** Those whose PDF is made and read as well: one of each size of paper in each language and in large print. */
const printed = new Set(covering(drawn, (sheet) => traitsOf(sheet).slice(1)));

describe('every slip in every size and language', () => {
  test.each(drawn)('$name', async (sheet) => {
    const { name, slip, pages } = sheet;
    const page = await press.slip(slip);
    expect(await faults(page, SMALLEST[slip.format])).toEqual([]);
    expect(againstGolden(name, await press.picture())).toEqual([]);

    if (!printed.has(sheet)) return;
    const pdf = await press.pdf();
    const sizes = pagesOf(pdf);
    expect(sizes.length).toBeLessThanOrEqual(pages);
    const [width, fixed] = SIZES[slip.format];
    const height = fixed ?? (await rollMm());
    for (const [drawnWidth, drawnHeight] of sizes) {
      expect(Math.abs(drawnWidth - width)).toBeLessThan(0.5);
      expect(Math.abs(drawnHeight - height)).toBeLessThan(0.5);
    }
    if (withoutPdftotext) return;
    // Step numbers are drawn by a style rule, so only the PDF has them.
    const isWord = (word: string): boolean => !/^\d{1,2}$/u.test(word);
    // Every page but the first bears whose slip it is.
    const heads = sizes.slice(1).map((_, index) => `${pageHead(slip)} ${index + 2}`);
    const said = words([await press.said(), ...heads].join(' '));
    expect(words(readPdf(pdf)).filter(isWord)).toEqual(said.filter(isWord));
  });

  test('a sheet that looks otherwise is noticed: another name, bolder letters, no rules, grey ink', async () => {
    const slip = { ...slipSamples.taken, format: '80' } as const;
    const changes: readonly (readonly [Slip, string])[] = [
      [
        { ...slip, person: { fullName: 'Trần Văn Ổi', idNumberMasked: null, phoneMasked: null } },
        '/* as it is */',
      ],
      [slip, '[data-paper] p { font-weight: 700 }'],
      [slip, '[data-paper] * { border-color: transparent !important }'],
      [slip, '[data-paper] p { opacity: 0.4 }'],
    ];
    for (const [changed, rules] of changes) {
      const page = await press.slip(changed);
      const style = await page.addStyleTag({ content: rules });
      const found = againstGolden('taken-80-vi', await press.picture(), 'compare');
      await style.evaluate((element) => element.parentNode?.removeChild(element));
      expect(found, rules).not.toEqual([]);
    }
  });

  test('the text of the PDFs was compared with the sheets', (context) => {
    if (withoutPdftotext) context.skip('pdftotext is not on this machine: sizes and pictures were compared');
  });
});

/** The sheet's own height, in whole millimetres, and one to spare. */
function rollMm(): Promise<number> {
  return press.page.evaluate(() => {
    const sheet = document.querySelector('[data-paper]');
    return Math.ceil((sheet?.getBoundingClientRect().height ?? 0) / (96 / 25.4)) + 1;
  });
}
