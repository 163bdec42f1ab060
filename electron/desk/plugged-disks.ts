import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that does not answer for so long is not waited for: a share whose other end sleeps. */
const PATIENCE_MS = 3000;

/** Where this system shows the disks that are plugged in. */
const MOUNTS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Volumes'],
  linux: ['/mnt', '/media', '/run/media'],
};

/** Every disk but the one of the system, by the folder at which it is seen. */
export async function pluggedDisks(): Promise<string[]> {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const mounts = await Promise.all((MOUNTS[process.platform] ?? []).map(foldersIn));
  // Linux has one more level, a folder for each user.
  const users = process.platform === 'linux' ? await Promise.all(mounts.flat().map(foldersIn)) : [];
  return [...mounts, ...users].flat();
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** What comes of looking at a folder outside; rejects with ETIMEDOUT where it does not answer. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(
      () => failed(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      PATIENCE_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
