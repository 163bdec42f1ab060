import type { Page } from '@playwright/test';
import { vi } from '#shared/text/vi.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { issue, openOffice } from './ready-office.ts';
import { callNext, goToCounter, nameField } from './screens.ts';

/** A browser has six connections to one host: with an open stream in each of so many windows nothing could be asked any more. */
const WALLS = 6;

test(
  'with more windows open than a browser has connections, each is answered and shows what happens',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    await openOffice(host);
    await issue(host, 'Nguyễn Thị Bưởi');
    const walls: Page[] = [];
    for (let place = 0; place < WALLS; place += 1) walls.push(await openWindow('display'));
    for (const wall of walls) {
      await expect(wall.getByText(vi.wall.live)).toBeVisible();
      await expect(wall.getByText(vi.wall.nobodyCalled)).toBeVisible();
    }
    const page = await openWindow();
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await goToCounter(officer, 'Quầy 1');
    expect(await callNext(officer)).toBe('A001');
    for (const wall of walls) await expect(wall.locator('section[aria-live]')).toContainText('A001');
  },
);
