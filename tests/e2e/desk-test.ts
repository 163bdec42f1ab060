import type { BrowserContext, Page } from '@playwright/test';
import { test as deskTest } from '#tests/support/e2e-host.ts';

export { expect, type RunningHost } from '#tests/support/e2e-host.ts';

declare global {
  interface Window {
    /** What was on the paper each time the page printed. */
    printed: string[];
    /** Every key the page got since somebody looked last, and when, in milliseconds. */
    keysHeard: { key: string; at: number }[];
  }
}

/** The test of every spec in this folder: a print dialogue that would stop the page is replaced by a record of the sheet. */
export const test = deskTest.extend<object, { windows: BrowserContext }>({
  windows: [
    async ({ windows }, use) => {
      await windows.addInitScript(() => {
        window.printed = [];
        window.keysHeard = [];
        // The browser's own time, also where a test has put a clock of its own into the page.
        const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp');
        const hear = (event: KeyboardEvent) =>
          window.keysHeard.push({ key: event.key, at: Number(stamp?.get?.call(event)) });
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
