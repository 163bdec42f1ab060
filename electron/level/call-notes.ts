import type { CallNote } from '#shared/contract/level-shapes.ts';
import { addDays, localDay } from '#shared/domain/calendar/business-date.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelServices } from './level-call.ts';
import { findOffice } from './offices.ts';
import type { LevelTransaction } from './store/tables.ts';

function notes(trx: LevelTransaction) {
  return trx
    .selectFrom('ledger')
    .select(['officeCode', 'businessDay', 'by', 'at', 'data'])
    .where('kind', '=', 'call-note')
    .orderBy('seq');
}

type NoteRow = Awaited<ReturnType<ReturnType<typeof notes>['execute']>>[number];

/** The last note by what it is of; one that was taken away is none. */
function lastNotes(rows: readonly NoteRow[], keyOf: (row: NoteRow) => string | null): Map<string, CallNote> {
  const last = new Map<string, CallNote>();
  for (const row of rows) {
    const key = keyOf(row) ?? '';
    const { text } = JSON.parse(row.data) as { text: string };
    if (text === '') last.delete(key);
    else last.set(key, { text, by: row.by, at: row.at });
  }
  return last;
}

/** Notes of a day by office. */
export async function notesOn(trx: LevelTransaction, businessDay: string): Promise<Map<string, CallNote>> {
  const rows = await notes(trx).where('businessDay', '=', businessDay).execute();
  return lastNotes(rows, (row) => row.officeCode);
}

/** Notes of an office by day. */
export async function notesOf(
  trx: LevelTransaction,
  officeCode: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Map<string, CallNote>> {
  const rows = await notes(trx)
    .where('officeCode', '=', officeCode)
    .where('businessDay', '>=', from)
    .where('businessDay', '<=', to)
    .execute();
  return lastNotes(rows, (row) => row.businessDay);
}

export const callNoteServices = {
  async 'call-note.write'({ trx, append, asker, at }, { officeCode, businessDay, text }) {
    await findOffice(trx, officeCode);
    if (businessDay > addDays(localDay(at), 1))
      throw new Refusal({ code: 'invalid-input', path: 'businessDay', reason: 'day-in-future' });
    append({ kind: 'call-note', by: asker.by, officeCode, businessDay, data: { text } });
    return text === '' ? null : { text, by: asker.by.name, at };
  },
} satisfies Partial<LevelServices>;
