import type { ReadableStore, WritableStore } from '../store.ts';

/** Adds a counter after the others. */
export function addCounterRow(store: WritableStore, office: string, id: string, name: string): void {
  store
    .prepare<[string, string, string, string]>(
      'INSERT INTO counter (id, office_id, name, position) VALUES (?, ?, ?, (SELECT count(*) FROM counter WHERE office_id = ?))',
    )
    .run(id, office, name, office);
}

/** Gives a counter another name. */
export function renameCounter(store: WritableStore, id: string, name: string): void {
  store.prepare<[string, string]>('UPDATE counter SET name = ? WHERE id = ?').run(name, id);
}

/** Switches a counter on or off. */
export function setCounterActive(store: WritableStore, id: string, active: boolean): void {
  store.prepare<[number, string]>('UPDATE counter SET active = ? WHERE id = ?').run(active ? 1 : 0, id);
}

/** Keeps how many priority calls a counter has made since its last ordinary one. */
export function setPriorityRun(store: WritableStore, id: string, run: number): void {
  store.prepare<[number, string]>('UPDATE counter SET priority_run = ? WHERE id = ?').run(run, id);
}

/** Begins the priority runs of all counters anew, as on the morning of a day. */
export function resetPriorityRuns(store: WritableStore, office: string): void {
  store.prepare<[string]>('UPDATE counter SET priority_run = 0 WHERE office_id = ?').run(office);
}

/** Sets the series that a counter calls alone; none for all of them. */
export function setCounterSeries(store: WritableStore, id: string, series: Iterable<string>): void {
  store.prepare<[string]>('DELETE FROM counter_series WHERE counter_id = ?').run(id);
  const add = store.prepare<[string, string]>(
    'INSERT INTO counter_series (counter_id, series_id) VALUES (?, ?)',
  );
  for (const one of series) add.run(id, one);
}

/** The name of a counter; undefined where there is none. */
export function counterName(store: ReadableStore, id: string): string | undefined {
  return store.prepare<[string], { name: string }>('SELECT name FROM counter WHERE id = ?').get(id)?.name;
}

/** Adds a counter of a team, switched off here: by its name, and that of the team where another counter has it. */
export function addAwayCounter(
  store: WritableStore,
  office: string,
  { id, name }: { readonly id: string; readonly name: string },
  team: string,
): void {
  const isTaken =
    store
      .prepare<[string, string]>('SELECT 1 FROM counter WHERE office_id = ? AND name = ?')
      .get(office, name) !== undefined;
  addCounterRow(store, office, id, isTaken ? `${name} (${team})` : name);
  setCounterActive(store, id, false);
}
