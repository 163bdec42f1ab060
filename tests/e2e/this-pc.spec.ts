import { levelWords } from '#shared/text/level-words.ts';
import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';

const words = levelWords('vi').level;

test(
  'the first-run guide makes the PC a receiving level by keyboard, at the next start too, and a desk again while nothing was received',
  { tag: '@slow' },
  async ({ page, host, openWindow }) => {
    const officer = new Officer(page);
    const choice = vi.firstRun.level;
    await expect(page.getByRole('button', { name: vi.firstRun.uses.level.name })).toBeVisible();
    await officer.press('Alt+c');
    await expect(page.getByRole('heading', { name: choice.title })).toBeVisible();
    const go = page.getByRole('button', { name: choice.go });
    await expect(go).toBeFocused();
    expect(await axeFaults(page)).toEqual([]);
    await officer.press('Escape');
    await expect(page.getByRole('heading', { name: vi.firstRun.office.title })).toBeVisible();
    await officer.press('Alt+c');
    await expect(go).toBeFocused();
    await officer.press('Enter');

    // The page is that of the level now, and back again.
    await expect(page.getByText(words.setUp.lead)).toBeVisible();
    await page.getByRole('button', { name: words.deskAgain.go }).focus();
    await officer.press('Enter');
    await expect(page.getByRole('heading', { name: vi.firstRun.office.title })).toBeVisible();
    await officer.press('Alt+c');
    await expect(go).toBeFocused();
    await officer.press('Enter');
    const name = page.getByRole('textbox', { name: words.setUp.name });
    await expect(name).toBeFocused();
    expect(await axeFaults(page)).toEqual([]);
    await officer.type('Công an tỉnh Lam Giang');
    await officer.press('Tab');
    await officer.type('LG');
    await officer.press('Tab');
    await officer.type('Cục C06');
    await officer.press('Enter');
    await expect(page.getByRole('button', { name: words.setUp.register })).toBeVisible();

    await host.stop();
    await host.start();
    const next = await openWindow('level');
    await expect(next.getByText('Công an tỉnh Lam Giang').first()).toBeVisible();
  },
);
