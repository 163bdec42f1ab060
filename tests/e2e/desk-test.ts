import type { BrowserContext, Page } from '@playwright/test';
import { test as deskTest } from '#tests/support/e2e-host.ts';

export { expect, type RunningHost } from '#tests/support/e2e-host.ts';

declare global {
  interface Window {
    /** What was on the paper each time the page printed. */
    printed: string[];
    /** Every key the page got since somebody looked last, and when, in milliseconds. */
    keysHeard: { key: string; at: number; in: string }[];
  }
}

/** The test of every spec in this folder: a print dialogue that would stop the page is replaced by a record of the sheet. */
export const test = deskTest.extend<object, { windows: BrowserContext }>({
  windows: [
    async ({ windows }, use) => {
      await windows.addInitScript(() => {
        window.printed = [];
        window.keysHeard = [];
        const hear = ({ key, timeStamp, target }: KeyboardEvent) =>
          window.keysHeard.push({ key, at: timeStamp, in: target instanceof Element ? target.tagName : '' });
        window.addEventListener('keydown', hear, { capture: true });
        window.print = () => {
          window.printed.push(document.querySelector<HTMLElement>('[data-print-place]')?.innerText ?? '');
        };
      });
      await use(windows);
    },
    { scope: 'worker' },
  ],
});

/** The sheets this window has printed so far, as their text. */
export function printedSheets(page: Page): Promise<string[]> {
  return page.evaluate(() => window.printed);
}
