import { newId } from '../../new-id.ts';
import type { Series } from '#shared/contract/office.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type SeriesRow = { id: string; letter: string; name: string; procedures: string | null };

/** The series of which this desk gives numbers, in their order: those of its teams are not among them. */
export function readSeries(store: ReadableStore, office: string): Series[] {
  return store
    .prepare<[string], SeriesRow>(
      `SELECT s.id, s.letter, s.name,
              (SELECT group_concat(p.procedure, ' ') FROM series_procedure p WHERE p.series_id = s.id) AS procedures
       FROM series s WHERE s.office_id = ? AND s.id NOT IN (SELECT series_id FROM team) ORDER BY s.position`,
    )
    .all(office)
    .map((row) => ({
      id: row.id,
      letter: row.letter,
      name: row.name,
      procedures: (row.procedures ?? '').split(' ').filter(Boolean) as Series['procedures'],
    }));
}

/** Adds a series with an id of its own, as a team's desk and its home know it by. */
export function addSeries(
  store: WritableStore,
  office: string,
  series: { readonly id: string; readonly letter: string; readonly name: string },
): void {
  store
    .prepare<string[]>(
      'INSERT INTO series (id, office_id, letter, name, position) VALUES (?, ?, ?, ?, (SELECT count(*) FROM series WHERE office_id = ?))',
    )
    .run(series.id, office, series.letter, series.name, office);
}

/** Names a series, a new one after the others; where procedures are given they replace those it had. */
export function saveSeries(
  store: WritableStore,
  office: string,
  series: {
    readonly letter: string;
    readonly name: string;
    readonly procedures?: readonly string[] | undefined;
  },
): void {
  const saved = store
    .prepare<[string, string, string, string, string], { id: string }>(
      `INSERT INTO series (id, office_id, letter, name, position) VALUES (?, ?, ?, ?, (SELECT count(*) FROM series WHERE office_id = ?))
       ON CONFLICT (office_id, letter) DO UPDATE SET name = excluded.name RETURNING id`,
    )
    .get(newId(), office, series.letter, series.name, office);
  if (series.procedures === undefined || saved === undefined) return;
  store.prepare<[string]>('DELETE FROM series_procedure WHERE series_id = ?').run(saved.id);
  const add = store.prepare<[string, string]>(
    'INSERT INTO series_procedure (series_id, procedure) VALUES (?, ?)',
  );
  for (const procedure of new Set(series.procedures)) add.run(saved.id, procedure);
}

/** The last number that each series has given on a day, by its letter. */
export function lastNumbers(store: ReadableStore, day: string): Readonly<Record<string, number>> {
  const rows = store
    .prepare<[string], { letter: string; number: number }>(
      'SELECT s.letter, d.last_number AS number FROM series_day d JOIN series s ON s.id = d.series_id WHERE d.day = ?',
    )
    .all(day);
  return Object.fromEntries(rows.map(({ letter, number }) => [letter, number]));
}
