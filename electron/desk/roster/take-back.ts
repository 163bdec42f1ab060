import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officeId } from '../store/rows/office-row.ts';
import {
  changeMember,
  dropMember,
  endRoster,
  memberRows,
  putBackMember,
  rosterRow,
  saveRoster,
  setPurged,
  type MemberRow,
  type RosterRow,
} from '../store/rows/roster-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { countFacts } from './standing.ts';

/** What the last list of a roster did. It names people who left, so it lives in memory alone. */
type Import = {
  /** The roster as it stood; undefined where the list began it. */
  readonly before: RosterRow | undefined;
  readonly added: readonly string[];
  /** People as they were before the list changed them or took them off. */
  readonly changed: readonly MemberRow[];
  readonly left: readonly MemberRow[];
};

const mostImports = 3;
const kept = new WeakMap<ReadableStore, Map<string, KeptImport>>();

/** With how much the desk knew of its people then: more of it means that somebody came. */
type KeptImport = Import & { readonly facts: number };

const factsOf = (store: ReadableStore, office: string, rosterId: string, list: Import): number =>
  countFacts(store, office, rosterId, new Set([...list.added, ...list.changed.map(({ id }) => id)]));

function importsOf(store: ReadableStore): Map<string, KeptImport> {
  const imports = kept.get(store.reader) ?? new Map<string, KeptImport>();
  kept.set(store.reader, imports);
  return imports;
}

/** Keeps what a list did to a roster; of the lists before, only the newest of other rosters stay. */
export function keepImport(store: ReadableStore, office: string, rosterId: string, done: Import): void {
  const imports = importsOf(store);
  imports.delete(rosterId);
  imports.set(rosterId, { ...done, facts: factsOf(store, office, rosterId, done) });
  for (const old of [...imports.keys()].slice(0, -mostImports)) imports.delete(old);
}

/** Somebody worked on with the roster, or its names went: its last list stays. */
export function settleImport(store: ReadableStore, rosterId: string): void {
  importsOf(store).delete(rosterId);
}

/** Somebody was erased, who may have left by any of the lists. */
export function settleImports(store: ReadableStore): void {
  kept.delete(store.reader);
}

/** The last list of a roster, as long as nobody worked on with it and nobody of its people came since; else undefined. */
export function lastImport(store: ReadableStore, office: string, rosterId: string): Import | undefined {
  const done = importsOf(store).get(rosterId);
  return done === undefined || factsOf(store, office, rosterId, done) !== done.facts ? undefined : done;
}

/** Takes the last list of a roster back (`roster.take-back`): all of it, or refuses with `import-settled`. */
export function takeBackImport(
  call: CommandCall,
  { rosterId }: { readonly rosterId: string },
): { rosterId: string; added: number; changed: number; left: number } {
  const { store, at, append } = call;
  const office = officeId(store);
  const now = rosterRow(store, rosterId);
  if (now === undefined) throw new Refusal({ code: 'unknown-roster' });
  const done = lastImport(store, office, rosterId);
  if (done === undefined) throw new Refusal({ code: 'import-settled' });
  const { before, added, changed, left } = done;
  for (const id of added) dropMember(store, id);
  for (const row of changed) changeMember(store, row.id, row);
  for (const row of left) putBackMember(store, row);
  const today = localDay(at);
  const { file_name, imported_on } = before ?? now;
  if (before !== undefined) saveRoster(store, office, { ...now, file_name, imported_on, used_on: today });
  else if (memberRows(store, office, rosterId).length === 0) {
    endRoster(store, rosterId, today);
    setPurged(store, rosterId);
  }
  settleImport(store, rosterId);
  const figures = { added: added.length, changed: changed.length, left: left.length };
  append({ name: 'roster.taken-back', data: { rosterId, ...figures } });
  return { rosterId, ...figures };
}
