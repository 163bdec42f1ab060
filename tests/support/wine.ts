import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hasCommand, newScreen } from './screen.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether a 64-bit Windows is played here, with a screen that nobody sees. */
export function hasWine(): boolean {
  return ['wine', 'Xvfb'].every(hasCommand);
}

/** A fresh Windows 10 for a user with Vietnamese letters in the name. */
export async function newWindows(userName = 'Nguyễn Văn Ánh') {
  const prefix = temporaryFolder('wine');
  const display = await newScreen();
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', WINEARCH: 'win64', DISPLAY: display };
  const run = (file: string, ...args: string[]) => {
    const { status } = spawnSync('wine', [file, ...args], {
      env,
      stdio: 'ignore',
      timeout: 300_000,
      killSignal: 'SIGKILL',
    });
    return status;
  };
  run('wineboot', '-i');
  run('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
  const home = `C:\\users\\${userName}`;
  const folders = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
  const named = {
    'Local AppData': 'AppData\\Local',
    AppData: 'AppData\\Roaming',
    Desktop: 'Desktop',
    Programs: 'Programs',
  };
  for (const [name, path] of Object.entries(named)) {
    mkdirSync(join(prefix, 'drive_c/users', userName, ...path.split('\\')), { recursive: true });
    run('reg', 'add', folders, '/v', name, '/d', `${home}\\${path}`, '/f');
  }
  onTestFinished(() => void spawnSync('wineserver', ['-k'], { env }));
  return {
    /** A folder of that user as this machine sees it. */
    folder: (...parts: string[]) => join(prefix, 'drive_c/users', userName, ...parts),
    home,
    /** Runs a Windows program to its end and gives its exit code. */
    run,
    /** Starts one and goes on. */
    start: (file: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      spawn('wine', [file, ...args], { env: { ...env, ...more }, stdio: 'ignore' }),
    env,
  };
}
