import type { RulePack } from '#shared/rules/pack-schema.ts';
import { readPack, type PackOverride } from '#shared/rules/packs.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type OverrideRow = { path: string; value: string; officer: string; at: string; why: string };

/** The office's own values over a pack. */
export function overridesOf(store: ReadableStore, office: string, packId: string): PackOverride[] {
  return store
    .prepare<[string, string], OverrideRow>(
      'SELECT path, value, officer, at, why FROM rule_override WHERE office_id = ? AND pack_id = ? ORDER BY path',
    )
    .all(office, packId)
    .map((row) => ({
      path: row.path,
      value: JSON.parse(row.value),
      by: row.officer,
      at: row.at,
      why: row.why,
    }));
}

/** The newest imported version of each pack; a text that no longer reads is left out and the shipped pack stands. */
export function importedPacks(store: ReadableStore, office: string): RulePack[] {
  const rows = store
    .prepare<[string], { pack: string }>(
      `SELECT p.pack FROM rule_pack p WHERE p.office_id = ?
       AND NOT EXISTS (SELECT 1 FROM rule_pack n WHERE n.office_id = p.office_id AND n.id = p.id AND n.version > p.version)`,
    )
    .all(office);
  return rows.flatMap((row) => {
    const reading = readPack(JSON.parse(row.pack));
    return reading.ok ? [reading.pack] : [];
  });
}

/** Another text whenever an imported pack or a value of the office's own changed. */
export function rulesStamp(store: ReadableStore, office: string): string {
  const stamp = store
    .prepare<[string, string], { key: string }>(
      `SELECT (SELECT count(*) || coalesce(group_concat(pack_id || path || at || value), '') FROM rule_override WHERE office_id = ?)
         || (SELECT count(*) FROM rule_pack WHERE office_id = ?) AS key`,
    )
    .get(office, office);
  return stamp?.key ?? '';
}

/** Whether the office has imported a pack of this id. */
export function isImported(store: ReadableStore, office: string, id: string): boolean {
  const row = store
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM rule_pack WHERE office_id = ? AND id = ? LIMIT 1',
    )
    .get(office, id);
  return row !== undefined;
}

/** Keeps the office's own value over one of a pack. */
export function setOverrideRow(
  store: WritableStore,
  office: string,
  packId: string,
  override: PackOverride,
): void {
  store
    .prepare<string[]>(
      `INSERT INTO rule_override (office_id, pack_id, path, value, officer, at, why) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, officer = excluded.officer, at = excluded.at, why = excluded.why`,
    )
    .run(
      office,
      packId,
      override.path,
      JSON.stringify(override.value),
      override.by,
      override.at,
      override.why,
    );
}

/** Gives a value back to its pack. */
export function removeOverride(store: WritableStore, office: string, packId: string, path: string): void {
  store
    .prepare<[string, string, string]>(
      'DELETE FROM rule_override WHERE office_id = ? AND pack_id = ? AND path = ?',
    )
    .run(office, packId, path);
}

/** Keeps an imported pack beside its earlier versions. */
export function addPack(store: WritableStore, office: string, pack: RulePack, at: string): void {
  store
    .prepare<(string | number)[]>(
      'INSERT INTO rule_pack (office_id, id, version, pack, imported_at) VALUES (?, ?, ?, ?, ?)',
    )
    .run(office, pack.id, pack.version, JSON.stringify(pack), at);
}
