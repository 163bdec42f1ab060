import type { RecordedUnit } from '#shared/domain/voice/recorded-voice.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** The units in use, or the takes that are not yet. */
type VoiceState = 'used' | 'taken';

export function voiceUnits(store: ReadableStore, office: string, state: VoiceState): string[] {
  return store
    .prepare<[string, number], { unit: string }>(
      'SELECT unit FROM voice_unit WHERE office_id = ? AND used = ? ORDER BY id',
    )
    .all(office, state === 'used' ? 1 : 0)
    .map(({ unit }) => unit);
}

/** A unit without its sound. */
export type VoiceRow = { readonly id: number; readonly unit: string; readonly bytes: number };

export function voiceRows(store: ReadableStore, office: string, state: VoiceState): VoiceRow[] {
  return store
    .prepare<[string, number], VoiceRow>(
      'SELECT id, unit, length(sound) AS bytes FROM voice_unit WHERE office_id = ? AND used = ? ORDER BY id',
    )
    .all(office, state === 'used' ? 1 : 0);
}

/** The sound of a row in base64; empty where there is none. */
export function voiceSound(store: ReadableStore, id: number): string {
  const row = store.prepare<[number], { sound: Buffer }>('SELECT sound FROM voice_unit WHERE id = ?').get(id);
  return Buffer.from(row?.sound ?? '').toString('base64');
}

/** Keeps a unit in place of the one before. */
export function saveVoiceUnit(
  store: WritableStore,
  office: string,
  state: VoiceState,
  { unit, sound }: RecordedUnit,
): void {
  store
    .prepare<[string, string, number, Uint8Array]>(
      'INSERT INTO voice_unit (office_id, unit, used, sound) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET sound = excluded.sound',
    )
    .run(office, unit, state === 'used' ? 1 : 0, Buffer.from(sound, 'base64'));
}

/** The takes take the places of what was in use. */
export function bringTakesIntoUse(store: WritableStore, office: string): void {
  store
    .prepare<[string, string]>(
      `DELETE FROM voice_unit WHERE office_id = ? AND used = 1
       AND unit IN (SELECT unit FROM voice_unit WHERE office_id = ? AND used = 0)`,
    )
    .run(office, office);
  store.prepare<[string]>('UPDATE voice_unit SET used = 1 WHERE office_id = ?').run(office);
}

/** The takes of these units stay, and nothing else. */
export function dropAllBut(store: WritableStore, office: string, units: readonly string[]): void {
  store
    .prepare<[string, string]>(
      'DELETE FROM voice_unit WHERE office_id = ? AND (used = 1 OR unit NOT IN (SELECT value FROM json_each(?)))',
    )
    .run(office, JSON.stringify(units));
}

export function removeVoice(store: WritableStore, office: string): void {
  store.prepare<[string]>('DELETE FROM voice_unit WHERE office_id = ?').run(office);
}
