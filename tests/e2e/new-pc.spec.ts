import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from '#shared/text/vi.ts';
import { RunningHost } from '#tests/support/e2e-host.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { nameField, saveNumber } from './screens.ts';

test(
  'a new PC and a stick: restored from the first-run guide by keyboard, by the words on the screen',
  { tag: '@slow' },
  async ({ page, host }) => {
    const stick = await mkdtemp(join(tmpdir(), 'qtd-usb-'));
    const old = new RunningHost(await mkdtemp(join(tmpdir(), 'qtd-old-')));
    try {
      await old.start();
      await openOffice(old);
      for (const name of ['Lý Thị Cũ', 'Trần Văn Cũ', 'Phạm Thị Cũ']) await issue(old, name);
      await ask(old, 'backup.set-settings', { places: [stick] });
      await ask(old, 'backup.make', {});
      await old.stop();

      const officer = new Officer(page);
      const words = vi.settings.copies;
      const began = Date.now();
      await expect(page.getByText(vi.firstRun.restoreLink)).toBeVisible();
      await officer.press('Alt+k');
      await expect(page.getByRole('heading', { name: vi.firstRun.restore.title })).toBeVisible();
      const place = page.getByRole('textbox', { name: words.brought });
      await expect(place).toBeFocused();
      await officer.type(stick);
      await officer.press('Enter');
      const newest = page.getByRole('button', { name: /^Khôi phục bản sao lúc/ }).first();
      await expect(newest).toBeFocused();
      await officer.press('Enter');
      await expect(page.getByRole('dialog')).toContainText('Công an phường Thử Nghiệm');
      await expect(page.getByRole('textbox', { name: words.reason })).toHaveValue(words.newPc);
      await officer.press('Enter');
      const highest = page.getByRole('textbox', { name: words.highest });
      await expect(highest).toBeFocused();
      await expect(highest).toHaveValue('A003');
      await officer.press('Control+a');
      await officer.type('A004');
      await officer.press('Enter');
      await expect(nameField(page)).toBeFocused();
      const seconds = (Date.now() - began) / 1000;
      process.stdout.write(
        `restored from a stick on a new PC: ${officer.keys} keys, ${seconds.toFixed(1)} s\n`,
      );
      expect(officer.keys).toBeLessThanOrEqual(8);
      expect(seconds).toBeLessThan(120);

      await officer.type('Lê Thị Mới');
      expect(await saveNumber(officer, 'Shift+F8')).toBe('A005');
      expect(
        (await ask(host, 'ticket.list', {})).map(({ number, name }) => `${number} ${name ?? ''}`),
      ).toEqual(['A001 Lý Thị Cũ', 'A002 Trần Văn Cũ', 'A003 Phạm Thị Cũ', 'A004 ', 'A005 Lê Thị Mới']);
    } finally {
      await old.stop();
      await rm(stick, { recursive: true, force: true });
      await rm(old.dataFolder, { recursive: true, force: true });
    }
  },
);
