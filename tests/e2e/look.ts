import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './desk-test.ts';

export const PICTURES = 'test-results/pictures';
const GUIDE = 'docs/pictures';
/** The pictures of the guide and the README, each with the screen it shows. `PICTURES=1` takes them anew. */
export const GUIDE_PICTURES: Readonly<Record<string, string>> = {
  'quay.png': 'counter-serving',
  'thiet-lap.png': 'first-run-2',
  'mo-ngay.png': 'morning',
  'tiep-nhan.png': 'reception-person',
  'trung-nguoi.png': 'reception-duplicate',
  'man-hinh-cho.png': 'wall',
  'cuoi-ngay.png': 'day-end',
  'ngay-da-khoa.png': 'day-end-closed',
  'mat-ket-noi.png': 'lost',
  'khong-mo-duoc.png': 'start-up',
  'tap.png': 'training',
};
const MOST_KIB = 150;

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

mkdirSync(PICTURES, { recursive: true });

/** Takes a screen in both sizes, light and dark, and lets axe look at it in both lights. */
export async function look(page: Page, name: string, sizes: readonly (typeof SMALL)[] = [SMALL, LARGE]): Promise<void> {
  const before = page.viewportSize() ?? SMALL;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const suffix = `${size === SMALL ? '' : '-1920'}${colorScheme === 'dark' ? '-dark' : ''}`;
      await page.screenshot({ path: join(PICTURES, `${name}${suffix}.png`), animations: 'disabled' });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    expect.soft(faults, `axe on ${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(before);
  keepForGuide(name);
}

function keepForGuide(name: string): void {
  if (process.env['PICTURES'] !== '1') return;
  mkdirSync(GUIDE, { recursive: true });
  for (const [file, screen] of Object.entries(GUIDE_PICTURES)) {
    if (screen === name) copyFileSync(join(PICTURES, `${name}.png`), join(GUIDE, file));
  }
}

/** What is wrong with the pictures of the guide: missing or too heavy ones. */
export function guideFaults(): string[] {
  return Object.keys(GUIDE_PICTURES).flatMap((file) => {
    const path = join(GUIDE, file);
    if (!existsSync(path)) return [`${path} is missing: take it with PICTURES=1`];
    const kib = Math.ceil(statSync(path).size / 1024);
    return kib > MOST_KIB ? [`${path} has ${kib} KiB, more than ${MOST_KIB}`] : [];
  });
}
