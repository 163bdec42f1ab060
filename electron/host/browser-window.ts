import { lstatSync, readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What a browser of the Chromium family is started with to be the program's own window: as large as the screen, without tabs and
 * address, with no offer to translate, and in a profile of its own (a folder), so that nothing of the user's other pages is in it.
 */
export function windowArguments(address: string, profile: string, isRoot: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    // What the menu's entry names, so that its icon stands in the bar.
    '--class=quay-tiep-dan',
    '--start-maximized',
    '--disable-features=Translate',
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium refuses root otherwise; the second keeps its warning out of the window.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** The folder of the window's profile. A browser that came as a snap sees no hidden folder of the user, only its own. */
export function windowProfile(browser: string, dataFolder: string, home = homedir()): string {
  return browser.startsWith('/snap/')
    ? join(home, 'snap/chromium/common/quay-tiep-dan')
    : join(dataFolder, 'window');
}

/** Whether a browser has the profile open: its first process may hand over to another one and end. */
export function isProfileOpen(profile: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32')
    return lstatSync(join(profile, 'lockfile'), { throwIfNoEntry: false }) !== undefined;
  try {
    // The link points to `<host>-<process>`, and outlives a browser that was killed.
    process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 0);
    return true;
  } catch {
    return false;
  }
}
