import { levelWordsVi as words } from '#shared/text/level-words.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults, sizesOf } from './fit-faults.ts';
import { look } from './look.ts';
import { Officer } from './officer.ts';
import { ask, openLevel, runLevel } from './running-level.ts';

const text = catalogue('vi');
const { signIn } = text;
const { officers } = text.settings;

test.describe('officers of the receiving level', () => {
  test.skip(({ shell }) => shell === 'electron', 'the level is served to browsers');

  test(
    'a leader gives PINs, a clerk signs in by keyboard, waits after wrong ones, receives, and does not decide',
    { tag: '@slow' },
    async ({ windows }) => {
      await runLevel(async (level) => {
        await ask(level, 'level.set-up', {
          code: 'LG',
          name: 'Công an tỉnh Lam Giang',
          receivingLevel: 'C06',
        });
        const office = sender(1);
        await ask(level, 'office.register', {
          code: office.code,
          name: office.name,
          publicKey: office.key.publicKey,
        });
        const { reportOf } = await ask(level, 'level.state', {});
        const officer = await openLevel(windows, level);
        const { page } = officer;
        await expect(page.getByRole('listbox', { name: words.level.board.list })).toBeFocused();
        await officer.press('Alt+5');
        const panel = page.getByRole('region', { name: words.levelSignIn.title });
        const list = panel.getByRole('list', { name: officers.list });
        for (const [place, name] of ['Trần Thu Hà', 'Đỗ Ngọc Lan'].entries()) {
          await officer.tabTo(panel.getByRole('textbox', { name: officers.newName }));
          await officer.type(name);
          await officer.press('Enter');
          await expect(list.getByRole('listitem')).toHaveCount(place + 1);
        }
        await officer.tabTo(list.getByRole('checkbox', { name: words.levelSignIn.roles.leader }).first());
        await officer.press('Space');
        for (const [place, pin] of ['135790', '2468'].entries()) {
          await officer.tabTo(list.getByRole('button', { name: officers.setPin }).first());
          await officer.press('Enter');
          const dialog = page.getByRole('dialog');
          await expect(dialog.getByLabel(officers.pin)).toBeFocused();
          await officer.type(pin);
          await officer.press('Tab');
          await officer.type(pin);
          await officer.press('Enter');
          await expect(dialog).toHaveCount(0);
          await expect(list.getByRole('button', { name: officers.changePin })).toHaveCount(place + 1);
        }
        await officer.tabTo(panel.getByRole('switch', { name: officers.pins }));
        await officer.press('Space');
        await expect(page.getByRole('dialog', { name: text.safety.sheet.title })).toBeVisible();
        expect(await axeFaults(page)).toEqual([]);
        await officer.press('Escape');
        await expect(page.getByRole('button', { name: signIn.bar('Trần Thu Hà') })).toBeVisible();
        await look(page, 'level-officers');
        expect(await fitFaults(page)).toEqual([]);

        // The leader leaves; the clerk takes the window over.
        await officer.press('Control+l');
        const cover = page.getByRole('dialog', { name: signIn.who });
        await expect(cover).toBeVisible();
        for (const size of sizesOf(0)) {
          await page.setViewportSize(size);
          expect(await fitFaults(page)).toEqual([]);
        }
        await look(page, 'level-sign-in');
        await officer.press('l');
        const field = cover.getByLabel(signIn.pinOf);
        for (const wrong of [1, 2, 3]) {
          await expect(field).toBeFocused();
          await officer.type('0000');
          await officer.press('Enter');
          await expect(cover.getByRole('alert')).toBeVisible();
          if (wrong === 3) await expect(cover.getByRole('timer')).toBeVisible();
        }
        await expect(field).toBeFocused({ timeout: 10_000 });
        await officer.type('2468');
        await officer.press('Enter');
        await expect(cover).toHaveCount(0);
        await expect(page.getByRole('button', { name: signIn.bar('Đỗ Ngọc Lan') })).toBeVisible();
        await expect(panel.getByText(words.levelSignIn.notAllowed)).toBeVisible();

        // Receives in their own name, and does not sign.
        await officer.press('Alt+1');
        await expect(page.getByRole('listbox', { name: words.level.board.list })).toBeFocused();
        const chooser = page.waitForEvent('filechooser');
        await page.evaluate(() => undefined);
        await officer.press('F2');
        await (
          await chooser
        ).setFiles([
          { name: 'so-lieu.json', mimeType: 'application/json', buffer: dayFileOf(office, reportOf) },
        ]);
        await expect(page.getByText('1 / 1')).toBeVisible();
        await officer.press('F9');
        await expect(page.getByText(words.levelOffice.only)).toBeVisible();
        await page.close();
      });
    },
  );

  test('another PC opens the address of the door over TLS, signs in, and is covered when it is locked', async ({
    windows,
  }) => {
    await runLevel(
      async (level) => {
        await ask(level, 'level.set-up', {
          code: 'LG',
          name: 'Công an tỉnh Lam Giang',
          receivingLevel: 'C06',
        });
        await ask(level, 'officer.save', { name: 'Trần Thu Hà', roles: ['leader'], pin: '135790' });
        await ask(level, 'access.set-policy', { pins: 'on' });
        const { port } = new URL(level.url);
        const elsewhere = await windows.browser()?.newContext({ ignoreHTTPSErrors: true });
        if (elsewhere === undefined) throw new Error('a browser');
        const officer = new Officer(await elsewhere.newPage());
        const { page } = officer;
        const opened = async () => (await page.goto(`https://127.0.0.2:${port}/`))?.status();
        // It opens a moment after PINs were switched on.
        await expect(async () => expect(await opened()).toBe(200)).toPass();
        const cover = page.getByRole('dialog', { name: signIn.who });
        await expect(cover).toBeVisible();
        await officer.press('1');
        await expect(cover.getByLabel(signIn.pinOf)).toBeFocused();
        await officer.type('135790');
        await officer.press('Enter');
        await expect(page.getByRole('button', { name: signIn.bar('Trần Thu Hà') })).toBeVisible();
        await officer.press('Control+l');
        await expect(cover).toBeVisible();
        await elsewhere.close();
      },
      ['--listen', '127.0.0.2'],
    );
  });
});
