import Database from 'better-sqlite3';
import type { StartUpReason } from '#shared/contract/problem.ts';
import type { StoreFaultKind } from './store.ts';

const exact: Readonly<Record<string, StoreFaultKind>> = {
  // The disk answers, but not with what was written there.
  SQLITE_IOERR_CORRUPTFS: 'corrupted',
  SQLITE_IOERR_DATA: 'corrupted',
  SQLITE_IOERR_READ: 'corrupted',
  SQLITE_IOERR_SHORT_READ: 'corrupted',
  SQLITE_IOERR_LOCK: 'busy',
  SQLITE_IOERR_RDLOCK: 'busy',
  SQLITE_IOERR_BLOCKED: 'busy',
};

const byFamily: Readonly<Record<string, StoreFaultKind>> = {
  // The disk does not take what is written, or lets nothing be done with it: it fails.
  SQLITE_IOERR: 'failing',
  SQLITE_CORRUPT: 'corrupted',
  SQLITE_NOTADB: 'corrupted',
  SQLITE_READONLY: 'readonly',
  SQLITE_CANTOPEN: 'readonly',
  SQLITE_PERM: 'readonly',
  SQLITE_FULL: 'full',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
};

/** The kind of a driver's error, by its code; `null` for anything the driver did not throw. */
export function faultKind(error: unknown): StoreFaultKind | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const family = error.code.split('_', 2).join('_');
  return exact[error.code] ?? byFamily[family] ?? 'logic';
}

const reasonOfFault: Readonly<Record<StoreFaultKind, StartUpReason>> = {
  corrupted: 'corrupted',
  failing: 'failing',
  readonly: 'readonly',
  full: 'full',
  busy: 'locked',
  logic: 'unknown',
};

const reasonOfFile: Readonly<Record<string, StartUpReason>> = {
  EACCES: 'readonly',
  EPERM: 'readonly',
  EROFS: 'readonly',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'locked',
  EIO: 'failing',
};

/** Why an error of the driver or of the file system keeps the desk from opening. */
export function startUpReason(error: unknown): StartUpReason {
  const kind = faultKind(error);
  if (kind !== null) return reasonOfFault[kind];
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasonOfFile[code] ?? 'unknown';
}

/** What an error says of itself, for whoever helps. */
export function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return error.message.startsWith(code) ? error.message : `${code}${error.message}`;
}
