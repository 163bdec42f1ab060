import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MARKER_NAME, readMarker, writeMarker } from '#electron/desk/store/marker.ts';
import { openStore } from '#electron/desk/store/open-store.ts';

/** A closed plain desk that is of no office yet. */
let born: string | undefined;

function bornOnce(now: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quay-born-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const opened = openStore({ folder, create: true, now });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  opened.store.close();
  return folder;
}

/**
 * Lays a plain desk of no office into an empty folder, as if it had been made there at `now`: hundreds of tests begin with one, and
 * all migrations take four times as long as the start after them. What lies in the folder already is left alone.
 */
export function bearDesk(folder: string, now: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  born ??= bornOnce(now);
  cpSync(born, folder, { recursive: true });
  const marker = readMarker(join(folder, MARKER_NAME));
  if (marker === null || marker === 'unreadable') throw new Error('the desk was born without a marker');
  writeMarker(join(folder, MARKER_NAME), { ...marker, created: now, home: null });
}
