import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Slip } from '#shared/contract/print.ts';
import { testBrowser } from '../../build/browser.mjs';
import { pageConfig } from '../../build/build.mjs';

const address = 'http://127.0.0.1:9/';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The built print page in a real Chromium; its one question to the desk is answered with the slip of the test. */
export class PrintPage {
  readonly page: Page;
  readonly #folder: string;
  readonly #browser: Browser;
  #slip: Slip | undefined;

  /** Use {@link PrintPage.start}. */
  constructor(folder: string, browser: Browser, page: Page) {
    this.#folder = folder;
    this.#browser = browser;
    this.page = page;
  }

  static async start(): Promise<PrintPage> {
    const folder = await mkdtemp(join(tmpdir(), 'quay-slip-'));
    const config = await pageConfig();
    await build({
      ...config,
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: { input: join(config.root ?? '', 'print.html') },
      },
    });
    const browser = await chromium.launch(await testBrowser());
    const printing = new PrintPage(folder, browser, await browser.newPage());
    await printing.#serve();
    return printing;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Opens a slip and waits until its sheet is measured. */
  async open(slip: Slip, words = ''): Promise<Page> {
    this.#slip = slip;
    await this.openHash(`#token=t&ticket=t1&sheet=${slip.sheet}${words}`);
    await this.page.waitForSelector('#root[data-ready]');
    return this.page;
  }

  async openHash(hash: string): Promise<Page> {
    await this.page.goto('about:blank');
    await this.page.goto(`${address}print.html${hash}`);
    return this.page;
  }

  async #serve(): Promise<void> {
    await this.page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/desk/slip.show') return route.fulfill({ json: { ok: true, value: this.#slip } });
      const contentType = types[extname(pathname)];
      if (contentType === undefined) return route.abort();
      return route.fulfill({ body: await readFile(join(this.#folder, pathname)), contentType });
    });
  }
}
