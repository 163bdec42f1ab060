import { afterEach, expect, test, vi } from 'vitest';
import { readLogo } from '#renderer/paper/slip/designer/read-logo.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0];
const MB = 1024 * 1024;
const INK = [0, 0, 0, 255];
const PAPER = [255, 255, 255, 255];

const file = (head: readonly number[], bytes = 100): File =>
  new File([Uint8Array.from(head), new Uint8Array(Math.max(0, bytes - head.length))], 'bieu-tuong.png');

/** A browser that unpacks any file to a picture of this size and colour; null where it cannot. */
function unpacksTo(size: { width: number; height: number } | null, dot: readonly number[] = INK) {
  const opened: object[] = [];
  const closed: object[] = [];
  vi.stubGlobal('createImageBitmap', async () => {
    if (size === null) throw new Error('no picture');
    const bitmap = { ...size, close: () => closed.push(bitmap) };
    opened.push(bitmap);
    return bitmap;
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly #dots: number;
      constructor(width: number, height: number) {
        this.#dots = width * height;
      }
      getContext() {
        return {
          drawImage: () => undefined,
          getImageData: () => ({ data: Array.from({ length: this.#dots }, () => dot).flat() }),
        };
      }
    },
  );
  return { opened, closed };
}
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a PNG', PNG, true],
  ['a JPEG', JPEG, true],
  ['a drawing, which is a program', [...Buffer.from('<svg xmlns')], false],
  ['a GIF', [...Buffer.from('GIF89a..')], false],
  ['half the signature of a PNG', [...PNG.slice(0, 4), 0, 0, 0, 0], false],
  ['the signature of a JPEG after a byte', [0, ...JPEG], false],
])('%s is told by its first bytes', async (_what, head, isRead) => {
  unpacksTo({ width: 4, height: 2 });
  expect(await readLogo(file(head))).toMatchObject(isRead ? { ok: true } : { ok: false, problem: 'kind' });
});

test('an empty file and one that does not unpack are broken', async () => {
  unpacksTo({ width: 4, height: 2 });
  expect(await readLogo(file([], 0))).toEqual({ ok: false, problem: 'broken' });
  unpacksTo(null);
  expect(await readLogo(file(PNG))).toEqual({ ok: false, problem: 'broken' });
});

test('a file of 5 MB and a picture of 40 million dots are the largest, and every opened picture is let go', async () => {
  const browser = unpacksTo({ width: 8_000, height: 5_000 });
  expect(await readLogo(file(PNG, 5 * MB))).toMatchObject({ ok: true });
  expect(await readLogo(file(PNG, 5 * MB + 1))).toEqual({ ok: false, problem: 'big' });
  expect(browser.closed).toEqual(browser.opened);
  const larger = unpacksTo({ width: 8_000, height: 5_001 });
  expect(await readLogo(file(PNG))).toEqual({ ok: false, problem: 'big' });
  expect(larger.closed).toEqual(larger.opened);
  expect(larger.closed).toHaveLength(1);
});

test('what has ink becomes dots, what has none is empty', async () => {
  unpacksTo({ width: 8, height: 1 });
  expect(await readLogo(file(PNG))).toEqual({ ok: true, logo: { width: 8, height: 1, dots: '/w==' } });
  unpacksTo({ width: 8, height: 1 }, PAPER);
  expect(await readLogo(file(PNG))).toEqual({ ok: false, problem: 'empty' });
});
