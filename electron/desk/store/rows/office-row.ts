import { openPauses } from './counter-pause-row.ts';
import { ownOfficeSettings, type OwnOfficeSettings } from '#shared/domain/office/settings.ts';
import type { Counter, Office } from '#shared/contract/office.ts';
import { defaultSettings } from '#shared/domain/office/default-settings.ts';
import type { CallingCounter } from '#shared/domain/queue/people-ahead.ts';
import { Refusal } from '../../refusal.ts';
import type { ReadableStore, WritableStore } from '../store.ts';
import { readSeries } from './series-row.ts';

type OfficeRow = { id: string; name: string; code: string; receiving_level: string; training: number };
type CounterRow = { id: string; name: string; active: number; priority_run: number };

/** The one office of this database; undefined before the first-run guide is done. */
export function officeRow(store: ReadableStore): OfficeRow | undefined {
  return store
    .prepare<[], OfficeRow>('SELECT id, name, code, receiving_level, training FROM office LIMIT 1')
    .get();
}

/** The identity of the office; refuses with `not-set-up` before the first-run guide is done. */
export function officeId(store: ReadableStore): string {
  const row = store.prepare<[], { id: string }>('SELECT id FROM office LIMIT 1').get();
  if (row === undefined) throw new Refusal({ code: 'not-set-up' });
  return row.id;
}

const keptSettings = new WeakMap<
  ReadableStore,
  { readonly stored: string; readonly settings: OwnOfficeSettings }
>();

/**
 * The settings in force: the defaults with the office's own values over them. Reading them costs more than the rest of a
 * call, so the result is kept until a stored value changes; callers must not change it.
 */
export function readSettings(store: ReadableStore, office: string): OwnOfficeSettings {
  const rows = store
    .prepare<[string], { key: string; value: string }>('SELECT key, value FROM setting WHERE office_id = ?')
    .all(office);
  const stored = JSON.stringify(rows);
  const kept = keptSettings.get(store.reader);
  if (kept?.stored === stored) return kept.settings;
  const own: Record<string, unknown> = {};
  for (const row of rows) own[row.key] = JSON.parse(row.value);
  const settings = ownOfficeSettings.parse({ ...defaultSettings, ...own });
  keptSettings.set(store.reader, { stored, settings });
  return settings;
}

function counterRows(store: ReadableStore, office: string): (CounterRow & { readonly series: string[] })[] {
  const own = store
    .prepare<[], { counter_id: string; letter: string }>(
      'SELECT cs.counter_id, s.letter FROM counter_series cs JOIN series s ON s.id = cs.series_id ORDER BY s.letter',
    )
    .all();
  return store
    .prepare<[string], CounterRow>(
      'SELECT id, name, active, priority_run FROM counter WHERE office_id = ? ORDER BY position',
    )
    .all(office)
    .map((row) => ({
      ...row,
      series: own.filter(({ counter_id }) => counter_id === row.id).map(({ letter }) => letter),
    }));
}

/** The office's counters in their order, switched-off ones included. */
export function readCounters(store: ReadableStore, office: string): Counter[] {
  const pauses = openPauses(store);
  return counterRows(store, office).map(({ id, name, active, series }) => {
    const pause = pauses.find(({ counter_id }) => counter_id === id);
    return {
      id,
      name,
      active: active === 1,
      series,
      pause:
        pause === undefined
          ? null
          : { reason: pause.reason, since: pause.started_at, returnsAt: pause.returns_at },
    };
  });
}

/** The counters that are switched on, as the rules of the queue see them. */
export function callingCounters(store: ReadableStore, office: string): CallingCounter[] {
  return counterRows(store, office)
    .filter(({ active }) => active === 1)
    .map(({ id, series, priority_run: run }) => ({ id, series, run }));
}

/** The office without what belongs to a PC; null before it is set up. */
type OwnOffice = Omit<Office, 'settings'> & { readonly settings: OwnOfficeSettings };

/** The whole office, or null before it is set up. */
export function readOffice(store: ReadableStore): OwnOffice | null {
  const row = officeRow(store);
  if (row === undefined) return null;
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    receivingLevel: row.receiving_level,
    training: row.training === 1,
    settings: readSettings(store, row.id),
    counters: readCounters(store, row.id),
    series: readSeries(store, row.id),
  };
}

/** Adds the one office. */
export function addOffice(
  store: WritableStore,
  office: {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly receivingLevel: string;
    readonly training: boolean;
    readonly at: string;
  },
): void {
  store
    .prepare<[string, string, string, string, number, string]>(
      'INSERT INTO office (id, name, code, receiving_level, training, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(office.id, office.name, office.code, office.receivingLevel, office.training ? 1 : 0, office.at);
}

/** Sets the lines of the office that are given. */
export function changeOffice(
  store: WritableStore,
  id: string,
  change: { readonly [K in 'name' | 'code' | 'receivingLevel']?: string | undefined },
): void {
  store
    .prepare<(string | null)[]>(
      'UPDATE office SET name = coalesce(?, name), code = coalesce(?, code), receiving_level = coalesce(?, receiving_level) WHERE id = ?',
    )
    .run(change.name ?? null, change.code ?? null, change.receivingLevel ?? null, id);
}

/** Keeps one of the office's own values under its key. */
export function saveSetting(store: WritableStore, office: string, key: string, value: unknown): void {
  store
    .prepare<[string, string, string]>(
      'INSERT INTO setting (office_id, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    )
    .run(office, key, JSON.stringify(value));
}
