// @module-tag slow
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { type SheetFormat, ROLL_DOTS, type RollFormat } from '#shared/domain/printing/sheet-format.ts';
import { SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { rasterise, readRaster, type Raster } from '#shared/domain/printing/raster.ts';
import { pagesOf, PaperPress } from '#tests/support/paper-press.ts';
import { decodePng } from '#tests/support/png.ts';
import { covering } from '#tests/support/covering.ts';
import { printingDesk, type PrintingDesk } from '#tests/support/printing-desk.ts';
import { VirtualPrinter } from '#tests/support/virtual-printer.ts';
import { slipSamples, type SlipSample } from './slip-samples.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Dots of a 203 dpi head in one CSS pixel. */
const DOTS_PER_PIXEL = 203.2 / 96;

/** A screenshot is painted in tiles, and at the edge of one a single letter may stand a quarter of a dot aside. */
const ONE_LETTER = 100;

let press: PaperPress;
beforeAll(async () => {
  press = await PaperPress.start();
  // As high as the longest slip in dots, so that a screenshot of it is one picture.
  await press.page.setViewportSize({ width: 800, height: few.length < ten.length ? 1500 : 6000 });
}, 120_000);
afterAll(async () => {
  await press.stop();
});

const on = (
  name: SlipSample,
  format: SheetFormat,
  language: Slip['language'] = 'vi',
  more: Partial<Slip> = {},
): Slip => ({ ...slipSamples[name], format, language, ...more });

const ten: readonly (readonly [name: string, slip: Slip])[] = [
  ['number, 80 mm', on('number', '80')],
  ['number, 58 mm', on('number', '58')],
  ['number, 80 mm, English, priority, reprint', on('number', '80', 'en', { priority: true, copy: 2 })],
  ['number, 58 mm, English, training', on('number', '58', 'en', { training: true })],
  ['taken, with counted days', on('taken', '80')],
  ['five papers missing', on('fiveMissing', '80')],
  ['papers missing, English', on('papersMissing', '80', 'en')],
  ['sent elsewhere, reprint', on('referred', '80', 'vi', { copy: 1 })],
  ['the longest name', on('longName', '80')],
  ['a family, English', on('family', '80', 'en')],
];

const few = covering(ten, ([, { format, language }]) => [format, language]);

/** What the print page drew and sent, over a real desk that answers everything but what the slip says. */
async function printed(desk: PrintingDesk, slip: Slip): Promise<Raster> {
  const { ticketId } = desk.queue(slip.sheet);
  const job = desk.call('print.queue', { ticketId: ticketId ?? '', sheet: slip.sheet, format: slip.format });
  let drawn: Raster | undefined;
  await answerWith(desk, slip, (picture) => (drawn = rasterOf(picture)));
  const page = await press.openOrder(`#token=t&ticket=${ticketId}&sheet=${slip.sheet}&job=${job.id}&auto=1`);
  await page.waitForSelector('#root[data-printed]');
  expect(desk.job(job.id)).toMatchObject({ state: 'sent', problem: null });
  if (drawn === undefined) throw new Error('the page sent no picture');
  return drawn;
}

async function answerWith(
  desk: PrintingDesk,
  slip: Slip,
  onPicture: (picture: Input<'print.send-raster'>) => void = () => {},
): Promise<void> {
  await press.page.unroute('**/desk/**');
  await press.page.route('**/desk/**', async (route) => {
    const method = new URL(route.request().url()).pathname.slice('/desk/'.length);
    if (method === 'slip.show') return route.fulfill({ json: { ok: true, value: slip } });
    const caller = { role: 'reception' } as const;
    const input: unknown = route.request().postDataJSON();
    if (method === 'print.send-raster') onPicture(input as Input<'print.send-raster'>);
    return route.fulfill({ json: await desk.desk.dispatch(method, input, caller, randomUUID()) });
  });
}

function rasterOf({ widthDots, rows }: Input<'print.send-raster'>): Raster {
  const read = readRaster(widthDots, Buffer.from(rows, 'base64'), widthDots);
  if (!read.ok) throw new Error(read.reason);
  return read.raster;
}

/** What the shell is told of a sheet, and the size of the paper that comes out. */
async function ready(
  profile: Partial<PrinterProfile>,
  slip: Slip,
): Promise<{ told: unknown; pdf: number[] }> {
  const desk = printingDesk(profile);
  const { id, ticketId } = desk.queue(slip.sheet);
  await answerWith(desk, slip);
  const page = await press.openOrder(`#token=t&ticket=${ticketId}&sheet=${slip.sheet}&job=${id}`);
  const told: unknown = await page.evaluate(`globalThis.${SHEET_READY}`);
  return { told, pdf: pagesOf(await press.pdf()).flat() };
}

/** The preview on a screen of 203 dpi, as far as the head of the printer reaches. */
async function previewAt203(format: RollFormat, darkness: number): Promise<Raster> {
  const { page } = press;
  await page.evaluate((zoom) => {
    const sheet = document.querySelector<HTMLElement>('#root');
    if (sheet !== null) sheet.style.zoom = String(zoom);
  }, DOTS_PER_PIXEL);
  const { width, height, pixels } = decodePng(await page.locator('#root [data-paper]').screenshot());
  const data = new Uint8Array(pixels.length * 4);
  pixels.forEach((colour, at) => data.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], at * 4));
  const dots = ROLL_DOTS[format];
  return rasterise(
    { width, height, data },
    { darkness, left: (dots.paper - dots.head) / 2, widthDots: dots.head },
  );
}

/** Dots in which two pictures differ. */
function differing(one: Raster, other: Raster): number {
  let count = 0;
  for (let at = 0; at < Math.max(one.rows.length, other.rows.length); at += 1) {
    for (let bits = (one.rows[at] ?? 0) ^ (other.rows[at] ?? 0); bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}

test('different slips come out of a network printer dot by dot as their preview', async () => {
  const printer = await VirtualPrinter.start();
  const desk = printingDesk({ route: 'network-thermal', host: printer.host, port: printer.port });
  const darkness = 56;
  const seen = new Set<string>();
  for (const [name, slip] of few) {
    const drawn = await printed(desk, slip);
    const sheet = printer.sheets.at(-1);
    if (sheet === undefined) throw new Error('nothing was printed');
    expect([
      name,
      sheet.picture.widthDots,
      sheet.picture.heightDots,
      differing(sheet.picture, drawn),
    ]).toEqual([name, drawn.widthDots, drawn.heightDots, 0]);
    const preview = await previewAt203(slip.format as RollFormat, darkness);
    expect([name, drawn.heightDots]).toEqual([name, preview.heightDots]);
    const apart = differing(drawn, preview);
    expect(apart, `${name}: ${apart} dots`).toBeLessThanOrEqual(ONE_LETTER);
    seen.add(Buffer.from(drawn.rows).toString('base64'));
  }
  expect(printer.sheets).toHaveLength(few.length);
  expect(printer.unknown).toEqual([]);
  expect(seen.size).toBe(few.length);
});

const own = { margins: { top: 20, right: 15, bottom: 18, left: 12 }, offset: { x: 2, y: -1 }, scale: 120 };

test('a page stands within the margins of its printer, moved by its offset', async () => {
  const slip = on('papersMissing', 'a5');
  const usual = await ready({}, slip);
  expect(usual.told).toEqual({
    widthMm: 148,
    heightMm: 210,
    margins: { top: 9, right: 11, bottom: 7, left: 11 },
  });
  const moved = await ready(own, slip);
  expect(moved.told).toEqual({
    widthMm: 148,
    heightMm: 210,
    margins: { top: 19, right: 13, bottom: 19, left: 14 },
  });
  expect(moved.pdf.slice(0, 2).map(Math.round)).toEqual([148, 210]);
  const width = await press.page.evaluate(
    () => document.querySelector('[data-paper]')?.getBoundingClientRect().width ?? 0,
  );
  expect(width / (96 / 25.4)).toBeCloseTo(148 - 13 - 14, 0);
});

test('a roll keeps its width and grows longer, and nothing is wider than what its margins leave', async () => {
  const slip = on('papersMissing', '80');
  const usual = (await ready({}, slip)).told as DrawnSheet;
  const moved = (await ready(own, slip)).told as DrawnSheet;
  expect([usual.widthMm, moved.widthMm]).toEqual([80, 80]);
  expect(moved.margins).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
  expect(moved.heightMm).toBeGreaterThan(usual.heightMm + 20);
  const [left, right, inside] = await press.page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('[data-paper]');
    const body = sheet?.firstElementChild;
    const [outer, inner] = [sheet?.getBoundingClientRect(), body?.getBoundingClientRect()];
    if (!outer || !inner) return [0, 0, 1];
    return [
      inner.left - outer.left,
      outer.right - inner.right,
      (body?.scrollWidth ?? 1) - (body?.clientWidth ?? 0),
    ];
  });
  expect((left ?? 0) / (96 / 25.4)).toBeCloseTo(14, 0);
  expect((right ?? 0) / (96 / 25.4)).toBeCloseTo(13, 0);
  expect(inside).toBeLessThanOrEqual(0);
});
