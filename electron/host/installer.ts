import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Installer } from '#electron/desk/update/port/updates.ts';
import type { Edition } from '#shared/domain/update/manifest.ts';
import { programFolder } from './program-files.ts';

/** How the installer of the host edition is started; undefined where the program runs from its sources. */
export function hostInstaller(): Installer | undefined {
  return existsSync(join(programFolder, 'runtime')) ? installerFor(programFolder, 'host') : undefined;
}

/** How a program that an installer put into `folder` is put there anew. */
export function installerFor(
  folder: string,
  edition: Edition,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Installer {
  return {
    edition,
    byAdministrator: platform !== 'win32' || isForAllUsers(folder, env),
    start: (file) => startInstaller(file, folder),
  };
}

/** Below a folder that Windows lets only administrators write to. */
function isForAllUsers(folder: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const within = (parent: string | undefined): boolean =>
    Boolean(parent) && folder.toLowerCase().startsWith(`${parent?.toLowerCase()}\\`);
  return [env['ProgramFiles'], env['ProgramW6432'], env['ProgramFiles(x86)'], env['SystemRoot']].some(within);
}

/** Lives on when this program ends, which it asks for. `/D` takes the rest of the line as it is, without quotes. */
function startInstaller(file: string, folder: string): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(file, ['/S', '--force-run', `/D=${folder}`], {
      argv0: `"${file}"`,
      windowsVerbatimArguments: true,
      detached: true,
      stdio: 'ignore',
    });
    child.once('error', failed);
    child.once('exit', done);
    child.unref();
  });
}
