import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a browser of the Chromium family may lie on this system, the likeliest first. `CHROMIUM_PATH` wins. */
export function browserPlaces(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string[] {
  const named = [env['CHROMIUM_PATH'] ?? ''];
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    named.push(...files.flatMap((file) => folders.map((folder) => (folder ? join(folder, file) : ''))));
  } else if (platform === 'darwin') {
    named.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    named.push('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  } else {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
    named.push(...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium');
  }
  return named.filter((place) => place !== '');
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
