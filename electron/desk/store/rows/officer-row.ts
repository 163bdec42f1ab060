import type { OfficerRecord } from '#shared/domain/access/officer-record.ts';
import { OFFICER_ROLES, type OfficerRole } from '#shared/domain/access/officer-rules.ts';
import type { KeptPin } from '#shared/domain/access/pin.ts';
import { newId } from '../../new-id.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** Who did something and where: ids of the desk's own rows, never names. */
export type Actor = { readonly officer: string; readonly device: string };

export type OfficerRow = OfficerRecord;

/**
 * The officer of a desk without sign-in, the first there is, and the device that holds the database. Before the office is set
 * up both are new: the set-up stores them.
 */
export function ownActor(store: ReadableStore): Actor {
  const officer = store
    .prepare<[], { id: string }>('SELECT id FROM officer ORDER BY created_at, id LIMIT 1')
    .get();
  const device = store.prepare<[], { id: string }>("SELECT id FROM device WHERE kind = 'desk' LIMIT 1").get();
  return { officer: officer?.id ?? newId(), device: device?.id ?? newId() };
}

/** Stores the first officer, still without a name. */
export function addOwnOfficer(store: WritableStore, office: string, id: string, at: string): void {
  addOfficer(store, office, { id, name: '', roles: OFFICER_ROLES }, at);
}

type StoredOfficer = {
  readonly id: string;
  readonly name: string;
  readonly active: number;
  readonly roles: string;
  readonly pin: string | null;
  readonly wrong: number;
};

/** All officers in the order in which they came, those who are switched off too. */
export function officerRows(store: ReadableStore): OfficerRow[] {
  return store
    .prepare<[], StoredOfficer>(
      'SELECT id, name, active, roles, pin, wrong FROM officer ORDER BY created_at, id',
    )
    .all()
    .map((row) => ({
      ...row,
      active: row.active === 1,
      roles: JSON.parse(row.roles) as OfficerRole[],
      pin: row.pin === null ? null : (JSON.parse(row.pin) as KeptPin),
    }));
}

export function addOfficer(
  store: WritableStore,
  office: string,
  { id, name, roles }: Pick<OfficerRow, 'id' | 'name' | 'roles'>,
  at: string,
): void {
  store
    .prepare<string[]>('INSERT INTO officer (id, office_id, name, roles, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(id, office, name, JSON.stringify(roles), at);
}

/** Stores what may change of an officer. */
export function saveOfficer(store: WritableStore, { id, name, active, roles, pin, wrong }: OfficerRow): void {
  store
    .prepare<(string | number | null)[]>(
      'UPDATE officer SET name = ?, active = ?, roles = ?, pin = ?, wrong = ? WHERE id = ?',
    )
    .run(name, active ? 1 : 0, JSON.stringify(roles), pin && JSON.stringify(pin), wrong, id);
}

/** Sets how many PINs in a row were wrong. */
export function setWrongPins(store: WritableStore, officer: string, wrong: number): void {
  store.prepare<[number, string]>('UPDATE officer SET wrong = ? WHERE id = ?').run(wrong, officer);
}
