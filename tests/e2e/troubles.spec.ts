import { createHash } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { StartUpReason } from '#shared/contract/problem.ts';
import { vi } from '#shared/text/vi.ts';
import { RunningHost } from '#tests/support/e2e-host.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice, setUp } from './ready-office.ts';
import { callNext, goToCounter, nameField, saveNumber, ticketPane } from './screens.ts';

const atTime = (words: (time: string) => string) =>
  new RegExp(words('TIME').replaceAll(/[.]/g, '\\.').replace('TIME', '\\d\\d:\\d\\d(:\\d\\d)?'));
const LOST = atTime(vi.frame.lostTitle);

test('the host is killed: the window says since when, refuses in words, and goes on by itself', async ({
  host,
  openWindow,
}) => {
  await openOffice(host);
  const page = await openWindow();
  const wall = await openWindow('display');
  await page.bringToFront();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await officer.type('Trần Văn Trước');
  expect(await saveNumber(officer, 'Shift+F8')).toBe('A001');
  const port = Number(new URL(host.url).port);

  await host.stop('SIGKILL');
  const band = page.getByRole('alert').filter({ hasText: LOST });
  await expect(band).toBeVisible();
  await expect(band).toContainText(vi.frame.lostHelp);
  await expect(wall.getByText(vi.wall.lost, { exact: true })).toBeVisible();
  await expect(wall.getByRole('alert')).toContainText(atTime(vi.wall.lostSince));

  // Nothing is issued, and nothing typed is lost.
  await officer.type('Lê Thị Trong Lúc');
  await officer.press('Shift+F8');
  await expect(page.getByText(vi.problem.unreachable({ code: 'unreachable' }))).toBeVisible();
  await expect(nameField(page)).toHaveValue('Lê Thị Trong Lúc');

  await host.start(port);
  await expect(band).toHaveCount(0);
  // The refusal goes with its cause.
  await expect(page.getByText(vi.problem.unreachable({ code: 'unreachable' }))).toHaveCount(0);
  await expect(wall.getByText(vi.wall.live, { exact: true })).toBeVisible();
  expect(await saveNumber(officer, 'Shift+F8')).toBe('A002');
  await goToCounter(officer, 'Quầy 1');
  expect(await callNext(officer)).toBe('A001');
  await expect(wall.getByText('A001').first()).toBeVisible();
  const tickets = await ask(host, 'ticket.list', {});
  expect(tickets.map(({ number, name }) => `${number} ${name}`)).toEqual([
    'A001 Trần Văn Trước',
    'A002 Lê Thị Trong Lúc',
  ]);
});

test(
  'a host that hangs is noticed within seconds, on the wall too, and a command sent meanwhile is done once',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    await openOffice(host);
    await issue(host, 'Trần Văn Trước');
    const page = await openWindow();
    const wall = await openWindow('display');
    await expect(wall.getByText(vi.wall.live, { exact: true })).toBeVisible();
    await page.bringToFront();
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await goToCounter(officer, 'Quầy 1');

    host.signal('SIGSTOP');
    await officer.press('F4');
    await expect(wall.getByRole('alert')).toContainText(atTime(vi.wall.lostSince));
    await expect(page.getByRole('alert').filter({ hasText: LOST })).toBeVisible();
    host.signal('SIGCONT');
    await expect(wall.getByText(vi.wall.live, { exact: true })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: LOST })).toHaveCount(0);
    await expect(ticketPane(page)).toContainText('A001');
    const [called] = await ask(host, 'ticket.list', {});
    expect(called?.state).toBe('called');
    const { calls } = await ask(host, 'queue.wall', {});
    expect(calls).toHaveLength(1);
  },
);

test.describe('a part of the program that was never fetched', () => {
  test.use({ setup: { firstVisit: true } });

  test(
    'a screen first opened while the host is away comes with it, in its own style',
    { tag: '@slow' },
    async ({ host, openWindow }) => {
      await openOffice(host);
      const page = await openWindow();
      const officer = new Officer(page);
      await expect(nameField(page)).toBeFocused();
      // The palette itself is a part that is fetched when it is first shown.
      await officer.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await officer.press('Escape');
      const port = Number(new URL(host.url).port);
      await host.stop('SIGKILL');
      await officer.command('cuoi ngay', vi.frame.dayEnd);
      await expect(page.getByRole('alert').filter({ hasText: vi.frame.lostHelp })).toBeVisible();
      await host.start(port);
      await expect(page.getByRole('heading', { name: vi.dayEnd.leftovers })).toBeVisible();
      const empty = page
        .locator('link[rel="stylesheet"]')
        .evaluateAll((links) =>
          links.filter((link) => (link as HTMLLinkElement).sheet === null).map((link) => link.outerHTML),
        );
      expect(await empty).toEqual([]);
    },
  );
});

test.describe('the data cannot be opened', () => {
  type Fault = {
    readonly name: string;
    readonly reason: StartUpReason;
    readonly harm: (bytes: Buffer) => Buffer;
  };
  const faults: readonly Fault[] = [
    {
      name: 'overwritten',
      reason: 'corrupted',
      harm: (bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 'x')]),
    },
    { name: 'emptied', reason: 'corrupted', harm: () => Buffer.alloc(0) },
    { name: 'of a newer program', reason: 'newer', harm: (bytes) => with32Bits(bytes, 60, 999) },
    { name: 'of another program', reason: 'foreign-file', harm: (bytes) => with32Bits(bytes, 68, 1) },
  ];
  test(
    'a harmed file: the screen says what happened, leaves every byte, and opens once it is put right',
    { tag: '@slow' },
    async ({ page, host }) => {
      await setUp(host);
      const file = join(host.dataFolder, 'desk.db');
      const port = Number(new URL(host.url).port);
      const officer = new Officer(page);
      // What each fault is called is also told by tests/desk/store and tests/renderer/start-up.test.ts.
      const shown = wantsAll('FAULTS') ? faults : faults.filter(({ name }) => /^over|newer/.test(name));
      for (const { name, reason, harm } of shown) {
        await test.step(name, async () => {
          await host.stop();
          const whole = await readFile(file);
          const harmed = harm(whole);
          await writeFile(file, harmed);
          await host.start(port);
          await page.goto(await host.address());
          await expectStartUp(page, reason);
          await officer.press('Enter');
          await expectStartUp(page, reason);
          expect(hash(await readFile(file))).toBe(hash(harmed));
          await writeFile(file, whole);
          await expectOpenAfterRetry(page, page.getByRole('button', { name: vi.morning.open, exact: true }));
        });
      }
    },
  );

  test('a folder that may only be read', async ({ host, openWindow }) => {
    test.skip(
      process.getuid?.() === 0,
      'root may write into files that are read-only, so this machine cannot show it',
    );
    await setUp(host);
    const port = Number(new URL(host.url).port);
    await host.stop();
    await chmod(join(host.dataFolder, 'desk.db'), 0o444);
    await host.start(port);
    const page = await openWindow();
    await expectStartUp(page, 'readonly');
    await chmod(join(host.dataFolder, 'desk.db'), 0o644);
    await expectOpenAfterRetry(page, page.getByRole('button', { name: vi.morning.open, exact: true }));
  });

  test('a second program on the same folder waits until the first has ended', async ({ host, context }) => {
    await openOffice(host);
    await issue(host, 'Trần Văn Trước');
    const second = new RunningHost(host.dataFolder);
    await second.start();
    try {
      const page = await context.newPage();
      await page.goto(await second.address());
      await expectStartUp(page, 'locked');
      expect((await issue(host, 'Lê Thị Sau')).number).toBe('A002');
      await host.stop();
      await expectOpenAfterRetry(page, nameField(page));
      expect((await issue(second, 'Phạm Thị Cuối')).number).toBe('A003');
    } finally {
      await second.stop();
    }
  });
});

test.describe('names that are no plain names', () => {
  const LONG = `Nguyễn ${'Phương Thượng '.repeat(13)}Khuê`.slice(0, 199);
  const SIGNS = ['=1+1', '<script>document.title="hỏng"</script>', '"><img src=x onerror=alert(1)>'];
  const QUIET = [
    { typed: 'Đặng Thị Ơn'.normalize('NFD'), shown: 'Đặng Thị Ơn' },
    { typed: '\u202eTrần Ngược\u200f', shown: 'Trần Ngược' },
    { typed: LONG, shown: LONG.normalize('NFC').trim() },
  ];

  test(
    'are refused with a reason or shown as the text they are, and never break a screen',
    { tag: '@slow' },
    async ({ host, openWindow }) => {
      await openOffice(host);
      const page = await openWindow();
      const officer = new Officer(page);
      await expect(nameField(page)).toBeFocused();
      for (const sign of SIGNS) {
        await officer.type(sign);
        await officer.press('F8');
        await expect(page.getByText(/Gõ lại theo thẻ|gõ nhầm ô/).first()).toBeVisible();
        await officer.press('F2');
        await expect(nameField(page)).toHaveValue('');
      }
      expect(await ask(host, 'ticket.list', {})).toEqual([]);
      for (const { typed } of QUIET) {
        await officer.type(typed);
        await saveNumber(officer, 'Shift+F8');
      }
      // The open interface takes what the screen would question; it is a text there as well.
      for (const sign of SIGNS) await issue(host, sign);
      const names = [...QUIET.map(({ shown }) => shown), ...SIGNS];
      expect((await ask(host, 'ticket.list', {})).map(({ name }) => name)).toEqual(names);

      await expectWithinWindow(page);
      await goToCounter(officer, 'Quầy 1');
      for (const name of names) {
        await callNext(officer);
        await expect(ticketPane(page).getByText(name, { exact: true })).toBeVisible();
        await expect(
          page.getByRole('region', { name: vi.counter.slip }).getByText(name, { exact: true }),
        ).toBeVisible();
        await expectWithinWindow(page);
        await officer.press('F7');
        await expect(ticketPane(page)).toContainText(vi.counter.emptyTitle);
      }
      await officer.command('cuoi ngay', vi.frame.dayEnd);
      for (const name of names) await expect(page.getByText(name, { exact: true })).toBeVisible();
      await expectWithinWindow(page);
      expect(await page.title()).not.toContain('hỏng');
      expect(await page.locator('#root script, #root img[src="x"]').count()).toBe(0);
    },
  );
});

async function expectStartUp(page: Page, reason: StartUpReason): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.startUp.reason[reason].title);
  await expect(page.getByText(vi.startUp.kept)).toBeVisible();
  await expect(page.getByRole('button', { name: vi.startUp.retry })).toBeFocused();
}

/** Enter on the button asks again. The desk is tried at most once a second, so an officer may have to press twice. */
async function expectOpenAfterRetry(page: Page, sign: Locator): Promise<void> {
  const retry = page.getByRole('button', { name: vi.startUp.retry });
  await expect(async () => {
    if (await sign.isHidden()) await retry.press('Enter', { timeout: 1000 });
    await expect(sign).toBeVisible({ timeout: 1000 });
  }).toPass({ intervals: [100] });
}

/** A window never scrolls as a whole; what is too long is cut or wrapped in its own place. */
async function expectWithinWindow(page: Page): Promise<void> {
  const { wide, high } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    high: document.documentElement.scrollHeight - innerHeight,
  }));
  expect({ wide, high }).toEqual({ wide: 0, high: 0 });
}

function with32Bits(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32BE(value, at);
  return changed;
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
