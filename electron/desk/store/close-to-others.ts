import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Nobody but the user of this PC reads the folder of the data and the program's own files in it, whose names begin with `own`. A file
 * system without owners, such as that of a stick, a folder of somebody else and one for everybody (`/tmp`) are left as they are; on
 * Windows the folder of the user is closed already.
 */
export function closeToOthers(folder: string, own: string): void {
  if (process.platform === 'win32') return;
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(own)) : [];
  for (const [path, mode] of [
    [folder, 0o700],
    ...names.map((name) => [join(folder, name), 0o600] as const),
  ] as const) {
    try {
      const found = statSync(path);
      const isOpen = (found.mode & 0o077) !== 0 && (found.mode & 0o1000) === 0;
      if (isOpen && (path === folder || found.isFile())) chmodSync(path, mode);
    } catch {
      // What cannot be closed stays open: the program works all the same.
    }
  }
}
