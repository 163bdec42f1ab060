import { rm } from 'node:fs/promises';
import { copiesToKeep } from '#shared/domain/backup/keep-copies.ts';
import { copiesIn, freeBytesOf } from './copy-folder.ts';

/** Copies may take half of what a place has room for. */
const SHARE = 2;

/** Removes the copies of an office that the rule of keeping lets go after one was `made`. `now` is an instant. */
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
}
