import { readdirSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { copiesToKeep, isLeftOver } from '#shared/domain/backup/keep-copies.ts';
import { isPlain } from '../store/file-identity.ts';
import { DATABASE_NAME, MARKER_NAME, readMarker } from '../store/marker.ts';
import { copiesIn, freeBytesOf, type Manifest } from './copy-folder.ts';

/** Copies may take half of what a place has room for. */
const SHARE = 2;

/**
 * Removes the copies of an office that the rule of keeping lets go after one was `made`, what was long ago replaced by one, and after an
 * enciphered one all that are plain: what they hold lies open. `now` is an instant.
 */
export async function tidyCopies(folder: string, made: Manifest, now: string): Promise<void> {
  const all = (await copiesIn(folder)).filter((copy) => copy.manifest.office.id === made.office.id);
  const plain = all.filter(({ manifest }) => made.cipher !== null && manifest.cipher === null);
  for (const copy of plain) await rm(copy.folder, { recursive: true, force: true });
  const own = all.filter((copy) => copy.whole && !plain.includes(copy));
  const taken = own.reduce((sum, { manifest }) => sum + manifest.bytes, 0);
  const budget = (((await freeBytesOf(folder)) ?? Infinity) + taken) / SHARE;
  const kept = copiesToKeep(
    own.map(({ manifest }) => manifest),
    now,
    budget,
    made.id,
  );
  for (const copy of own)
    if (!kept.has(copy.manifest.id)) await rm(copy.folder, { recursive: true, force: true });
  for (const name of await readdir(folder))
    if (isLeftOver(name, localDay(now))) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Removes every plain database of an office that lies among the copies of the data folder: those before a schema, those put aside.
 * What names another office stays: nobody has an enciphered copy of it.
 */
export function removePlain(copies: string, office: string): void {
  for (const entry of readdirSync(copies, { withFileTypes: true })) {
    const path = join(copies, entry.name);
    const marker = entry.isDirectory() ? readMarker(join(path, MARKER_NAME)) : null;
    const named = marker === 'unreadable' ? null : (marker?.officeId ?? null);
    if (named !== null && named !== office) continue;
    if (isPlain(entry.isDirectory() ? join(path, DATABASE_NAME) : path))
      rmSync(path, { recursive: true, force: true });
  }
}
