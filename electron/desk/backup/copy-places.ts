import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Copy, CopyPlace } from '#shared/contract/backup.ts';
import type { CopyTrouble } from '#shared/contract/backup-words.ts';
import type { Given } from '../store/restore-steps.ts';
import {
  copiesIn,
  freeBytesOf,
  ownCopies,
  placeCopies,
  type FoundCopy,
  type Manifest,
} from './copy-folder.ts';
import { inTime } from '../plugged-disks.ts';
import { copyFailed } from './copy-trouble.ts';

type Place = { readonly folder: string; readonly outside: boolean };

/** The data folder's own copies, then the places outside. */
export function placesOf(dataFolder: string, outside: readonly string[]): Place[] {
  return [{ folder: dataFolder, outside: false }, ...outside.map((folder) => ({ folder, outside: true }))];
}

type Looked = { readonly found: readonly FoundCopy[]; readonly trouble: CopyTrouble | null };

/** What lies in a place now. */
export async function lookAt({ folder, outside }: Place): Promise<Looked> {
  try {
    const look = async (): Promise<Looked> => {
      await stat(folder);
      return { found: await copiesIn(outside ? placeCopies(folder) : ownCopies(folder)), trouble: null };
    };
    return await inTime(look());
  } catch (error) {
    return { found: [], trouble: copyFailed(error).trouble };
  }
}

/** The copies in a folder that an officer names: a place, its folder of copies, a data folder, or the disk that holds one of these. */
export async function lookUnder(folder: string): Promise<Looked> {
  try {
    return await inTime(
      (async () => {
        const within = (await readdir(folder, { withFileTypes: true }))
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => join(folder, name));
        const found = await Promise.all(
          [folder, ...within].flatMap((one) => [
            copiesIn(one).catch(() => []),
            copiesIn(placeCopies(one)).catch(() => []),
          ]),
        );
        const byFolder = new Map(found.flat().map((copy) => [copy.folder, copy]));
        return { found: [...byFolder.values()], trouble: null };
      })(),
    );
  } catch (error) {
    return { found: [], trouble: copyFailed(error).trouble };
  }
}

/** How it stands with a place; `known` is what stopped the last copy that was brought there. */
export async function placeState(
  place: Place,
  dataFolder: string,
  office: string | null,
  known: CopyTrouble | null,
): Promise<CopyPlace> {
  const { found, trouble } = await lookAt(place);
  const own = found.filter(({ manifest }) => manifest.office.id === office);
  const isOthers = found.length > 0 && own.length === 0;
  return {
    ...place,
    sameDisk: trouble === null && (await inTime(isSameDisk(place.folder, dataFolder)).catch(() => false)),
    newest: own.find(({ whole }) => whole)?.manifest.at ?? null,
    copies: own.length,
    plain: own.filter(({ manifest }) => manifest.cipher === null).length,
    trouble: trouble ?? (isOthers ? 'other-office' : known),
    freeBytes: trouble === null ? await inTime(freeBytesOf(place.folder)).catch(() => null) : null,
  };
}

async function isSameDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  return first.dev === second.dev;
}

/** What is known of the tickets that were given: how many there are, or the last word of a desk that is not open; null: nothing. */
export type Known =
  | number
  | { readonly office: string; readonly event: number; readonly given: Given }
  | null;

/** Copies by their id, newest first; one that lies in several places names all. `office` leaves out those of others. */
export function listed(looked: readonly Looked[], office: string | null, known: Known): Copy[] {
  const byId = new Map<string, FoundCopy[]>();
  for (const copy of looked.flatMap(({ found }) => found)) {
    if (office !== null && copy.manifest.office.id !== office) continue;
    byId.set(copy.manifest.id, [...(byId.get(copy.manifest.id) ?? []), copy]);
  }
  const all = [...byId.values()].flatMap((same) => {
    const best = same.findLast(({ whole }) => whole) ?? same.at(-1);
    return best === undefined ? [] : [{ best, same }];
  });
  return all
    .map(({ best: { folder, manifest, whole }, same }): Copy => ({
      id: manifest.id,
      office: manifest.office.name,
      place: folder,
      places: same.map((one) => one.folder),
      at: manifest.at,
      events: manifest.events,
      tickets: manifest.tickets,
      ...ticketsAfter(
        manifest,
        all.map(({ best }) => best.manifest),
        known,
      ),
      businessDay: manifest.businessDay,
      bytes: manifest.bytes,
      encrypted: manifest.cipher !== null,
      verified: whole,
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** How many tickets were given after a copy: by the desk itself, or by the newest copy of its office and the last word. */
function ticketsAfter(
  copy: Manifest,
  all: readonly Manifest[],
  known: Known,
): Pick<Copy, 'ticketsAfter' | 'moreAfter'> {
  if (typeof known === 'number') return { ticketsAfter: Math.max(0, known - copy.tickets) };
  const newest = all.reduce(
    (latest, one) => (one.office.id === copy.office.id && one.events > latest.events ? one : latest),
    copy,
  );
  const between = Math.max(0, newest.tickets - copy.tickets);
  if (known === null || known.office !== copy.office.id || known.event < newest.events)
    return between === 0 ? { ticketsAfter: null } : { ticketsAfter: between, moreAfter: true };
  const { day, numbers } = known.given;
  const isSameDay = day === newest.businessDay;
  const beyond = Object.entries(numbers).reduce(
    (sum, [letter, last]) => sum + Math.max(0, last - (isSameDay ? (newest.numbers[letter] ?? 0) : 0)),
    0,
  );
  return { ticketsAfter: between + beyond };
}
