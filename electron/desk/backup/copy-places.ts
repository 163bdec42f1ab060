import { stat } from 'node:fs/promises';
import type { Copy, CopyPlace } from '#shared/contract/backup.ts';
import type { CopyTrouble } from '#shared/contract/backup-words.ts';
import { copiesIn, freeBytesOf, ownCopies, placeCopies, type FoundCopy } from './copy-folder.ts';
import { copyFailed } from './copy-trouble.ts';

/** A folder that does not answer for so long is not waited for: a share whose other end sleeps. */
const PATIENCE_MS = 3000;

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

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(
      () => failed(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      PATIENCE_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
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
    trouble: trouble ?? (isOthers ? 'other-office' : known),
    freeBytes: trouble === null ? await inTime(freeBytesOf(place.folder)).catch(() => null) : null,
  };
}

async function isSameDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  return first.dev === second.dev;
}

/**
 * Copies by their id, newest first; one that lies in several places names all. `issued` is how many tickets there are now, where
 * that is known; `office` leaves out those of others.
 */
export function listed(looked: readonly Looked[], office: string | null, issued: number | null): Copy[] {
  const byId = new Map<string, FoundCopy[]>();
  for (const copy of looked.flatMap(({ found }) => found)) {
    if (office !== null && copy.manifest.office.id !== office) continue;
    byId.set(copy.manifest.id, [...(byId.get(copy.manifest.id) ?? []), copy]);
  }
  return [...byId.values()]
    .flatMap((same): Copy[] => {
      const best = same.findLast(({ whole }) => whole) ?? same.at(-1);
      if (best === undefined) return [];
      const { manifest } = best;
      return [
        {
          id: manifest.id,
          place: best.folder,
          places: same.map(({ folder }) => folder),
          at: manifest.at,
          events: manifest.events,
          tickets: manifest.tickets,
          ticketsAfter: issued === null ? null : Math.max(0, issued - manifest.tickets),
          businessDay: manifest.businessDay,
          bytes: manifest.bytes,
          verified: best.whole,
        },
      ];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
