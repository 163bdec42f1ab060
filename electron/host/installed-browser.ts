import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testBrowserFile } from './program-files.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a browser of the Chromium family may lie on this system: `CHROMIUM_PATH`, then what is installed (not with
 * `NO_SYSTEM_BROWSER=1`), then the one that was fetched for the tests.
 */
export function browserPlaces(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string[] {
  const installed = env['NO_SYSTEM_BROWSER'] === '1' ? [] : systemPlaces(env, platform);
  return [env['CHROMIUM_PATH'] ?? '', ...installed, testBrowserFile].filter((place) => place !== '');
}

function systemPlaces(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return files.flatMap((file) => folders.map((folder) => (folder ? join(folder, file) : '')));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium'];
}

/** A browser that is on this machine, or undefined. Never blocks: the desk goes on while a browser is asked for its version. */
export async function findBrowser(places: readonly string[] = browserPlaces()): Promise<string | undefined> {
  for (const place of places) if (existsSync(place) && (await answers(place))) return place;
  return undefined;
}

/** Some systems ship a file of that name which only tells how to install the browser. Windows opens a window instead. */
function answers(place: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true);
  return new Promise((done) => {
    execFile(place, ['--version'], { timeout: 15_000 }, (error) => done(error === null));
  });
}
