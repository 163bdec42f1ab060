import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { shellReportPrinter } from '#electron/shell/report-printer.ts';
import { ownWindows } from '#electron/shell/window.ts';
import { SHEET_READY } from '#shared/contract/print-page.ts';
import { fake } from '#tests/support/fake-electron.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const a4 = { widthMm: 210, heightMm: 297, margins: { top: 20, right: 15, bottom: 20, left: 30 } };
const order = {
  subject: { kind: 'day', businessDay: '2026-11-20', version: 2 },
  language: 'vi',
  training: true,
} as const;

/** The shell's printer over the fake; `ready` is what the page leaves on its window. */
function printer(ready: unknown, patienceMs?: number) {
  fake.reset();
  onTestFinished(() => fake.reset());
  fake.drivers.run = (code) => (code === `globalThis.${SHEET_READY}` ? ready : undefined);
  const windows = ownWindows({
    preloadFile: 'preload.cjs',
    stateFile: join(temporaryFolder('report'), 'windows.json'),
    monotonic: () => 0,
  });
  return shellReportPrinter(windows.openHidden, patienceMs);
}

test('a hidden window draws the report of the version asked for, and is gone after it', async () => {
  const drawn = await printer(a4)(order, new AbortController().signal);
  expect(drawn).toMatchObject({ trouble: null });
  const [made] = fake.drivers.asPdf;
  const url = new URL(made?.url ?? '');
  const asked = JSON.parse(Buffer.from(url.searchParams.get('report') ?? '', 'base64url').toString('utf8'));
  expect(asked).toEqual({ subject: order.subject, language: 'vi' });
  expect(url.hash).toBe('#training=1');
  expect(made?.options.preferCSSPageSize).toBe(true);
  expect(fake.windows.map((window) => window.isDestroyed())).toEqual([true]);
});

test('a page without a sheet, one that never stands, and a desk that closes', async () => {
  expect(await printer(null)(order, new AbortController().signal)).toEqual({ trouble: 'not-drawn' });
  const never = new Promise(() => {});
  expect(await printer(never, 20)(order, new AbortController().signal)).toEqual({ trouble: 'no-answer' });
  expect(fake.windows.every((window) => window.isDestroyed())).toBe(true);
  expect(await printer(a4)(order, AbortSignal.abort())).toEqual({ trouble: 'no-answer' });
});

test('a window that cannot be opened once does not keep the next report from its turn', async () => {
  printer(a4);
  const windows = ownWindows({
    preloadFile: 'preload.cjs',
    stateFile: join(temporaryFolder('report'), 'windows.json'),
    monotonic: () => 0,
  });
  let opened = 0;
  const print = shellReportPrinter(() => {
    opened += 1;
    if (opened === 1) throw new Error('no window');
    return windows.openHidden();
  });
  const never = new AbortController().signal;
  expect(await print(order, never)).toEqual({ trouble: 'not-drawn' });
  expect(await print(order, never)).toMatchObject({ trouble: null });
});
