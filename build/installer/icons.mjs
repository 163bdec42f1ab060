// `node build/installer/icons.mjs`: draws renderer/ui/icon.svg in the sizes that desktops ask for, into build/resources. Needed after
// a change of the drawing; what it writes is committed, so that packing needs no browser.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { testBrowser } from '../browser.mjs';
import { isMain, root } from '../tools.mjs';

const drawing = join(root, 'renderer/ui/icon.svg');
export const resources = join(root, 'build/resources');
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** Those of an .ico: larger ones it cannot hold. */
const windowsSizes = iconSizes.filter((size) => size <= 256);

/** The digest of the drawing that the icons were made from. */
export function drawingDigest() {
  return createHash('sha256').update(readFileSync(drawing)).digest('hex');
}

async function drawIcons() {
  const browser = await chromium.launch(await testBrowser());
  const page = await browser.newPage();
  const svg = readFileSync(drawing, 'utf8');
  const pictures = new Map();
  for (const size of iconSizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  mkdirSync(join(resources, 'icons'), { recursive: true });
  for (const [size, png] of pictures) writeFileSync(join(resources, `icons/${size}x${size}.png`), png);
  writeFileSync(join(resources, 'icon.ico'), icoOf(windowsSizes.map((size) => [size, pictures.get(size)])));
  writeFileSync(join(resources, 'icons/drawn-from.sha256'), `${drawingDigest()}\n`);
}

/** An .ico of PNG pictures: a head, 16 bytes for each picture, the pictures. */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

if (isMain(import.meta)) await drawIcons();
