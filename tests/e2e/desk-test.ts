import type { BrowserContext, Page } from '@playwright/test';
import { test as deskTest } from '#tests/support/e2e-host.ts';

export { expect, type RunningHost } from '#tests/support/e2e-host.ts';

declare global {
  interface Window {
    /** What was on the paper each time the page printed. */
    printed: string[];
    /** Every key the page got since somebody looked last, and when, in milliseconds. */
    keysHeard: { key: string; at: number; event: KeyboardEvent }[];
    /** Who began or ended to listen to the keys of the whole page, and after how many of those heard since somebody looked last. */
    keyListeners: { after: number; what: string }[];
    /** While a scanner types: what the page's timers were to do meanwhile, by their number. */
    heldTimers: Map<number, () => void> | null;
  }
}

/** The test of every spec in this folder: a print dialogue that would stop the page is replaced by a record of the sheet. */
export const test = deskTest.extend<object, { windows: BrowserContext }>({
  windows: [
    async ({ windows }, use) => {
      await windows.addInitScript(() => {
        window.printed = [];
        window.keysHeard = [];
        const hear = (event: KeyboardEvent) =>
          window.keysHeard.push({ key: event.key, at: event.timeStamp, event });
        window.addEventListener('keydown', hear, { capture: true });
        window.keyListeners = [];
        for (const name of ['addEventListener', 'removeEventListener'] as const) {
          const real = window[name].bind(window);
          window[name] = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
            if (type === 'keydown') {
              const what = `${name} ${new Error().stack?.split('\n').slice(2, 6).join(' ') ?? ''}`;
              window.keyListeners.push({ after: window.keysHeard.length, what });
            }
            real(type, ...rest);
          };
        }
        // The keys of a scanner come in a time of their own: on a busy machine no timer of the page goes off between two of them.
        const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
        window.heldTimers = null;
        window.setTimeout = ((run: (...args: unknown[]) => void, wait?: number, ...args: unknown[]) => {
          const timer = set(() => {
            if (window.heldTimers === null) run(...args);
            else window.heldTimers.set(timer, () => run(...args));
          }, wait);
          return timer;
        }) as typeof window.setTimeout;
        window.clearTimeout = (timer) => {
          window.heldTimers?.delete(Number(timer));
          clear(timer);
        };
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
