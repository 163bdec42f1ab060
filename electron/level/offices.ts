import { hash, randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { USUAL_WEEKDAYS, workingDayNext } from '#shared/domain/level/working-days.ts';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { fingerprintOf } from '#electron/books/verify.mjs';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelCommand, LevelServices } from './level-call.ts';
import type { Worker } from './level.ts';
import { mergeFiles } from './receive/merge-files.ts';
import { readFile } from './receive/read-file.ts';
import { readSettings } from './store/setting-row.ts';
import type { Writing } from './store/level-store.ts';
import type { LevelTransaction, Tables } from './store/tables.ts';

type OfficeRow = Tables['office'];

/** An office by its code. Refused with `unknown-office`. */
export async function findOffice(trx: LevelTransaction, code: string): Promise<OfficeRow> {
  const row = await trx.selectFrom('office').selectAll().where('code', '=', code).executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'unknown-office', office: code });
  return row;
}

/** Offices as pages see them, in the order of their codes. */
export async function showOffices(trx: LevelTransaction, rows: readonly OfficeRow[]): Promise<LevelOffice[]> {
  const offered = await trx
    .selectFrom('officeKey')
    .select(['officeCode', 'keyId', 'at'])
    .where('state', '=', 'offered')
    .orderBy('at')
    .execute();
  const newKeys = new Map(offered.map(({ officeCode, keyId, at }) => [officeCode, { keyId, since: at }]));
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    group: row.officeGroup,
    telephone: row.telephone,
    weekdays: [...row.weekdays].map(Number),
    keyId: row.keyId,
    registeredOn: row.registeredOn,
    closed: row.closedOn === null ? null : { on: row.closedOn, reason: row.closedReason ?? '' },
    newKey: newKeys.get(row.code) ?? null,
    hasToken: row.tokenHash !== null,
  }));
}

export async function showOffice(trx: LevelTransaction, code: string): Promise<LevelOffice> {
  const [office] = await showOffices(trx, [await findOffice(trx, code)]);
  if (office === undefined) throw new RangeError('one row, one office');
  return office;
}

type Facts = { readonly name: string; readonly group: string; readonly telephone: string };
type NewOffice = Facts & {
  readonly code: string;
  readonly weekdays: readonly number[];
  readonly keyId: string;
};

/** Writes an office whose code and key are free. Its files that were refused are not read again. */
export async function addOffice(
  call: LevelCommand,
  { code, name, group, telephone, weekdays, keyId }: NewOffice,
): Promise<void> {
  const { trx, at, asker, calendar } = call;
  const registeredOn = localDay(at);
  await trx
    .insertInto('office')
    .values({
      code,
      name,
      officeGroup: group,
      telephone,
      weekdays: asDigits(weekdays),
      keyId,
      registeredOn,
      // The day that is reported on the morning of its registration.
      expectedFrom: workingDayNext(registeredOn, -1, calendar),
      closedOn: null,
      closedReason: null,
      tokenHash: null,
    })
    .execute();
  await acceptKey(call, code, keyId, null);
  call.append({ kind: 'office', by: asker.by, officeCode: code, data: { name, group, keyId } });
}

/** Changes what is said of an office. */
export async function changeOffice(
  { trx, append, asker }: LevelCommand,
  code: string,
  { name, group, telephone, weekdays }: Facts & { readonly weekdays: readonly number[] },
): Promise<void> {
  const changed = { name, officeGroup: group, telephone, weekdays: asDigits(weekdays) };
  await trx.updateTable('office').set(changed).where('code', '=', code).execute();
  append({ kind: 'office', by: asker.by, officeCode: code, data: changed });
}

/** The fingerprint of what was typed, pasted or read aloud. */
function keyIdOf(publicKey: string): string {
  const keyId = fingerprintOf(publicKey, null);
  if (keyId === undefined) throw new Refusal({ code: 'not-a-public-key' });
  return keyId;
}

/** Two offices never sign with one key. */
async function assertFree(trx: LevelTransaction, keyId: string, officeCode: string): Promise<void> {
  const other = await trx
    .selectFrom('officeKey')
    .innerJoin('office', 'office.code', 'officeKey.officeCode')
    .select('office.name')
    .where('officeKey.keyId', '=', keyId)
    .where('officeKey.officeCode', '!=', officeCode)
    .where('officeKey.state', '=', 'accepted')
    .executeTakeFirst();
  if (other !== undefined) throw new Refusal({ code: 'key-in-use', name: other.name });
}

async function acceptKey(
  { trx, at, asker }: LevelCommand,
  officeCode: string,
  keyId: string,
  reason: string | null,
) {
  const accepted = { state: 'accepted' as const, at, by: asker.by.name, reason };
  await trx
    .updateTable('officeKey')
    .set({ state: 'ended' })
    .where('officeCode', '=', officeCode)
    .where('state', '=', 'accepted')
    .execute();
  await trx
    .insertInto('officeKey')
    .values({ officeCode, keyId, ...accepted })
    .onConflict((conflict) => conflict.columns(['officeCode', 'keyId']).doUpdateSet(accepted))
    .execute();
}

/**
 * Reads files of an office again that were refused before it was registered, its key accepted or it was opened; answers how many count
 * now as versions. Each keeps the time at which it first came.
 */
export async function readAgain(writing: Writing, officeCode: string, by: Worker): Promise<number> {
  const { trx } = writing;
  const lines = await trx
    .selectFrom('ledger')
    .innerJoin('keptFile', 'keptFile.sha256', 'ledger.sha256')
    .select(['keptFile.sha256', 'keptFile.bytes', 'keptFile.size', 'ledger.fileName', 'ledger.route'])
    .where('ledger.officeCode', '=', officeCode)
    .where(({ eb, or }) =>
      or([
        eb('ledger.status', 'in', ['unknown-office', 'unknown-key']),
        eb('ledger.reason', 'in', ['office-closed']),
      ]),
    )
    .orderBy('ledger.seq')
    .execute();
  const files = new Map(lines.map((line) => [line.sha256, line]));
  const looked = [...files.values()].flatMap(({ sha256, bytes, size, fileName, route }) => {
    if (bytes === null) return [];
    const whole = inflateRawSync(bytes);
    const file = {
      sha256,
      size,
      bytes: whole,
      fileName: fileName ?? '',
      route: route ?? 'page',
      by,
    } as const;
    return [{ file, read: readFile(whole) }];
  });
  const received = await mergeFiles(writing, looked);
  return received.filter(({ status }) => ['new', 'replaced', 'older', 'conflict'].includes(status)).length;
}

export const officeServices = {
  async 'office.register'(call, { code, name, group = '', publicKey, telephone = '', weekdays }) {
    const { trx, asker } = call;
    const { own } = await readSettings(trx);
    const known = await trx.selectFrom('office').select('name').where('code', '=', code).executeTakeFirst();
    if (known !== undefined || own?.code === code)
      throw new Refusal({ code: 'office-known', office: code, name: known?.name ?? own?.name ?? '' });
    const keyId = keyIdOf(publicKey);
    await assertFree(trx, keyId, code);
    await addOffice(call, { code, name, group, telephone, weekdays: weekdays ?? USUAL_WEEKDAYS, keyId });
    await readAgain(call, code, asker.by);
    return showOffice(trx, code);
  },

  'office.list': async ({ trx }) =>
    showOffices(trx, await trx.selectFrom('office').selectAll().orderBy('code').execute()),

  async 'office.change'(call, { code, name, group, telephone, weekdays }) {
    const before = await findOffice(call.trx, code);
    await changeOffice(call, code, {
      name: name ?? before.name,
      group: group ?? before.officeGroup,
      telephone: telephone ?? before.telephone,
      weekdays: weekdays ?? [...before.weekdays].map(Number),
    });
    return showOffice(call.trx, code);
  },

  async 'office.accept-key'(call, { code, publicKey, reason }) {
    const { trx, asker } = call;
    const { keyId: before } = await findOffice(trx, code);
    const keyId = keyIdOf(publicKey);
    await assertFree(trx, keyId, code);
    await acceptKey(call, code, keyId, reason);
    await trx.updateTable('office').set({ keyId }).where('code', '=', code).execute();
    call.append({ kind: 'key', by: asker.by, officeCode: code, data: { keyId, before, reason } });
    const received = await readAgain(call, code, asker.by);
    return { office: await showOffice(trx, code), received };
  },

  async 'office.close'(call, { code, reason }) {
    const { trx, at, asker } = call;
    await findOffice(trx, code);
    const closed =
      reason === null
        ? { closedOn: null, closedReason: null }
        : { closedOn: localDay(at), closedReason: reason, tokenHash: null };
    await trx.updateTable('office').set(closed).where('code', '=', code).execute();
    call.append({ kind: 'closing', by: asker.by, officeCode: code, data: { reason } });
    if (reason === null) await readAgain(call, code, asker.by);
    return showOffice(trx, code);
  },

  async 'office.token'({ trx, append, asker }, { code, allow }) {
    await findOffice(trx, code);
    const token = allow ? randomBytes(24).toString('base64url') : null;
    const tokenHash = token === null ? null : hash('sha256', token);
    await trx.updateTable('office').set({ tokenHash }).where('code', '=', code).execute();
    append({ kind: 'token', by: asker.by, officeCode: code, data: { allow } });
    return { token };
  },
} satisfies Partial<LevelServices>;

function asDigits(weekdays: readonly number[]): string {
  return [...new Set(weekdays)].toSorted((a, b) => a - b).join('');
}
