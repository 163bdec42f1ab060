import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, type DataKey } from '../store/cipher.ts';
import { addGoneIds, goneIds } from '../store/gone-list.ts';
import { PART, syncFolder, writeWhole } from '../store/durable-file.ts';
import { CHAIN_START } from '../store/event-chain.ts';
import { DATA_KEY_NAME, DATABASE_NAME, MARKER_NAME, readMarker } from '../store/marker.ts';
import { RESTORING } from '../store/restore-steps.ts';
import { CopyRefused } from '../store/verified-copy.ts';
import { copyBytes, hashOf } from './copy-bytes.ts';
import { MANIFEST_NAME, parseManifest, type Manifest } from './copy-folder.ts';
import { assertCopyHolds } from './make-copy.ts';

/** Brings a copy into the data folder, beside the database, ready to take its place. */
type FetchOrder = {
  readonly task: 'fetch';
  readonly from: string;
  readonly dataFolder: string;
  readonly key: DataKey | null;
  /** The text of the key file to lie beside it, where the desk has a newer one of the same key. */
  readonly keyFile: string | null;
};

/** Checked as it was when it was made, from the first event on. Rejects as `makeCopy` does. */
export async function fetchCopy(
  { from, dataFolder, key, keyFile }: FetchOrder,
  moved: () => void,
): Promise<Manifest> {
  const manifest = parseManifest(readFileSync(join(from, MANIFEST_NAME), 'utf8'));
  if (manifest === null) throw new CopyRefused('the copy has no description');
  const ready = join(dataFolder, RESTORING);
  const part = `${ready}${PART}`;
  rmSync(part, { recursive: true, force: true });
  rmSync(ready, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    for (const name of readdirSync(from))
      if (name !== MANIFEST_NAME) await copyBytes(join(from, name), join(part, name), { moved });
    const copy = join(part, DATABASE_NAME);
    if ((await hashOf(copy, moved)) !== manifest.sha256) throw new CopyRefused('the copy has changed');
    const database = openDatabase(copy, key, { fileMustExist: true });
    try {
      const tickets = assertCopyHolds(database, { manifest, from: CHAIN_START, deep: false }, moved);
      if (tickets !== manifest.tickets) throw new CopyRefused(`${tickets} tickets of ${manifest.tickets}`);
    } finally {
      database.close();
    }
    if (keyFile !== null) writeWhole(join(part, DATA_KEY_NAME), keyFile);
    const marker = readMarker(join(part, MARKER_NAME));
    if (marker === null || marker === 'unreadable') throw new CopyRefused('the copy has no marker');
    // It is put here by somebody's word: this folder is its home.
    writeWhole(join(part, MARKER_NAME), `${JSON.stringify({ ...marker, home: null }, null, 2)}\n`);
    addGoneIds(dataFolder, goneIds(dirname(from)));
    renameSync(part, ready);
    syncFolder(dataFolder);
    return manifest;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}
