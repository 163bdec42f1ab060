import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { ReceiveReason, ReceiveStatus } from '#shared/domain/level/words.ts';
import type { LevelTransaction, Tables } from '../store/tables.ts';
import type { Claim } from './read-file.ts';

/** Why a whole file is not of an office that the level knows; `offers`: its key may be said yes to. */
type Unknown = {
  readonly status: Extract<ReceiveStatus, 'unknown-office' | 'unknown-key' | 'unreadable'>;
  readonly reason?: ReceiveReason;
  readonly offers?: true;
};

/** The offices that the files of a transaction name. */
export type Registry = {
  officeOf(code: string): Tables['office'] | undefined;
  /** What stands against counting a whole file; null: nothing. */
  against(claim: Claim, today: string): Unknown | null;
};

/** Reads what the level knows of the offices and keys that files name. `own` is the level's own code. */
export async function registryOf(
  trx: LevelTransaction,
  claims: readonly Claim[],
  own: string | null,
): Promise<Registry> {
  const codes = [...new Set(claims.map(({ officeCode }) => officeCode))];
  const keyIds = [...new Set(claims.map(({ keyId }) => keyId))];
  if (codes.length === 0) return { officeOf: () => undefined, against: () => ({ status: 'unknown-office' }) };
  const offices = new Map(
    (await trx.selectFrom('office').selectAll().where('code', 'in', codes).execute()).map((row) => [
      row.code,
      row,
    ]),
  );
  const keys = await trx.selectFrom('officeKey').selectAll().where('keyId', 'in', keyIds).execute();
  return {
    officeOf: (code) => offices.get(code),
    against({ officeCode, businessDay, keyId }, today) {
      if (officeCode === own) return { status: 'unreadable', reason: 'own-office' };
      const office = offices.get(officeCode);
      if (office === undefined) return { status: 'unknown-office' };
      const known = keys.filter((key) => key.keyId === keyId);
      const mine = known.find((key) => key.officeCode === officeCode);
      if (mine?.state !== 'accepted') {
        if (known.some((key) => key.officeCode !== officeCode && key.state === 'accepted'))
          return { status: 'unknown-key', reason: 'key-of-another-office' };
        // One that was offered or ended before stays what it is.
        return { status: 'unknown-key', offers: true };
      }
      if (office.closedOn !== null && businessDay >= office.closedOn)
        return { status: 'unreadable', reason: 'office-closed' };
      if (businessDay > addDays(today, 1)) return { status: 'unreadable', reason: 'day-in-future' };
      return null;
    },
  };
}
