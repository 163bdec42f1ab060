import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { PART } from './durable-file.ts';
import { freeBytesAt } from './storage-place.ts';
import { faultKind } from './store-fault.ts';
import type { StoreFaultKind } from './store.ts';

const ofFile: Readonly<Record<string, StoreFaultKind>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EIO: 'failing',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
};

/**
 * An error of the driver or of the file system that the desk has words for; `null` for any other. SQLite says of a quota that is used
 * up what it says of a broken disk, so the disk is asked with a small file beside the database.
 */
export function storeProblem(error: unknown, file: string): DeskProblem | null {
  const code = codeOf(error);
  const kind = faultKind(error) ?? ofFile[code] ?? null;
  const asked = kind === 'failing' && code !== 'EIO' ? codeOfWriting(dirname(file)) : code;
  if (kind === 'full' || ofFile[asked] === 'full') return fullDisk(file, asked === 'EDQUOT');
  switch (kind) {
    case 'failing':
      return { code: 'store-failing', file };
    case 'readonly':
      return { code: 'store-readonly', file };
    case 'busy':
      return { code: 'store-busy' };
    case 'corrupted':
      return { code: 'store-corrupted' };
    default:
      return null;
  }
}

/** A disk that takes no more, with what it still has; `quota`: it is the share of this user that is used up. */
export function fullDisk(file: string, quota: boolean): Extract<DeskProblem, { code: 'store-full' }> {
  const freeBytes = freeBytesAt(dirname(file));
  return {
    code: 'store-full',
    file,
    ...(quota ? { quota: true } : {}),
    ...(freeBytes === null ? {} : { freeBytes }),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error of writing a page into a folder; empty where it can be written. */
function codeOfWriting(folder: string): string {
  const probe = join(folder, `desk.probe${PART}`);
  try {
    const handle = openSync(probe, 'w', 0o600);
    try {
      writeSync(handle, Buffer.alloc(4096));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return '';
  } catch (error) {
    return codeOf(error);
  } finally {
    rmSync(probe, { force: true });
  }
}
