import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { CopySettings } from '#shared/contract/backup.ts';
import { Refusal } from '../refusal.ts';
import { writeWhole } from '../store/durable-file.ts';

/** Beside the database and not in it: where the copies lie must be known when the database is lost. */
const SETTINGS_NAME = 'desk.copies.json';

const usualSettings: CopySettings = { places: [], minutes: 15 };

const stored = z.object({ places: z.array(z.string()), minutes: z.int() });

/** The settings of a data folder; the usual ones where none were saved or can be read. */
export function readCopySettings(dataFolder: string): CopySettings {
  try {
    return stored.parse(JSON.parse(readFileSync(join(dataFolder, SETTINGS_NAME), 'utf8')));
  } catch {
    return usualSettings;
  }
}

/** Saves them. Throws the file system's error; refuses a new place that cannot hold copies. */
export function saveCopySettings(dataFolder: string, settings: CopySettings): CopySettings {
  const known = readCopySettings(dataFolder).places;
  const places = [...new Set(settings.places.map((place) => resolve(place)))];
  for (const place of settings.places) if (!isAbsolute(place)) throw noPlace('not-absolute');
  // A place that was saved before may be out of reach today: its stick is elsewhere.
  for (const place of places) if (!known.includes(place)) assertPlace(place, dataFolder);
  const saved = { ...settings, places };
  writeWhole(join(dataFolder, SETTINGS_NAME), `${JSON.stringify(saved, null, 2)}\n`);
  return saved;
}

/** Makes at most the last folder of a path: more would not be a place that somebody sees in front of him. */
function assertPlace(place: string, dataFolder: string): void {
  const way = relative(resolve(dataFolder), place);
  if (way === '' || !(way.startsWith('..') || isAbsolute(way))) throw noPlace('inside-data-folder');
  try {
    if (statSync(place, { throwIfNoEntry: false }) === undefined) mkdirSync(place, { mode: 0o700 });
    const probe = join(place, '.quay-tiep-dan.part');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new Refusal({ code: 'folder-not-writable', folder: place });
  }
}

function noPlace(reason: string): Refusal {
  return new Refusal({ code: 'invalid-input', path: 'places', reason });
}
