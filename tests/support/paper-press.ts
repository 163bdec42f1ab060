import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { Material } from '#renderer/paper/handout/draw-handout.tsx';
import type { SheetOrder } from '#renderer/paper/handout/sheets.ts';
import type { Language } from '#shared/domain/language.ts';
import type { PaperPage } from './paper-page.tsx';
import { testBrowser } from '../../build/browser.mjs';
import { pageConfig } from '../../build/build.mjs';

declare global {
  interface Window {
    paper: PaperPage;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, 'node_modules/.cache/paper-page');
const sources = ['shared', 'renderer', 'tests/support/paper-page.tsx', 'tests/support/paper-page.html'];
const pages = ['tests/support/paper-page.html', 'renderer/entries/print.html'];
const origin = 'http://127.0.0.1:9/';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** An A4 sheet: a picture costs as much as the whole window is large, and twice the time where the sheet is larger. */
const VIEWPORT = { width: 820, height: 1140 };

/** One for all test files of this process; it goes with it. */
let running: Promise<Browser> | undefined;

function runningBrowser(): Promise<Browser> {
  running ??= testBrowser().then((options) => chromium.launch(options));
  return running;
}

/** Prints the sheets of this source tree in a real Chromium: built once for all test files, one page a file. */
export class PaperPress {
  readonly page: Page;
  #chrome: CDPSession | undefined;
  /** What the desk answers to the print page itself. */
  answers: Record<string, unknown> = {};

  /** Use {@link PaperPress.start}. */
  constructor(page: Page) {
    this.page = page;
  }

  static async start(): Promise<PaperPress> {
    const [folder, browser] = await Promise.all([builtPages(), runningBrowser()]);
    const press = new PaperPress(await browser.newPage({ viewport: VIEWPORT }));
    await press.#serve(folder);
    await press.open();
    return press;
  }

  async stop(): Promise<void> {
    await this.page.close();
  }

  /** Opens the page of the tests, without a sheet. */
  async open(): Promise<void> {
    await this.page.goto(`${origin}${pages[0]}`);
    await this.page.waitForFunction(() => 'paper' in window);
  }

  /** Opens the program's own print page with an order in its address. */
  async openOrder(hash: string): Promise<Page> {
    await this.page.goto('about:blank');
    await this.page.goto(`${origin}${pages[1]}${hash}`);
    return this.page;
  }

  async slip(slip: Slip, language: Language = 'vi'): Promise<Page> {
    // As text: the shapes are too deep for the types of Playwright.
    await this.page.evaluate(
      ([one, said]) => window.paper.slip(JSON.parse(one ?? ''), said === 'en' ? 'en' : 'vi'),
      [JSON.stringify(slip), language],
    );
    return this.page;
  }

  async slips(slips: readonly Slip[]): Promise<Page> {
    await this.page.evaluate((all) => window.paper.slips(JSON.parse(all)), JSON.stringify(slips));
    return this.page;
  }

  async handout(order: SheetOrder, material: Material): Promise<Page> {
    await this.page.evaluate(
      ([what, of]) => window.paper.handout(JSON.parse(what ?? ''), JSON.parse(of ?? '')),
      [JSON.stringify(order), JSON.stringify(material)],
    );
    return this.page;
  }

  pdf(): Promise<Buffer> {
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  /** What stands on the sheet, as a reader sees it. */
  async said(): Promise<string> {
    const text = await this.page.locator('[data-paper]').innerText();
    return text.replaceAll('\u00a0', ' ').normalize('NFC');
  }

  /** The sheet, or so much of it from the top, at 96 dots an inch as the PNG of a screenshot. */
  async picture(mostMm = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const most = mostMm * (96 / 25.4);
    const box = await this.page.locator('[data-paper]').evaluate((sheet) => {
      const { x, y, width, height } = sheet.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
    const clip = { ...box, height: Math.min(box.height, most), scale: 1 };
    this.#chrome ??= await this.page.context().newCDPSession(this.page);
    const { data } = await this.#chrome.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      captureBeyondViewport: box.y + box.height > VIEWPORT.height,
      clip,
    });
    return Buffer.from(data, 'base64');
  }

  async #serve(folder: string): Promise<void> {
    await this.page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/desk/')) {
        const value = this.answers[pathname.slice('/desk/'.length)];
        return route.fulfill({ json: { ok: true, value } });
      }
      const contentType = types[extname(pathname)];
      if (contentType === undefined) return route.abort();
      return route.fulfill({ body: await readFile(join(folder, pathname)), contentType });
    });
  }
}

/** The folder of pages that come from exactly these sources; the first who asks builds it. */
async function builtPages(): Promise<string> {
  const folder = join(kept, await stamp());
  if (existsSync(folder)) return folder;
  await mkdir(kept, { recursive: true });
  const fresh = await mkdtemp(join(kept, 'building-'));
  await build({
    ...(await pageConfig()),
    root,
    build: {
      outDir: fresh,
      emptyOutDir: false,
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  });
  for (const old of await readdir(kept)) {
    if (!old.startsWith('building-')) await rm(join(kept, old), { recursive: true, force: true });
  }
  // Another test file may have built the same in the meantime.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

async function stamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const names = extname(source) === '' ? (await readdir(path, { recursive: true })).toSorted() : [''];
    for (const name of names) {
      if (name === '' || extname(name) !== '') hash.update(name).update(await readFile(join(path, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const PT_PER_MM = 72 / 25.4;

/** Width and height of every page of a PDF in millimetres. */
export function pagesOf(pdf: Buffer): [width: number, height: number][] {
  const boxes = pdf
    .toString('latin1')
    .matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/gu);
  return [...boxes].map((box) => [Number(box[3]) / PT_PER_MM, Number(box[4]) / PT_PER_MM]);
}

/** Whether the tool that reads the text of a PDF is missing on this machine. */
export const withoutPdftotext = spawnSync('pdftotext', ['-v']).error !== undefined;

/** The text of a PDF as its reader would copy it. */
export function readPdf(pdf: Buffer): string {
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    .stdout.replaceAll('\u00a0', ' ')
    .normalize('NFC');
}

/** The words of a text in the order of the alphabet: two columns are read in another order than they are drawn. */
export function words(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[\s\u00a0]+/u)
    .filter((word) => word !== '')
    .toSorted();
}

/** Text outside its paper or its box, too small, or in a colour that a thermal head cannot print. */
export function faults(page: Page, smallestPt: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const sheet = document.querySelector<HTMLElement>('[data-paper]');
    if (sheet === null) return ['no sheet'];
    const style = getComputedStyle(sheet);
    const box = sheet.getBoundingClientRect();
    const left = box.left + Number.parseFloat(style.paddingLeft);
    const right = box.right - Number.parseFloat(style.paddingRight);
    const found: string[] = [];
    for (const element of sheet.querySelectorAll<HTMLElement>('*')) {
      if (element instanceof SVGElement || element.dataset['fit'] !== undefined) continue;
      // Letters are wider than their advance by a hair; a large number more than that.
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2)
        found.push(`overflows: ${element.textContent.slice(0, 40)}`);
    }
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const said = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (said === '' || around === null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const place = range.getBoundingClientRect();
      const { fontSize, color } = getComputedStyle(around);
      if (place.left < left - 2.5 || place.right > right + 1.5)
        found.push(`outside: ${said.slice(0, 60)} ${place.left} ${place.right}`);
      const size = around instanceof SVGElement ? place.height / 1.34 : Number.parseFloat(fontSize);
      if (size * 0.75 < smallest - 0.05) found.push(`small: ${said.slice(0, 60)} ${size * 0.75}pt`);
      if (color !== 'rgb(0, 0, 0)' && color !== 'rgb(255, 255, 255)') found.push(`grey: ${said} ${color}`);
    }
    return found;
  }, smallestPt);
}
