import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from '#shared/text/vi.ts';
import { qrCccd } from '#tests/support/invented-cards.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults, sizesOf } from './fit-faults.ts';
import { glance, GUIDE_PICTURES, guideFaults, look } from './look.ts';
import { Officer } from './officer.ts';
import { LONG_NAMES, playedMorning } from './played-morning.ts';
import { ask, setUp } from './ready-office.ts';
import { callNext, goToCounter, nameField, paperRows, saveNumber } from './screens.ts';
import { brokenTexts, shownTexts } from './shown-text.ts';
import { TOUR } from './tour.ts';

const PERSON = {
  idNumber: '001187006543',
  fullName: 'Đặng Thị Kiều Oanh',
  birthDate: '1987-10-12',
  sex: 'female',
  address: 'Tổ 4, phường Bình Minh',
  issuedOn: '2022-06-01',
} as const;

// Pictures and axe take the time of a busy machine.
test.describe.configure({ timeout: 150_000 });

test.describe('a morning under way', () => {
  test.use({ setup: { prepare: playedMorning({ citizens: 60, minutes: 110, daysBefore: 1, road: true }) } });

  const isSettings = (name: string) => name.startsWith('settings') || name.startsWith('rules');
  for (const [part, tag, stops] of [
    ['the work', [], TOUR.filter(({ name }) => !isSettings(name))],
    ['rules and settings', ['@slow'], TOUR.filter(({ name }) => isSettings(name))],
  ] as const) {
    test(
      `every screen of ${part} looks right and is open to everybody`,
      { tag: [...tag] },
      async ({ page }) => {
        const officer = new Officer(page);
        await expect(nameField(page)).toBeFocused();
        for (const [place, stop] of stops.entries()) {
          await test.step(stop.name, async () => {
            await stop.go(officer, vi);
            if (stop.name === 'counter-serving') await fillChecklist(officer);
            expect.soft(brokenTexts(await shownTexts(page)), stop.name).toEqual([]);
            for (const size of sizesOf(place)) {
              await page.setViewportSize(size);
              expect.soft(await fitFaults(page), `${stop.name}, ${size.width}`).toEqual([]);
            }
            await look(page, stop.name);
          });
        }
      },
    );
  }

  test(
    'the waiting room, a duplicate, a name with faults, and the lost connection',
    { tag: '@slow' },
    async ({ page, host, openWindow }) => {
      const officer = new Officer(page);
      await expect(nameField(page)).toBeFocused();
      await officer.scan(qrCccd(PERSON));
      await expect(nameField(page)).toHaveValue(PERSON.fullName);
      await expect(page.getByRole('listbox', { name: vi.reception.suggestionList })).toBeHidden();
      await look(page, 'reception-scanned');
      await saveNumber(officer, 'Shift+F8');
      await glance(page, 'reception-issued');
      await officer.scan(qrCccd(PERSON));
      await expect(page.getByText(/Người này hôm nay đã có số/)).toBeVisible();
      await look(page, 'reception-duplicate');
      await officer.press('F2');
      await officer.type('Nguyễn V?n Hỏng');
      await officer.press('Enter');
      await officer.type('123');
      await officer.press('Enter');
      await officer.type('31022001');
      await officer.press('F8');
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
      await look(page, 'reception-faults');

      const wall = await openWindow('display');
      await expect(wall.getByRole('heading', { name: vi.wall.getReady })).toBeVisible();
      await look(wall, 'wall');
      await host.stop('SIGKILL');
      await expect(wall.getByRole('alert')).toBeVisible();
      await look(wall, 'wall-lost');
      await page.bringToFront();
      await expect(page.getByRole('alert').filter({ hasText: vi.frame.lostHelp })).toBeVisible();
      await officer.press('F2');
      await look(page, 'lost');
    },
  );

  test('the day is closed', { tag: '@slow' }, async ({ page }) => {
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await officer.command('cuoi ngay', vi.frame.dayEnd);
    await officer.tabTo(page.getByRole('combobox', { name: /số còn lại ghi là/ }));
    await officer.press('v', 'F9', 'F9');
    await expect(page.getByRole('heading', { name: vi.dayEnd.closed })).toBeVisible();
    await look(page, 'day-end-closed');
    await officer.press('F2');
    await expect(page.getByText(vi.morning.checks)).toBeVisible();
    await look(page, 'morning-after');
  });
});

test.describe('a full room', () => {
  test.use({
    setup: {
      prepare: playedMorning({
        citizens: 540,
        minutes: 120,
        atWork: [0],
        names: LONG_NAMES,
      }),
    },
  });

  // Axe has seen these screens with fewer people.
  const see = wantsAll('AXE') ? look : glance;

  test('500 people wait, many with long names', async ({ page, host, openWindow }) => {
    const { waiting } = await ask(host, 'queue.board', {});
    expect(waiting.length).toBeGreaterThan(450);
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    expect.soft(await fitFaults(page)).toEqual([]);
    await see(page, 'full-reception');
    await goToCounter(officer, 'Quầy 2');
    await callNext(officer);
    expect.soft(await fitFaults(page)).toEqual([]);
    await see(page, 'full-counter');
    await officer.command('cuoi ngay', vi.frame.dayEnd);
    await expect(page.getByRole('listitem').filter({ hasText: 'A100' })).toHaveCount(1);
    await glance(page, 'full-day-end');
    const wall = await openWindow('display');
    await expect(wall.getByRole('heading', { name: vi.wall.getReady })).toBeVisible();
    await see(wall, 'full-wall');
  });
});

test(
  'an office on its first day: the guide, the morning and everything empty',
  { tag: '@slow' },
  async ({ page, openWindow, host }) => {
    const officer = new Officer(page);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(vi.firstRun.office.title);
    await officer.press('Enter');
    await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
    // It had the focus before; it gets it once more in the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await glance(page, 'first-run-1-faults');
    await officer.type('Công an phường Bình Minh');
    await officer.press('Tab');
    await officer.type('Phòng tổng hợp, Công an tỉnh Lam Giang');
    await look(page, 'first-run-1');
    for (const [step, name] of [
      vi.firstRun.counters.title,
      vi.firstRun.printing.title,
      vi.safety.choice.title,
      vi.firstRun.review.title,
    ].entries()) {
      await officer.press('Enter');
      await expect(title).toHaveText(name);
      if (name === vi.safety.choice.title) await officer.choose(vi.safety.choice.ask, vi.safety.choice.no);
      await look(page, `first-run-${step + 2}`);
    }
    await officer.press('Enter');
    await expect(page.getByRole('button', { name: vi.morning.open, exact: true })).toBeFocused();
    await look(page, 'morning');
    await officer.command('cuoi ngay', vi.frame.dayEnd);
    await expect(page.getByRole('heading', { name: vi.dayEnd.noDay })).toBeVisible();
    await look(page, 'empty-no-day');
    const wall = await openWindow('display');
    await expect(wall.getByText(vi.wall.dayClosed)).toBeVisible();
    await glance(wall, 'wall-closed');
    await page.bringToFront();

    const { today } = await ask(host, 'day.status', {});
    await ask(host, 'day.open', { businessDay: today });
    await expect(page.getByRole('heading', { name: vi.dayEnd.leftovers })).toBeVisible();
    await look(page, 'empty-day-end');
    await officer.press('F2');
    await expect(nameField(page)).toBeFocused();
    await look(page, 'empty-reception');
    await goToCounter(officer, 'Quầy 1');
    await look(page, 'empty-counter');
    await expect(wall.getByText(vi.wall.nobodyCalled)).toBeVisible();
    await look(wall, 'empty-wall');
  },
);

test('a file that cannot be opened, and training', async ({ host, openWindow }) => {
  await setUp(host);
  const port = Number(new URL(host.url).port);
  await host.stop();
  await writeFile(join(host.dataFolder, 'desk.db'), Buffer.alloc(8192, 'x'));
  await host.start(port);
  const page = await openWindow();
  await expect(page.getByRole('button', { name: vi.startUp.retry })).toBeFocused();
  await look(page, 'start-up');

  await page.goto(`${await host.address()}&training=1`);
  await page.reload();
  await expect(page.getByRole('region', { name: vi.frame.training })).toBeVisible();
  await expect(nameField(page)).toBeFocused();
  await look(page, 'training');
});

test('the guide and the README have their pictures', () => {
  test.skip(process.env['PICTURES'] === '1', 'the pictures are being taken in this very run');
  expect(guideFaults()).toEqual([]);
  const guide = readFileSync('docs/huong-dan.md', 'utf8');
  const used = [...`${guide}${readFileSync('README.md', 'utf8')}`.matchAll(/pictures\/([\w-]+\.png)/g)].map(
    ([, file]) => file,
  );
  expect(new Set(used)).toEqual(new Set(Object.keys(GUIDE_PICTURES)));
});

async function fillChecklist(officer: Officer): Promise<void> {
  const rows = paperRows(officer.page);
  await expect(rows.first()).toBeVisible();
  await officer.tabTo(rows.and(officer.page.locator('[tabindex="0"]')));
  await officer.press('1', '2');
  await expect(officer.page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();
}
