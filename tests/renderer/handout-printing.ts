import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import type { MethodName } from '#shared/contract/desk-contract.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
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

/** The built print page in a real Chromium, its questions answered by a real desk. */
export class HandoutPages {
  readonly page: Page;
  readonly #folder: string;
  readonly #browser: Browser;
  #desk: TestDesk;

  /** Use {@link HandoutPages.start}. */
  constructor(folder: string, browser: Browser, page: Page, desk: TestDesk) {
    this.#folder = folder;
    this.#browser = browser;
    this.page = page;
    this.#desk = desk;
  }

  static async start(desk: TestDesk): Promise<HandoutPages> {
    const folder = await mkdtemp(join(tmpdir(), 'quay-handout-'));
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
    const pages = new HandoutPages(folder, browser, await browser.newPage(), desk);
    await pages.#serve();
    return pages;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Opens a sheet of this desk and waits until it is measured. */
  async open(desk: TestDesk, sheet: string, paper: string, language = 'vi'): Promise<Page> {
    this.#desk = desk;
    await this.page.goto('about:blank');
    await this.page.goto(`${address}print.html#token=t&handout=${sheet}&paper=${paper}&language=${language}`);
    await this.page.waitForSelector('#root[data-ready]', { state: 'attached' });
    return this.page;
  }

  pdf(): Promise<Buffer> {
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  async #serve(): Promise<void> {
    await this.page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/desk/')) {
        const method = pathname.slice('/desk/'.length) as MethodName;
        return route.fulfill({ json: this.#desk.reply(method, route.request().postDataJSON()) });
      }
      const contentType = types[extname(pathname)];
      if (contentType === undefined) return route.abort();
      return route.fulfill({ body: await readFile(join(this.#folder, pathname)), contentType });
    });
  }
}
