import { SHIPPED_PACKS } from '#shared/rules/packs.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';

/** Refuses, with `pack-refused`, to pin a pack that the office does not have: a pin never falls back in silence. */
export function checkPin(store: ReadableStore, office: string, pin: string | null | undefined): void {
  if (pin == null || SHIPPED_PACKS.some((pack) => pack.id === pin)) return;
  const imported = store
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM rule_pack WHERE office_id = ? AND id = ? LIMIT 1',
    )
    .get(office, pin);
  if (imported === undefined) throw new Refusal({ code: 'pack-refused', path: pin, reason: 'unknown-pack' });
}
