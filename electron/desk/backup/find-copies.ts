import { join } from 'node:path';
import type { Output } from '#shared/contract/desk-contract.ts';
import { pluggedDisks } from '../plugged-disks.ts';
import { lookUnder } from './copy-places.ts';

/** The disks on which copies lie, of this office where it is known, the newest copy first. */
export async function findCopies(
  office: string | null,
  disks: () => Promise<string[]> = pluggedDisks,
): Promise<Output<'backup.find'>> {
  const looked = await Promise.all(
    (await disks()).map(async (folder) => ({ folder, found: (await lookUnder(folder)).found })),
  );
  const places = looked.flatMap(({ folder, found }) => {
    const own = found.filter(({ manifest, whole }) => whole && office === (office && manifest.office.id));
    const newest = own
      .map(({ manifest }) => manifest.at)
      .sort()
      .at(-1);
    if (newest === undefined) return [];
    const offices = [...new Set(own.map(({ manifest }) => manifest.office.name))];
    return [{ folder, offices, copies: new Set(own.map(({ manifest }) => manifest.id)).size, newest }];
  });
  // A disk that is seen at two levels is one.
  return places
    .filter(
      ({ folder }) =>
        !places.some((other) => other.folder !== folder && other.folder.startsWith(join(folder, '/'))),
    )
    .sort((a, b) => b.newest.localeCompare(a.newest));
}
