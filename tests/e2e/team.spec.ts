import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { vi } from '#shared/text/vi.ts';
import { RunningHost } from '#tests/support/e2e-host.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { openDay, saveNumber } from './screens.ts';

const text = vi.team;
const TEAM = 'Tổ lưu động 1';
const PASSPHRASE = 'sen trang cau go';

/** Presses a key that makes a file, and says where the file is. */
async function madeBy(officer: Officer, key: string): Promise<string> {
  const [download] = await Promise.all([officer.page.waitForEvent('download'), officer.press(key)]);
  const path = join(await mkdtemp(join(tmpdir(), 'qtd-usb-')), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Chooses a file where the button that asks for one has the focus. */
async function chooseFile(page: Page, button: Locator, path: string): Promise<void> {
  await expect(button).toBeFocused();
  await page.locator('input[type="file"]').setInputFiles(path);
}

test(
  'a team takes its starter file on the road, serves ten people, and its pack makes the next version of the closed day',
  { tag: '@slow' },
  async ({ page, host, context }) => {
    const laptop = new RunningHost(await mkdtemp(join(tmpdir(), 'qtd-road-')));
    try {
      const [{ businessDay }] = await Promise.all([openOffice(host), laptop.start()]);
      await issue(host, 'Lý Thị Ở Nhà');
      await ask(host, 'day.close', { businessDay, leftovers: 'left' });
      const home = new Officer(page);
      await expect(page.getByRole('button', { name: vi.morning.seeFigures, exact: true })).toBeFocused();
      await home.command(text.place, text.place);
      await expect(page.getByRole('heading', { name: text.none })).toBeVisible();
      await home.press('Alt+n');
      await expect(page.getByLabel(text.dialog.name)).toBeFocused();
      await home.type(TEAM);
      await home.press('Tab');
      await home.type('l');
      await home.press('Enter');
      const team = page.getByRole('option', { name: TEAM });
      await expect(team).toContainText(text.state['no-laptop']);
      await home.press('Alt+x');
      const passphrase = page.getByRole('textbox', { name: text.starter.passphrase });
      await expect(passphrase).toBeFocused();
      await home.type(PASSPHRASE);
      await expect(page.getByText(text.starter.strength.strong)).toBeVisible();
      await home.tabTo(page.getByRole('textbox', { name: vi.safety.passphraseAgain }));
      await home.type(PASSPHRASE);
      const starter = await madeBy(home, 'Enter');
      await expect(page.getByRole('button', { name: vi.common.close }).last()).toBeFocused();
      await home.press('Enter');
      await expect(team).toContainText(text.state.away);

      // The laptop, which has no office yet.
      const road = await context.newPage();
      await road.goto(await laptop.address());
      const officer = new Officer(road);
      const words = vi.firstRun.team;
      await expect(road.getByText(vi.firstRun.uses.team.name)).toBeVisible();
      await officer.press('Alt+l');
      await chooseFile(road, road.getByRole('button', { name: words.choose }), starter);
      await expect(road.getByRole('textbox', { name: words.passphrase })).toBeFocused();
      expect(await axeFaults(road)).toEqual([]);
      await officer.type(PASSPHRASE);
      await officer.tabTo(road.getByRole('checkbox', { name: words.encrypt }));
      await officer.press('Space', 'Enter');
      await openDay(officer);
      const mark = road.getByRole('banner').getByRole('button', { name: text.mark(TEAM, 'L') });
      await expect(mark).toBeVisible();
      await expect(road.getByLabel(vi.report.names.sites)).toHaveValue('mobile');
      await officer.type('Trần Thị Mẫu');
      expect(await saveNumber(officer, 'Shift+F8')).toBe('L001');
      for (const sign of 'ABCDEGHIK') await issue(laptop, `Người Thử ${sign}`);
      for (const { id } of await ask(laptop, 'ticket.list', {}))
        await ask(laptop, 'ticket.settle', { ticketId: id, outcome: 'taken' });
      await mark.click();
      await expect(road.getByText(text.laptop.dayOpen)).toBeVisible();
      await ask(laptop, 'day.close', { businessDay });
      await expect(road.getByText(text.laptop.unpacked('1'))).toBeVisible();
      const pack = await madeBy(officer, 'F9');
      await expect(road.getByText(text.laptop.allPacked)).toBeVisible();
      expect(await axeFaults(road)).toEqual([]);

      // It comes home.
      await home.press('F9');
      await chooseFile(page, page.getByRole('button', { name: text.merge.choose }), pack);
      const write = page.getByRole('button', { name: text.merge.run('10') });
      await expect(write).toBeFocused();
      await expect(page.getByRole('dialog')).toContainText(text.merge.home.closed);
      expect(await axeFaults(page)).toEqual([]);
      await home.press('Enter');
      await expect(page.getByText(text.merge.done('10', TEAM))).toBeVisible();
      const receipt = await page.getByRole('definition').innerText();
      await home.press('Enter');
      await expect(team).toContainText(text.state.came);
      expect(await ask(host, 'report.day', { businessDay })).toMatchObject({
        version: 2,
        reason: `Tổ lưu động: ${TEAM}`,
        tickets: { issued: 11 },
      });
      await home.press('Alt+c');
      await expect(page.getByText(`Tổ lưu động: ${TEAM}`).first()).toBeVisible();

      // Only now the laptop lets its people go.
      expect(await ask(laptop, 'person.search', { search: 'Trần Thị Mẫu' })).toHaveLength(1);
      await officer.tabTo(road.getByRole('textbox', { name: text.laptop.receipt }));
      await officer.type(receipt.toLowerCase());
      await officer.press('Enter');
      await expect(road.getByText(text.laptop.confirmed('1'))).toBeVisible();
      expect(await ask(laptop, 'person.search', { search: 'Trần Thị Mẫu' })).toEqual([]);
    } finally {
      await laptop.stop();
      await rm(laptop.dataFolder, { recursive: true, force: true });
    }
  },
);
