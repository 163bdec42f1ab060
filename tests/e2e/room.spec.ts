import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from '#shared/text/vi.ts';
import { RunningHost } from '#tests/support/e2e-host.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { fitFaults } from './fit-faults.ts';
import { look } from './look.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { callNext, finishTicket, nameField, startServing } from './screens.ts';

const words = vi.settings.devices;
const joining = vi.firstRun.join;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

test(
  'a leader lets a second PC in, which joins in its window; a visit is served there and printed, the wall follows, a line that is cut is said and mends, and a PC that is revoked leaves',
  { tag: '@slow' },
  async ({ host, openWindow, context }) => {
    await openOffice(host);
    const leader = new Officer(await openWindow());
    const { page } = leader;
    await expect(nameField(page)).toBeFocused();
    await leader.command('máy khác trong', vi.settings.pages.devices.name);
    // The door of PCs stands above that of TVs.
    await leader.tabTo(page.getByRole('combobox', { name: words.address }).first());
    await page.keyboard.type('127.');
    await leader.tabTo(page.getByRole('textbox', { name: words.port }).first());
    const port = await freePort();
    await leader.press('Control+a');
    await leader.type(String(port));
    await leader.tabTo(page.getByRole('button', { name: words.open }).first());
    await leader.press('Enter');
    await leader.tabTo(page.getByRole('button', { name: words.start }));
    await leader.press('Enter');
    const code = page.getByRole('region', { name: words.codeFor('Quầy 1') });
    await expect(code).toContainText(words.tries(5));
    await look(page, 'devices');
    expect(await fitFaults(page)).toEqual([]);

    const place = await mkdtemp(join(tmpdir(), 'quay-tiep-dan-e2e-'));
    const typed = (await code.locator('p').nth(1).innerText()).toLowerCase();
    const second = new RunningHost(join(place, 'quay'));
    try {
      await second.start();
      const counter = new Officer(await context.newPage());
      await counter.page.goto(await second.address());
      await expect(counter.page.getByRole('textbox', { name: vi.firstRun.office.name })).toBeFocused();
      await counter.press('Alt+n');
      await counter.tabTo(counter.page.getByRole('textbox', { name: joining.address }));
      await counter.type(`127.0.0.1:${port}`);
      await counter.tabTo(counter.page.getByRole('textbox', { name: joining.code }));
      await counter.type('aaaa');
      await counter.press('Enter');
      await expect(counter.page.getByText(joining.codeFault)).toBeVisible();
      await counter.press('Control+a');
      await counter.type('aaaa bbbb cccc');
      await counter.press('Enter');
      await expect(counter.page.getByText(joining.wrongCode(4))).toBeVisible();
      await expect(code).toContainText(words.tries(4));
      await look(counter.page, 'join');
      expect(await fitFaults(counter.page)).toEqual([]);
      await counter.press('Control+a');
      await counter.type(typed);
      await counter.press('Enter');
      await expect(page.getByText(words.joined('Quầy 1'))).toBeVisible();
      const line = page.getByRole('list', { name: words.list }).getByRole('listitem').nth(1);
      await expect(line).toContainText(words.here);

      const wall = await openWindow('display');
      const first = await issue(host, 'Trần Thị Ví Dụ');
      const banner = counter.page.getByRole('banner');
      await expect(banner).toContainText(vi.frame.mainPc.live(''));
      await expect(counter.page.getByText('Trần Thị Ví Dụ').first()).toBeVisible();
      expect(await callNext(counter)).toBe(first.number);
      await expect(wall.getByText(first.number).first()).toBeVisible();
      await startServing(counter);
      await counter.press('1', '2', '4', '4', '4', '4', '1');
      await finishTicket(counter);
      await counter.press('F8');
      await expect.poll(async () => (await printedSheets(counter.page)).join('')).toContain(first.number);
      await expect.poll(async () => (await ask(host, 'queue.board', {})).active.length).toBe(0);

      // The main PC hangs: said within three seconds; a call is refused in words and nothing of it is done later.
      await issue(host, 'Lê Văn Mẫu');
      await expect(counter.page.getByText('Lê Văn Mẫu').first()).toBeVisible();
      const call = counter.page.locator('footer button').first();
      const inked = (): Promise<string> => call.evaluate((one) => getComputedStyle(one).color);
      const live = await inked();
      host.signal('SIGSTOP');
      const band = counter.page.getByRole('alert').filter({ hasText: vi.frame.lostHelp });
      await expect(band).toBeVisible({ timeout: 4_000 });
      await expect(banner).toContainText(vi.frame.mainPc.lost(''));
      expect(await inked()).not.toBe(live);
      await counter.press('F4');
      await expect(counter.page.getByText('Lệnh chưa gửi đi')).toBeVisible();
      await look(counter.page, 'main-pc-lost');
      expect(await fitFaults(counter.page)).toEqual([]);
      host.signal('SIGCONT');
      await expect(band).toHaveCount(0);
      await expect(counter.page.getByText('Lệnh chưa gửi đi')).toHaveCount(0);
      expect(await inked()).toBe(live);
      expect((await ask(host, 'queue.board', {})).active).toEqual([]);
      await callNext(counter);

      await leader.tabTo(page.getByRole('button', { name: words.revokeOf('Quầy 1') }));
      await leader.press('Enter');
      await expect(
        page.getByRole('dialog').getByRole('button', { name: words.revoke, exact: true }),
      ).toBeFocused();
      await leader.press('Enter');
      await expect(counter.page.getByRole('alert')).toContainText('Máy này đã bị thu hồi', {
        timeout: 3_000,
      });

      await counter.command('máy khác trong', vi.settings.pages.devices.name);
      await counter.tabTo(counter.page.getByRole('button', { name: vi.frame.mainPc.leave }));
      await counter.press('Enter');
      const leave = counter.page.getByRole('dialog').getByRole('button', { name: vi.frame.mainPc.leave });
      await expect(leave).toBeFocused();
      await counter.press('Enter');
      await expect(counter.page.getByRole('textbox', { name: vi.firstRun.office.name })).toBeFocused();
    } finally {
      host.signal('SIGCONT');
      await second.stop();
      await rm(place, { recursive: true, force: true });
    }
  },
);
