import type { SheetKind } from '#shared/domain/slip/slip.ts';
import {
  slipDesign,
  type NumberedDesign,
  type SlipLanguage,
  sameDesign,
  shippedDesign,
} from '#shared/domain/slip/design.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import type { ReadableStore } from '../store/store.ts';
import { officeId } from '../store/rows/office-row.ts';
import { ticketRow } from '../store/rows/ticket-row.ts';

const SHIPPED = 1;

type DesignRow = { version: number; design: string; saved_at: string };
type ChoiceRow = { language: SlipLanguage | null; large: number | null };

function readDesign(row: Pick<DesignRow, 'version' | 'design'> | undefined): NumberedDesign {
  const body = row === undefined ? shippedDesign : JSON.parse(row.design);
  return slipDesign.parse({ ...body, version: row?.version ?? SHIPPED });
}

/** The newest design of the office, the shipped one where it has none of its own. */
export function currentDesign(store: ReadableStore, office: string): NumberedDesign {
  return readDesign(
    store
      .prepare<[string], DesignRow>(
        'SELECT version, design, saved_at FROM slip_design WHERE office_id = ? ORDER BY version DESC LIMIT 1',
      )
      .get(office),
  );
}

/** The design a sheet of a ticket is printed with: the one of its first print, before that the newest. */
export function designOf(
  store: ReadableStore,
  office: string,
  ticketId: string,
  sheet: SheetKind,
): NumberedDesign {
  const printed = store
    .prepare<[string, string], { version: number }>(
      'SELECT version FROM slip_printed WHERE ticket_id = ? AND sheet = ?',
    )
    .get(ticketId, sheet);
  if (printed === undefined) return currentDesign(store, office);
  return readDesign(
    store
      .prepare<[string, number], DesignRow>(
        'SELECT version, design, saved_at FROM slip_design WHERE office_id = ? AND version = ?',
      )
      .get(office, printed.version),
  );
}

/** What was chosen for the slips of a ticket; null follows the office. */
export function slipChoice(
  store: ReadableStore,
  ticketId: string,
): { language: SlipLanguage | null; large: boolean | null } {
  const row = store
    .prepare<[string], ChoiceRow>('SELECT language, large FROM slip_choice WHERE ticket_id = ?')
    .get(ticketId);
  return {
    language: row?.language ?? null,
    large: row === undefined || row.large === null ? null : row.large === 1,
  };
}

function keepDesign(call: CommandCall, office: string, version: number, body: object): void {
  call.store
    .prepare<[string, number, string, string]>(
      'INSERT INTO slip_design (office_id, version, design, saved_at) VALUES (?, ?, ?, ?)',
    )
    .run(office, version, JSON.stringify(body), call.at);
  call.append({ name: 'slip.design-saved', data: { version } });
}

export const slipServices = {
  'slip.design'(call) {
    const office = officeId(call.store);
    const versions = call.store
      .prepare<[string], Pick<DesignRow, 'version' | 'saved_at'>>(
        'SELECT version, saved_at FROM slip_design WHERE office_id = ? ORDER BY version DESC',
      )
      .all(office)
      .map((row) => ({ version: row.version, savedAt: row.saved_at }));
    return {
      current: currentDesign(call.store, office),
      versions: [...versions, { version: SHIPPED, savedAt: null }],
    };
  },
  'slip.save-design'(call, input) {
    const office = officeId(call.store);
    const current = currentDesign(call.store, office);
    if (sameDesign(current, input)) return current;
    keepDesign(call, office, current.version + 1, input);
    return currentDesign(call.store, office);
  },
  'slip.choose'(call, input) {
    const ticket = ticketRow(call.store, input.ticketId);
    const before = slipChoice(call.store, ticket.id);
    const language = input.language === undefined ? before.language : input.language;
    const large = input.large === undefined ? before.large : input.large;
    call.store
      .prepare<[string, string | null, number | null]>(
        `INSERT INTO slip_choice (ticket_id, language, large) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET language = excluded.language, large = excluded.large`,
      )
      .run(ticket.id, language, large === null ? null : Number(large));
    call.append({ name: 'slip.chosen', businessDay: ticket.business_day, ticketId: ticket.id, data: {} });
    return { ticketId: ticket.id, language, large };
  },
} satisfies Partial<Services>;
