import type { SlipLanguage } from '#shared/domain/slip/design.ts';
import type { SheetKind } from '#shared/domain/slip/slip.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type DesignRow = { version: number; design: string; saved_at: string };

/** The office's own designs, newest first; none while it keeps the shipped one. */
export function designRows(store: ReadableStore, office: string): DesignRow[] {
  return store
    .prepare<[string], DesignRow>(
      'SELECT version, design, saved_at FROM slip_design WHERE office_id = ? ORDER BY version DESC',
    )
    .all(office);
}

/** The version of the design that a sheet of a ticket was first printed with; undefined before that. */
export function printedDesign(store: ReadableStore, ticketId: string, sheet: SheetKind): number | undefined {
  return store
    .prepare<[string, string], { version: number }>(
      'SELECT version FROM slip_printed WHERE ticket_id = ? AND sheet = ?',
    )
    .get(ticketId, sheet)?.version;
}

/** Keeps a design under its version; it never changes. */
export function addDesign(
  store: WritableStore,
  office: string,
  version: number,
  design: object,
  at: string,
): void {
  store
    .prepare<[string, number, string, string]>(
      'INSERT INTO slip_design (office_id, version, design, saved_at) VALUES (?, ?, ?, ?)',
    )
    .run(office, version, JSON.stringify(design), at);
}

type SlipChoice = { readonly language: SlipLanguage | null; readonly large: boolean | null };

/** What was chosen for the slips of a ticket; null follows the office. */
export function slipChoice(store: ReadableStore, ticketId: string): SlipChoice {
  const row = store
    .prepare<[string], { language: SlipLanguage | null; large: number | null }>(
      'SELECT language, large FROM slip_choice WHERE ticket_id = ?',
    )
    .get(ticketId);
  return {
    language: row?.language ?? null,
    large: row === undefined || row.large === null ? null : row.large === 1,
  };
}

/** Keeps what was chosen for the slips of a ticket. */
export function setSlipChoice(store: WritableStore, ticketId: string, { language, large }: SlipChoice): void {
  store
    .prepare<[string, string | null, number | null]>(
      `INSERT INTO slip_choice (ticket_id, language, large) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET language = excluded.language, large = excluded.large`,
    )
    .run(ticketId, language, large === null ? null : Number(large));
}
