import { deviceSettings, type DeviceSettings } from '#shared/domain/office/settings.ts';
import { defaultDevice } from '#shared/domain/office/default-settings.ts';
import type { JoinedKind } from '#shared/contract/lan-words.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type SettingRow = { key: string; value: string };

/** The settings of one PC: the defaults with its own values over them. */
export function readDevice(store: ReadableStore, device: string): DeviceSettings {
  const own: Record<string, unknown> = {};
  for (const { key, value } of store
    .prepare<[string], SettingRow>('SELECT key, value FROM device_setting WHERE device_id = ?')
    .all(device)) {
    own[key] = JSON.parse(value);
  }
  return deviceSettings.parse({ ...defaultDevice, ...own });
}

export function saveDevice(
  store: WritableStore,
  device: string,
  change: { readonly [K in keyof DeviceSettings]?: DeviceSettings[K] | undefined },
): void {
  const save = store.prepare<[string, string, string]>(
    'INSERT INTO device_setting (device_id, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  for (const [key, value] of Object.entries(change)) {
    if (value !== undefined) save.run(device, key, JSON.stringify(value));
  }
}

/** The PCs at which calls are to be read aloud: the waiting room is one, whichever PC has the loudspeaker. */
export function speakingDevices(store: ReadableStore): { id: string; name: string }[] {
  return store
    .prepare<[], { id: string; name: string }>(
      `SELECT d.id, d.name FROM device d JOIN device_setting s ON s.device_id = d.id AND s.key = 'voice' AND s.value ->> '$.on'
       WHERE d.revoked_at IS NULL ORDER BY d.kind <> 'desk', d.created_at, d.id`,
    )
    .all();
}

/** The counter in use at which a PC stands, or null. */
export function deviceCounter(store: ReadableStore, device: string): string | null {
  const row = store
    .prepare<[string], { id: string }>(
      `SELECT c.id FROM device_setting d JOIN counter c ON c.id = d.value ->> '$' AND c.active = 1
       WHERE d.device_id = ? AND d.key = 'counterId'`,
    )
    .get(device);
  return row?.id ?? null;
}

export type DeviceRow = {
  id: string;
  name: string;
  kind: 'desk' | 'tv' | JoinedKind;
  counterId: string | null;
  joinedAt: string;
  lastSeen: string | null;
  revokedAt: string | null;
};

const selectDevices = `SELECT id, name, iif(tv = 1, 'tv', kind) AS kind, created_at AS joinedAt, last_seen AS lastSeen, revoked_at AS revokedAt,
         (SELECT value ->> '$' FROM device_setting WHERE device_id = device.id AND key = 'counterId') AS counterId
  FROM device`;

/** The desk's own PC, then those that joined, in the order in which they did. */
export function deviceRows(store: ReadableStore): DeviceRow[] {
  return store
    .prepare<[], DeviceRow>(`${selectDevices} ORDER BY device.kind <> 'desk', created_at, id`)
    .all();
}

export function deviceRow(store: ReadableStore, id: string): DeviceRow | undefined {
  return store.prepare<[string], DeviceRow>(`${selectDevices} WHERE id = ?`).get(id);
}

/** The joined PC that this token was given to, unless it was revoked. */
export function deviceOfToken(
  store: ReadableStore,
  tokenHash: string,
): { id: string; kind: JoinedKind } | undefined {
  return store
    .prepare<[string], { id: string; kind: JoinedKind }>(
      'SELECT id, kind FROM device WHERE token_hash = ? AND revoked_at IS NULL AND tv = 0',
    )
    .get(tokenHash);
}

/** The TV that this token was given to, unless it was revoked. */
export function tvOfToken(store: ReadableStore, tokenHash: string): string | undefined {
  return store
    .prepare<[string], { id: string }>(
      'SELECT id FROM device WHERE token_hash = ? AND revoked_at IS NULL AND tv = 1',
    )
    .get(tokenHash)?.id;
}

/** Adds the desk's own PC, or with the hash of its token one that joins. */
export function addDevice(
  store: WritableStore,
  device: {
    readonly id: string;
    readonly office: string;
    readonly name: string;
    readonly kind: 'desk' | 'tv' | JoinedKind;
    readonly at: string;
    readonly tokenHash?: string;
  },
): void {
  const isTv = device.kind === 'tv';
  const kind = isTv ? 'display' : device.kind;
  store
    .prepare<(string | number | null)[]>(
      'INSERT INTO device (id, office_id, name, kind, created_at, token_hash, tv) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(device.id, device.office, device.name, kind, device.at, device.tokenHash ?? null, isTv ? 1 : 0);
}

export function renameDevice(store: WritableStore, id: string, name: string): void {
  store.prepare<[string, string]>('UPDATE device SET name = ? WHERE id = ?').run(name, id);
}

/** Nothing opens for its token any more, and the hash is gone. */
export function revokeDevice(store: WritableStore, id: string, at: string): void {
  store
    .prepare<[string, string]>('UPDATE device SET revoked_at = ?, token_hash = NULL WHERE id = ?')
    .run(at, id);
}

/** Its line is up: when, and whether its program has drivers. */
export function seeDevice(store: WritableStore, id: string, at: string, drivers: boolean): void {
  store
    .prepare<[string, number, string]>('UPDATE device SET last_seen = ?, drivers = ? WHERE id = ?')
    .run(at, drivers ? 1 : 0, id);
}

/** Whether the program of a joined PC prints by drivers of its own; undefined for the desk's own PC. */
export function driversOf(store: ReadableStore, id: string): boolean | undefined {
  const row = store
    .prepare<[string], { drivers: number }>("SELECT drivers FROM device WHERE id = ? AND kind <> 'desk'")
    .get(id);
  return row && row.drivers === 1;
}
