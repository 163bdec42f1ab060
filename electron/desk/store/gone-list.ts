import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './durable-file.ts';

/**
 * Ids of people who were erased and of devices that were revoked, one a line, beside the database and in each place of copies: a copy
 * that is put back brings none of them back.
 */
const GONE_NAME = 'desk.erased';

const idLine = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids in the list of a folder; lines that are none are passed over. Throws the file system's error where it cannot be read. */
export function goneIds(folder: string): string[] {
  if (folder === '') return [];
  try {
    return readFileSync(join(folder, GONE_NAME), 'utf8')
      .split('\n')
      .filter((line) => idLine.test(line));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Adds ids to the list, on the disk when it returns. Throws the file system's error. */
export function addGoneIds(folder: string, ids: readonly string[]): void {
  if (folder === '' || ids.length === 0) return;
  const all = new Set([...goneIds(folder), ...ids]);
  writeWhole(join(folder, GONE_NAME), [...all, ''].join('\n'));
}
