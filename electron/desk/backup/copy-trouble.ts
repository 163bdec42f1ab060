import type { CopyTrouble } from '#shared/contract/backup-words.ts';
import { detailOf, faultKind } from '../store/store-fault.ts';
import { CopyRefused } from '../store/verified-copy.ts';

/** A copy that failed, in its own word. */
export class CopyFailed extends Error {
  readonly trouble: CopyTrouble;
  constructor(trouble: CopyTrouble, detail: string) {
    super(detail);
    this.trouble = trouble;
  }
}

const ofFile: Readonly<Record<string, CopyTrouble>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
  ESTALE: 'gone',
  EHOSTDOWN: 'gone',
  ENOTCONN: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
  ETIMEDOUT: 'slow',
};

/** What stopped a copy. */
export function copyFailed(error: unknown): CopyFailed {
  if (error instanceof CopyFailed) return error;
  if (error instanceof CopyRefused) return new CopyFailed('damaged', error.message);
  const fault = faultKind(error);
  if (fault === 'full' || fault === 'readonly') return new CopyFailed(fault, detailOf(error));
  if (fault === 'corrupted') return new CopyFailed('damaged', detailOf(error));
  if (fault === 'failing') return new CopyFailed('gone', detailOf(error));
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new CopyFailed(ofFile[code] ?? 'failed', detailOf(error));
}
