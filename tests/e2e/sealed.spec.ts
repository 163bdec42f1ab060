import { vi } from '#shared/text/vi.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { fitFaults } from './fit-faults.ts';
import { look } from './look.ts';
import { Officer } from './officer.ts';
import { ask } from './ready-office.ts';

const PASSPHRASE = 'sen trang cau go';
const words = vi.safety;

test(
  'encrypted from the first run: the recovery key is printed and typed back, and the next start wants the passphrase',
  { tag: '@slow' },
  async ({ page, host }) => {
    const officer = new Officer(page);
    const title = page.getByRole('heading', { level: 1 });
    await expect(page.getByRole('textbox', { name: vi.firstRun.office.name })).toBeFocused();
    await officer.type('Công an phường Thử Nghiệm');
    await officer.press('Tab');
    await officer.type('Phòng tổng hợp tỉnh Ví Dụ');
    for (const step of [vi.firstRun.counters.title, vi.firstRun.printing.title, words.choice.title]) {
      await officer.press('Enter');
      await expect(title).toHaveText(step);
    }
    // Nothing is chosen for the office.
    await officer.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(words.choice.choose);
    await officer.choose(words.choice.ask, words.choice.yes);
    await officer.press('Enter');
    await expect(page.getByText(words.tooShort(8))).toBeVisible();
    await officer.tabTo(page.getByRole('textbox', { name: words.passphrase }));
    await officer.type(PASSPHRASE);
    await officer.tabTo(page.getByRole('textbox', { name: words.passphraseAgain }));
    await officer.type(PASSPHRASE);
    await officer.press('Enter');
    await expect(title).toHaveText(vi.firstRun.review.title);
    await officer.press('Enter');

    const dialog = page.getByRole('dialog', { name: words.sheet.title });
    await expect(dialog).toBeVisible({ timeout: 30_000 });
    const key = (await dialog.getByRole('group', { name: words.sheet.key }).innerText()).replaceAll(
      /\s/g,
      '',
    );
    expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
    await look(page, 'recovery-key');
    expect(await fitFaults(page)).toEqual([]);
    await officer.tabTo(dialog.getByRole('button', { name: words.sheet.print }));
    await officer.press('Enter');
    await expect(dialog.getByText(words.sheet.printed)).toBeVisible();
    const [sheet = ''] = await printedSheets(page);
    expect(sheet.replaceAll(/\s/g, '')).toContain(key);
    expect(await ask(host, 'print.list', {})).toEqual([]);
    await officer.tabTo(dialog.getByRole('textbox', { name: words.sheet.typeBack }));
    await officer.type(`${key.slice(1)}${key.slice(0, 1)}`);
    await expect(dialog.getByText(words.mistyped)).toBeVisible();
    await officer.press('Control+a');
    await officer.type(key.toLowerCase());
    await officer.press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(await ask(host, 'data.status', {})).toMatchObject({ encrypted: true, recoveryProven: true });

    await host.restart('SIGKILL');
    await page.goto(await host.address());
    await expect(title).toHaveText(vi.startUp.reason.sealed.title);
    const field = page.getByRole('textbox', { name: words.passphrase });
    await expect(field).toBeFocused();
    await look(page, 'sealed');
    for (let wrong = 0; wrong < 3; wrong += 1) {
      await officer.type('sai roi nhe');
      await officer.press('Enter');
      await expect(field).toHaveValue('');
      await expect(page.getByRole('alert')).toBeVisible();
    }
    // The third one waits, counted down, and then nothing is said of waiting any more.
    await expect(page.getByRole('alert')).toContainText(words.waitFor(7).split('7')[0] ?? '');
    await expect(page.getByRole('alert')).toHaveText(
      vi.problem['wrong-secret']({ code: 'wrong-secret', waitSeconds: 0 }),
    );
    await officer.type(PASSPHRASE);
    await officer.press('Enter');
    await expect(page.getByRole('button', { name: vi.morning.open, exact: true })).toBeFocused();
    await expect(page.getByRole('region', { name: vi.morning.checks })).toContainText(words.short.on);
  },
);
