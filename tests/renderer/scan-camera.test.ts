import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, expect, test, vi } from 'vitest';
import { encode } from 'uqr';
import { cameraFault, FRAMES_A_SECOND, middleOf, pauseAfter } from '#renderer/scan/camera.ts';
import { prepareQrReader, readQr } from '#renderer/scan/qr-image.ts';
import { CCCD } from '#tests/domain/identity/sample-card.ts';
import { SCANNER_TEST_TEXT } from '#shared/domain/identity/scanner-test.ts';

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

beforeAll(async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing may be fetched')));
  const { buffer, byteOffset, byteLength } = await readFile(wasmFile);
  await prepareQrReader({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) });
  return () => vi.unstubAllGlobals();
});

/** A frame with the code of a text in its middle, as a camera under poor light would give it. */
function frame(text: string, { dots = 5, dark = 70, light = 190, turned = false } = {}): ImageData {
  const { data: rows, size } = encode(text, { border: 4 });
  const width = size * dots + 60;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [column, row] = [Math.floor((x - 30) / dots), Math.floor((y - 30) / dots)];
      const isDark = (turned ? rows[column]?.[size - 1 - row] : rows[row]?.[column]) === true;
      const shade = (isDark ? dark : light) + ((x * 7 + y * 13) % 19);
      data.set([shade, shade, shade, 255], (y * width + x) * 4);
    }
  return { data, width, height: width, colorSpace: 'srgb' };
}

test.each([
  ['a chip card', CCCD],
  ['the test code', SCANNER_TEST_TEXT],
  ['a number', '079190123456'],
])('the code of %s is read letter by letter', async (_what, text) => {
  expect(await readQr(frame(text))).toBe(text);
});

test('a card held sideways in poor light is read too', async () => {
  expect(await readQr(frame(CCCD, { turned: true, dark: 95, light: 150, dots: 4 }))).toBe(CCCD);
});

test('a frame without a code gives nothing', async () => {
  expect(await readQr(frame('x', { dark: 120, light: 120 }))).toBeNull();
});

test.each([
  [1920, 1080, { x: 528, y: 108, side: 864 }],
  [640, 480, { x: 128, y: 48, side: 384 }],
  [480, 640, { x: 48, y: 128, side: 384 }],
  [0, 0, { x: 0, y: 0, side: 0 }],
])('of %i × %i only the middle is searched', (width, height, expected) => {
  expect(middleOf(width, height)).toEqual(expected);
});

test('never more than eight frames a second', () => {
  for (const took of [0, 1, 40, 124, 125, 900])
    expect(1000 / (took + pauseAfter(took))).toBeLessThanOrEqual(FRAMES_A_SECOND);
});

test.each([
  ['NotFoundError', 'none'],
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'unsupported'],
])('%s is said as %s', (name, fault) => {
  expect(cameraFault(new DOMException('x', name))).toBe(fault);
});

test('what is thrown that is no error is said too', () => {
  expect(cameraFault(null)).toBe('unsupported');
});
