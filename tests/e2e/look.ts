import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { expect } from './desk-test.ts';
import { smallPng } from './small-png.ts';

export const PICTURES = 'test-results/pictures';
const GUIDE = 'docs/pictures';
/** The pictures of the guide and the README, each with the screen it shows. `PICTURES=1` takes them anew. */
export const GUIDE_PICTURES: Readonly<Record<string, string>> = {
  'quay.png': 'counter-serving',
  'thiet-lap.png': 'first-run-2',
  'mo-ngay.png': 'morning',
  'tiep-nhan.png': 'reception-scanned',
  'trung-nguoi.png': 'reception-duplicate',
  'man-hinh-cho.png': 'wall',
  'cuoi-ngay.png': 'day-end',
  'ngay-da-khoa.png': 'day-end-closed',
  'mat-ket-noi.png': 'lost',
  'khong-mo-duoc.png': 'start-up',
  'tap.png': 'training',
  'an-toan-du-lieu.png': 'settings-safety',
  'ma-khoi-phuc.png': 'recovery-key',
  'can-mat-khau.png': 'sealed',
};
const MOST_KIB = 150;

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

mkdirSync(PICTURES, { recursive: true });

/** One screen of each layout: their contrast is measured in dark as well. */
const EACH_LAYOUT = [
  'reception-person',
  'counter-serving',
  'day-end',
  'follow-up',
  'dashboard',
  'rules',
  'settings-queue',
  'first-run-2',
  'morning',
  'wall',
  'full-counter',
];

/** Pictures are for people to look at: `LOOKS=1` takes every screen, `LOOKS=all` in dark and on a large display as well. */
const takesAll = process.env['LOOKS'] === 'all';
const takesAny = process.env['LOOKS'] !== undefined || process.env['PICTURES'] === '1';

/** Takes a screen and lets axe look at it, at its contrast in dark as well. */
export async function look(page: Page, name: string): Promise<void> {
  await picture(page, name, SMALL);
  const inLight = await axeFaults(page);
  let inDark: string[] = [];
  if (EACH_LAYOUT.includes(name) || takesAll) {
    await light(page, 'dark');
    if (takesAll) await picture(page, `${name}-dark`, SMALL);
    if (EACH_LAYOUT.includes(name)) inDark = await axeFaults(page, 'color-contrast');
    if (takesAll && EACH_LAYOUT.includes(name)) {
      await picture(page, `${name}-1920-dark`, LARGE);
      await light(page, 'light');
      await picture(page, `${name}-1920`, LARGE);
      await page.setViewportSize(SMALL);
    }
    await light(page, 'light');
  }
  expect.soft(inLight, `axe on ${name}`).toEqual([]);
  expect.soft(inDark, `contrast on ${name}, dark`).toEqual([]);
  keepForGuide(name);
}

/** Takes a screen as it stands, for those of hundreds of rows that axe has seen with fewer. */
export async function glance(page: Page, name: string): Promise<void> {
  await picture(page, name, SMALL);
}

async function light(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

async function picture(page: Page, name: string, size: typeof SMALL): Promise<void> {
  if (!takesAny) return;
  await hideFolder(page);
  await page.setViewportSize(size);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** The folder of this very run is nobody's business in a picture. */
async function hideFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const shown = text.replace(
        /\S*quay-tiep-dan-e2e-\w+(\/?)/,
        (_, slash: string) => `D:\\QuayTiepDan${slash === '' ? '' : '\\'}`,
      );
      if (shown !== text) node.nodeValue = shown;
    }
  });
}

function keepForGuide(name: string): void {
  if (process.env['PICTURES'] !== '1') return;
  mkdirSync(GUIDE, { recursive: true });
  for (const [file, screen] of Object.entries(GUIDE_PICTURES)) {
    if (screen === name)
      writeFileSync(join(GUIDE, file), smallPng(readFileSync(join(PICTURES, `${name}.png`))));
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
