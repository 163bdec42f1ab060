import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { addGoneIds, goneIds } from '../store/gone-list.ts';
import { PART, syncFolder } from '../store/durable-file.ts';
import { DATABASE_NAME } from '../store/marker.ts';
import { CopyRefused } from '../store/verified-copy.ts';
import { copyBytes, hashOf } from './copy-bytes.ts';
import { copiesIn, MANIFEST_NAME, ownCopies, parseManifest, placeCopies, sweepParts } from './copy-folder.ts';
import { CopyFailed } from './copy-trouble.ts';
import { tidyCopies } from './tidy-copies.ts';

/** Brings a finished copy of the data folder to a place outside. */
type PutOrder = {
  readonly task: 'put';
  readonly dataFolder: string;
  readonly id: string;
  readonly place: string;
  readonly now: string;
};

/** Slower than this, with enough bytes to tell, is told: 4 MB a second, 8 MB. */
const SLOW_BYTES_A_MS = 4000;
const TELLING_BYTES = 8 * 1024 * 1024;

/**
 * Copies every file of a copy and reads it back: the same bytes as those that were opened and checked. The place itself is never
 * made: a stick that is not there must not become a folder of the disk. Rejects as `makeCopy` does.
 */
export async function putCopy(
  { dataFolder, id, place, now }: PutOrder,
  moved: () => void,
): Promise<{ readonly slow: boolean }> {
  const from = join(ownCopies(dataFolder), id);
  const manifest = parseManifest(readFileSync(join(from, MANIFEST_NAME), 'utf8'));
  if (manifest === null) throw new CopyRefused('the copy has no description');
  if (!existsSync(place)) throw new CopyFailed('gone', place);
  const into = placeCopies(place);
  const found = await copiesIn(into);
  if (found.length > 0 && !found.some((copy) => copy.manifest.office.id === manifest.office.id))
    throw new CopyFailed('other-office', into);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  // Before the copy: an older one that lies here must bring nobody back, on whatever PC.
  addGoneIds(into, goneIds(dataFolder));
  if (existsSync(join(into, id))) return { slow: false };
  sweepParts(into);
  const { bavail, bsize } = statfsSync(into);
  if (bavail * bsize < manifest.bytes) throw new CopyFailed('full', `${bavail * bsize} bytes are free`);
  const part = join(into, `${id}${PART}`);
  const started = performance.now();
  try {
    mkdirSync(part, { mode: 0o700 });
    // The description last: without it there is no copy.
    const names = readdirSync(from).sort((a, b) => Number(a === MANIFEST_NAME) - Number(b === MANIFEST_NAME));
    for (const name of names) await copyBytes(join(from, name), join(part, name), { moved });
    const took = performance.now() - started;
    const copied = join(part, DATABASE_NAME);
    if (statSync(copied).size !== manifest.bytes || (await hashOf(copied, moved)) !== manifest.sha256)
      throw new CopyRefused('the place gives back other bytes');
    renameSync(part, join(into, id));
    syncFolder(into);
    await tidyCopies(into, manifest, now);
    return { slow: manifest.bytes > TELLING_BYTES && manifest.bytes / took < SLOW_BYTES_A_MS };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}
