import { vi } from '#shared/text/vi.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask } from './ready-office.ts';
import { callNext, goToCounter, nameField, saveNumber } from './screens.ts';

test(
  'training is one key from the first run, plainly marked, and touches no real data',
  { tag: '@slow' },
  async ({ page, host }) => {
    const officer = new Officer(page);
    await expect(page.getByRole('button', { name: vi.firstRun.trainingLink })).toBeVisible();
    await officer.press('Alt+t');
    const band = page.getByRole('region', { name: vi.frame.training });
    await expect(band).toContainText(vi.frame.trainingHelp);

    // A morning is already under way: people wait, others were served.
    await expect(nameField(page)).toBeFocused();
    await officer.type('Học Viên Thử');
    const number = await saveNumber(officer);
    expect(Number(number.slice(1))).toBeGreaterThan(20);
    await goToCounter(officer, 'Quầy 1');
    await expect(band).toBeVisible();
    const hand = page.getByRole('region', { name: vi.queue.calledNow }).getByText(/Quầy 1/);
    if ((await hand.count()) === 0) await callNext(officer);

    const wall = await page.context().newPage();
    await wall.goto(`${await host.address('display')}&training=1`);
    await expect(wall.getByText(vi.wall.training)).toBeVisible();

    // The office's own desk is still the one that was never set up.
    expect(await ask(host, 'office.show', {})).toBeNull();
    await page.bringToFront();
    await officer.command('thoat che do tap', vi.frame.leaveTraining);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.firstRun.office.title);
    await expect(band).toHaveCount(0);
  },
);
