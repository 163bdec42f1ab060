import type { OfficeLine } from '#shared/contract/level-shapes.ts';
import { OFFICE_FACTS, type OfficeLineFault } from '#shared/domain/level/words.ts';
import { readWeekdays } from '#shared/domain/level/weekday-words.ts';
import { USUAL_WEEKDAYS } from '#shared/domain/level/working-days.ts';
import { fingerprintOf } from '#electron/books/verify.mjs';
import { officesBook } from '#electron/books/level-offices.ts';
import type { LevelCommand, LevelServices } from './level-call.ts';
import { addOffice, changeOffice, readAgain, showOffices } from './offices.ts';
import { readOffices, type TableOffice } from './sheet/read-offices.ts';
import { readSettings } from './store/setting-row.ts';
import type { LevelTransaction, Tables } from './store/tables.ts';

const LONGEST = { code: 40, name: 200, group: 80, telephone: 40, publicKey: 4_000 } as const;

/** A line with its verdict, and the office as it would stand. */
type Reviewed = {
  readonly told: OfficeLine;
  readonly office: {
    readonly code: string;
    readonly name: string;
    readonly group: string;
    readonly telephone: string;
    readonly weekdays: readonly number[];
    readonly keyId: string;
  };
};

/**
 * What each line of a table would do to the offices that are registered. Of two lines with one code or one key the first counts; an
 * empty cell leaves what is known of an office.
 */
async function reviewOffices(trx: LevelTransaction, table: readonly TableOffice[]): Promise<Reviewed[]> {
  const { own } = await readSettings(trx);
  const rows = await trx.selectFrom('office').selectAll().execute();
  const known = new Map(rows.map((row) => [row.code, row]));
  const accepted = await trx
    .selectFrom('officeKey')
    .select(['officeCode', 'keyId'])
    .where('state', '=', 'accepted')
    .execute();
  const ownerOf = new Map(accepted.map(({ officeCode, keyId }) => [keyId, officeCode]));
  const codes = new Set<string>();
  const keys = new Set<string>();

  return table.map((line) => {
    const before = known.get(line.code);
    const weekdays = line.weekdays === '' ? usualOf(before) : readWeekdays(line.weekdays);
    const keyId = line.publicKey === '' ? before?.keyId : fingerprintOf(line.publicKey, null);
    const fault = faultOf(line, before, weekdays, keyId);
    const office = {
      code: line.code,
      name: line.name || (before?.name ?? ''),
      group: line.group || (before?.officeGroup ?? ''),
      telephone: line.telephone || (before?.telephone ?? ''),
      weekdays: weekdays ?? [],
      keyId: keyId ?? '',
    };
    const shown = {
      line: line.line,
      code: line.code.slice(0, LONGEST.code),
      name: office.name.slice(0, LONGEST.name),
      group: office.group.slice(0, LONGEST.group),
      telephone: office.telephone.slice(0, LONGEST.telephone),
    };
    if (fault !== undefined) return { told: { ...shown, state: 'bad', fault }, office };
    codes.add(office.code);
    keys.add(office.keyId);
    if (before === undefined) return { told: { ...shown, state: 'new' }, office };
    const changes = changesOf(before, office);
    const state = changes.length === 0 ? 'same' : 'changed';
    return { told: { ...shown, state, changes }, office };
  });

  function faultOf(
    line: TableOffice,
    before: Tables['office'] | undefined,
    weekdays: readonly number[] | undefined,
    keyId: string | undefined,
  ): OfficeLineFault | undefined {
    const { code, name, publicKey } = line;
    if (code === '') return 'no-code';
    if (Object.entries(LONGEST).some(([field, most]) => line[field as keyof typeof LONGEST].length > most))
      return 'too-long';
    if (code === own?.code) return 'own-code';
    if (codes.has(code)) return 'doubled';
    if (before === undefined && name === '') return 'no-name';
    if (before === undefined && publicKey === '') return 'no-key';
    if (keyId === undefined) return 'not-a-key';
    if (weekdays === undefined) return 'not-weekdays';
    if (before !== undefined && keyId !== before.keyId) return 'other-key';
    if (keys.has(keyId)) return 'key-doubled';
    return (ownerOf.get(keyId) ?? code) === code ? undefined : 'key-in-use';
  }
}

function usualOf(before: Tables['office'] | undefined): readonly number[] {
  return before === undefined ? USUAL_WEEKDAYS : [...before.weekdays].map(Number);
}

function changesOf(before: Tables['office'], office: Reviewed['office']): OfficeLine['changes'] & object {
  const was = {
    name: before.name,
    group: before.officeGroup,
    telephone: before.telephone,
    weekdays: before.weekdays,
  };
  const is = { ...office, weekdays: office.weekdays.join('') };
  return OFFICE_FACTS.filter((fact) => was[fact] !== is[fact]);
}

/** Writes what is new and what differs. Files of the new offices that came before are read again. */
async function applyOffices(call: LevelCommand, reviewed: readonly Reviewed[]): Promise<void> {
  const { trx, asker } = call;
  const refused = await trx
    .selectFrom('ledger')
    .select('officeCode')
    .distinct()
    .where('status', 'in', ['unknown-office', 'unknown-key'])
    .execute();
  const haveSent = new Set(refused.map(({ officeCode }) => officeCode));
  for (const { told, office } of reviewed) {
    if (told.state === 'changed') await changeOffice(call, office.code, office);
    if (told.state !== 'new') continue;
    await addOffice(call, office);
    if (haveSent.has(office.code)) await readAgain(call, office.code, asker.by);
  }
}

export const officeTableServices = {
  async 'office.review'({ store }, file) {
    const table = await readOffices(file);
    const reviewed = await store.read((trx) => reviewOffices(trx, table));
    return reviewed.map(({ told }) => told);
  },

  async 'office.apply'(call, file) {
    const table = await readOffices(file);
    return call.store.write(call.at, async (writing) => {
      const reviewed = await reviewOffices(writing.trx, table);
      await applyOffices({ ...call, ...writing }, reviewed);
      return reviewed.map(({ told }) => told);
    });
  },

  async 'office.table'({ trx, at }, { language = 'vi' }) {
    const rows = await trx.selectFrom('office').selectAll().orderBy('code').execute();
    const offices = (await showOffices(trx, rows)).filter(({ closed }) => closed === null);
    const bytes = await officesBook(offices, { language, at });
    return {
      fileName: 'danh-sach-don-vi.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: bytes.toString('base64'),
    };
  },
} satisfies Partial<LevelServices>;
