import { deviceSettings, type DeviceSettings } from '#shared/domain/office/settings.ts';
import { defaultDevice } from '#shared/domain/office/default-settings.ts';
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
