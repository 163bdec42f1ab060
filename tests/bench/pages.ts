import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testBrowser } from '../../build/browser.mjs';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { runHost } from '#tests/support/running-host.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { benchFolder, officeInput, visitor } from './bench-desk.ts';
import { atMost, figure, notMeasured, short, spread, type Row } from './figures.ts';
import { hostFile } from './over-http.ts';
import { rendererFolder } from './renderer-folder.ts';

declare global {
  interface Window {
    /** Milliseconds from each key to the picture that followed it. */
    keyToPaint: number[];
    /** Milliseconds from F4 to the picture that shows the called number. */
    keyToCalled: number[];
    /** Milliseconds from F4 to the picture in which the line has moved up as well. */
    keyToLine: number[];
  }
}

const view = { width: 1366, height: 768 };

/** Runs in the page before its own scripts: notes when the picture after a key is on the screen. */
function watchKeys(): void {
  window.keyToPaint = [];
  window.keyToCalled = [];
  window.keyToLine = [];
  const afterPaint = (then: () => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', then, { once: true });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  };
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      afterPaint(() => window.keyToPaint.push(performance.now() - timeStamp));
      if (key !== 'F4') return;
      const shown = () => document.querySelector('section header h2')?.textContent ?? '';
      const inLine = () => document.querySelector('[data-queue="active"] [role="option"]') !== null;
      const before = shown();
      const note = (list: number[]) => afterPaint(() => list.push(performance.now() - timeStamp));
      let called = false;
      const watch = new MutationObserver(() => {
        if (!called && /^[A-Z]\d{3}/.test(shown()) && shown() !== before) {
          called = true;
          note(window.keyToCalled);
        }
        if (!inLine() || !called) return;
        watch.disconnect();
        note(window.keyToLine);
      });
      watch.observe(document.body, { childList: true, characterData: true, subtree: true });
    },
    { capture: true },
  );
}

async function counterPage(browser: Browser, url: string, token: string, counterId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: view, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(
    (place) => sessionStorage.setItem('desk-place', place),
    JSON.stringify({ state: { place: { counterId } }, version: 0 }),
  );
  await page.addInitScript(watchKeys);
  await page.goto(`${url}/counter.html#token=${token}`);
  await page.locator('[data-queue="waiting"] [role="option"]').first().waitFor();
  return page;
}

type Watched = 'keyToPaint' | 'keyToCalled' | 'keyToLine';

const nextPaint = (page: Page, list: Watched, count: number) =>
  page.waitForFunction(({ list, count }) => window[list].length >= count, { list, count });

/** Down the waiting line, one key after the other. */
async function arrows(page: Page, presses: number): Promise<number[]> {
  await page.locator('[data-queue="waiting"]').focus();
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('ArrowDown');
    await nextPaint(page, 'keyToPaint', press + 1);
  }
  return page.evaluate(() => window.keyToPaint.splice(0));
}

/** F4 over and over; between two presses the person called goes away, so that the counter is free again. */
async function calls(
  page: Page,
  client: LoadClient,
  presses: number,
): Promise<{ called: number[]; moved: number[] }> {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('F4');
    await nextPaint(page, 'keyToLine', press + 1);
    const { active } = await ask(client, 'queue.board', {});
    for (const { id } of active) await ask(client, 'ticket.leave', { ticketId: id });
    // The screen knows that the counter is free.
    await page.locator('[role="toolbar"] [aria-keyshortcuts="F4"]:not([aria-disabled])').waitFor();
  }
  return page.evaluate(() => ({
    called: window.keyToCalled.splice(0),
    moved: window.keyToLine.splice(0),
  }));
}

/** The counter screen in a real browser over the host: how soon it is there, and how soon it answers a key. */
export async function pages(waiting: number, presses: number): Promise<Row[]> {
  if (!existsSync(join(rendererFolder, 'counter.html')))
    return [notMeasured('the counter screen', 'not built')];
  const folder = benchFolder('pages');
  const browser = await chromium.launch(await testBrowser());
  let host = await runHost(folder.path, hostFile);
  try {
    const setUp = loadClient(host);
    const office = await ask(setUp, 'office.set-up', officeInput(1));
    const counterId = office.counters[0]?.id ?? '';
    // Any other day than today's would show the checks of the morning instead of the queue.
    await ask(setUp, 'day.open', { businessDay: localDay(new Date().toISOString()) });
    for (let index = 0; index < waiting; index += 1) await ask(setUp, 'ticket.issue', visitor(index));
    setUp.close();
    await host.stop();

    const started = performance.now();
    host = await runHost(folder.path, hostFile);
    const page = await counterPage(browser, host.url, host.token, counterId);
    const usable = (performance.now() - started) / 1000;

    const client = loadClient(host);
    const down = spread(await arrows(page, presses));
    const after = await calls(page, client, Math.ceil(presses / 2));
    client.close();
    const [called, moved] = [spread(after.called), spread(after.moved)];
    const of = ({ p50, p99, count }: typeof down) =>
      `p50 ${short(p50)}, p99 ${short(p99)} of ${count} presses`;
    return [
      atMost(
        'start to usable: host and counter screen',
        usable,
        2,
        ' s',
        `${waiting} waiting, browser already open`,
      ),
      atMost(`arrow key to paint, ${waiting} waiting: p90`, down.p90, 50, ' ms', of(down)),
      atMost(
        `F4 to the called number on screen, ${waiting} waiting: p90`,
        called.p90,
        50,
        ' ms',
        `${of(called)}; saved, read, painted`,
      ),
      figure(
        `F4 to the line moved up, ${waiting} waiting`,
        `${short(moved.p50)} ms`,
        `p90 ${short(moved.p90)}`,
      ),
    ];
  } finally {
    await browser.close();
    await host.stop();
    folder.remove();
  }
}
