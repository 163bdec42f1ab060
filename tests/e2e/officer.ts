import type { Locator, Page } from '@playwright/test';
import { SCAN_CERTAIN } from '#shared/domain/identity/scan-burst.ts';
import { expect } from './desk-test.ts';

const MOST_TABS = 80;

/** An officer at a window who has a keyboard and a card scanner, and no mouse. */
export class Officer {
  readonly page: Page;
  /** Keys pressed so far; typed text and scans are not counted. */
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Types as an input method does: whole words arrive, with their marks. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Presses Tab until `goal` has the focus. */
  async tabTo(goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(goal).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`the Tab key does not reach ${goal.toString()}`);
  }

  /** Goes to a group of answers and walks with the arrow key until the wanted one is chosen. */
  async choose(group: string, answer: string | RegExp): Promise<void> {
    const radios = this.page.getByRole('group', { name: group, exact: true }).getByRole('radio');
    const wanted = this.page
      .getByRole('group', { name: group, exact: true })
      .getByRole('radio', { name: answer });
    await expect(radios.first()).toBeVisible();
    const chosen = radios.and(this.page.locator(':checked'));
    await this.tabTo((await chosen.count()) > 0 ? chosen : radios.first());
    if ((await chosen.count()) === 0) await this.press('Space');
    for (let steps = await radios.count(); steps > 0 && !(await wanted.isChecked()); steps -= 1)
      await this.press('ArrowRight');
    await expect(wanted).toBeChecked();
  }

  /** Chooses an entry of the palette by what an officer would type of it. */
  async command(typed: string, entry: string | RegExp): Promise<void> {
    await this.press('Control+k');
    const field = this.page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    await this.type(typed);
    await expect(this.page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(entry);
    // This very field: what the command opens may be a dialog with another one.
    const asked = await field.elementHandle();
    await this.press('Enter');
    // A command that loads another page takes the field with it, and ends the wait.
    await asked?.waitForElementState('hidden').catch(() => undefined);
  }

  /** A keyboard-wedge scanner: every key 6 ms after the one before, whatever this PC is doing, then Enter. */
  async scan(text: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const all = [...`${text}\n`].map((sign) =>
      sign === '\n'
        ? { key: 'Enter', text: '\r', code: 'Enter' }
        : { key: sign, text: sign, code: codeOf(sign) },
    );
    // In the time to come: a busy PC that is slow to hand the keys on must not look like a pause of the scanner.
    const start = Date.now() / 1000 + 60;
    await this.page.evaluate(() => {
      window.keysHeard = [];
      window.keyListeners = [];
      window.heldTimers = new Map();
    });
    await Promise.all(
      all.flatMap((key, place) => {
        const timestamp = start + place * 0.006;
        return [
          session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
          session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, code: key.code, timestamp }),
        ];
      }),
    );
    await session.detach();
    await this.page.evaluate(() => {
      const held = [...(window.heldTimers?.values() ?? [])];
      window.heldTimers = null;
      for (const go of held) go();
    });
    // A browser that hands keys on at other times or in another order has not played a scanner.
    const { heard, listeners } = await this.page.evaluate(() => ({
      heard: window.keysHeard
        .filter(({ key }) => key !== 'Shift')
        .map(({ key, at, event }) => ({ key, at, isTaken: event.defaultPrevented })),
      listeners: window.keyListeners,
    }));
    const late = heard.flatMap(({ at }, place) => {
      const gap = at - (heard[place - 1]?.at ?? at);
      return gap > 12 || gap < 0 ? [`${gap} ms before key ${place}`] : [];
    });
    const [sent, got] = [all, heard].map((keys) => keys.map(({ key }) => key).join(''));
    if (sent !== got || late.length > 0)
      throw new Error(`not as a scanner types: ${late.join(', ')}; sent ${sent}, got ${got}`);
    // A field keeps none of a scan that is taken: the first keys, as many as it takes to be certain, go back.
    const first = heard.findIndex(({ isTaken }) => isTaken);
    const isScan = heard.slice(first, -1).length > 0 && heard.slice(first).every(({ isTaken }) => isTaken);
    if (isScan && first >= SCAN_CERTAIN)
      throw new Error(`taken only from key ${first} on; listeners: ${JSON.stringify(listeners)}`);
  }
}

/** The key a scanner set to a US keyboard would press; letters with marks come without one. */
function codeOf(sign: string): string {
  if (/[a-z]/i.test(sign)) return `Key${sign.toUpperCase()}`;
  if (/\d/.test(sign)) return `Digit${sign}`;
  return sign === ' ' ? 'Space' : '';
}
