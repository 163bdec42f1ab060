import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { copiesToKeep, isLeftOver } from '#shared/domain/backup/keep-copies.ts';
import { copiesIn, freeBytesOf } from './copy-folder.ts';

/** Copies may take half of what a place has room for. */
const SHARE = 2;

/** Removes the copies of an office that the rule of keeping lets go after one was `made`, and what was long ago replaced by one. `now` is an instant. */
export async function tidyCopies(folder: string, office: string, now: string, made: string): Promise<void> {
  const own = (await copiesIn(folder)).filter((copy) => copy.manifest.office.id === office && copy.whole);
  const taken = own.reduce((sum, { manifest }) => sum + manifest.bytes, 0);
  const budget = (((await freeBytesOf(folder)) ?? Infinity) + taken) / SHARE;
  const kept = copiesToKeep(
    own.map(({ manifest }) => manifest),
    now,
    budget,
    made,
  );
  for (const copy of own)
    if (!kept.has(copy.manifest.id)) await rm(copy.folder, { recursive: true, force: true });
  for (const name of await readdir(folder))
    if (isLeftOver(name, localDay(now))) await rm(join(folder, name), { recursive: true, force: true });
}
