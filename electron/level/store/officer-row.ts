import type { OfficerRecord } from '#shared/domain/access/officer-record.ts';
import type { LevelRole } from '#shared/domain/level/words.ts';
import type { LevelTransaction, Tables } from './tables.ts';

export type LevelOfficer = OfficerRecord<LevelRole>;

/** All officers in the order in which they came, those who are switched off too. */
export async function officerRows(trx: LevelTransaction): Promise<LevelOfficer[]> {
  const rows = await trx.selectFrom('officer').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(({ id, name, roles, active, pin, wrong }) => ({
    id,
    name,
    roles: JSON.parse(roles) as LevelRole[],
    active: active === 1,
    pin: pin === null ? null : (JSON.parse(pin) as LevelOfficer['pin']),
    wrong,
  }));
}

/** Stores an officer, new or changed. */
export async function saveOfficer(
  trx: LevelTransaction,
  { id, name, roles, active, pin, wrong }: LevelOfficer,
  at: string,
): Promise<void> {
  const row: Omit<Tables['officer'], 'id' | 'createdAt'> = {
    name,
    roles: JSON.stringify(roles),
    active: active ? 1 : 0,
    pin: pin && JSON.stringify(pin),
    wrong,
  };
  await trx
    .insertInto('officer')
    .values({ id, createdAt: at, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Sets how many PINs in a row were wrong. */
export async function setWrongPins(trx: LevelTransaction, id: string, wrong: number): Promise<void> {
  await trx.updateTable('officer').set({ wrong }).where('id', '=', id).execute();
}
