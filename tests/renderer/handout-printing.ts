import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import type { MethodName } from '#shared/contract/desk-contract.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
import { testBrowser } from '../../build/browser.mjs';
import { pageConfig } from '../../build/build.mjs';

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
  readonly #server: Server;
  #desk: TestDesk;

  /** Use {@link HandoutPages.start}. */
  constructor(folder: string, browser: Browser, page: Page, desk: TestDesk) {
    this.#folder = folder;
    this.#browser = browser;
    this.page = page;
    this.#desk = desk;
    this.#server = createServer((request, response) => void this.#answer(request, response));
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
    pages.#server.listen(0, '127.0.0.1');
    await once(pages.#server, 'listening');
    return pages;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Opens a sheet of this desk and waits until it is measured. */
  async open(desk: TestDesk, sheet: string, paper: string, language = 'vi'): Promise<Page> {
    this.#desk = desk;
    await this.page.goto('about:blank');
    await this.page.goto(
      `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/print.html#token=t&handout=${sheet}&paper=${paper}&language=${language}`,
    );
    await this.page.waitForSelector('#root[data-ready]', { state: 'attached' });
    return this.page;
  }

  pdf(): Promise<Buffer> {
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://desk');
    if (pathname.startsWith('/desk/')) {
      const method = pathname.slice('/desk/'.length) as MethodName;
      const reply = this.#desk.reply(method, (await json(request)) as never);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
      return;
    }
    const type = types[extname(pathname)];
    if (type === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = await readFile(join(this.#folder, pathname));
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body);
  }
}
