import type { SheetKind } from '#shared/domain/slip/slip.ts';
import { slipDesign, type NumberedDesign, sameDesign, shippedDesign } from '#shared/domain/slip/design.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import type { ReadableStore } from '../store/store.ts';
import { officeId } from '../store/rows/office-row.ts';
import {
  addDesign,
  designRows,
  printedDesign,
  setSlipChoice,
  slipChoice,
  type DesignRow,
} from '../store/rows/slip-row.ts';
import { ticketRow } from '../store/rows/ticket-row.ts';

const SHIPPED = 1;

function readDesign(row: Pick<DesignRow, 'version' | 'design'> | undefined): NumberedDesign {
  const body = row === undefined ? shippedDesign : JSON.parse(row.design);
  return slipDesign.parse({ ...body, version: row?.version ?? SHIPPED });
}

/** The newest design of the office, the shipped one where it has none of its own. */
export function currentDesign(store: ReadableStore, office: string): NumberedDesign {
  return readDesign(designRows(store, office)[0]);
}

/** The design a sheet of a ticket is printed with: the one of its first print, before that the newest. */
export function designOf(
  store: ReadableStore,
  office: string,
  ticketId: string,
  sheet: SheetKind,
): NumberedDesign {
  const rows = designRows(store, office);
  const printed = printedDesign(store, ticketId, sheet);
  return readDesign(printed === undefined ? rows[0] : rows.find(({ version }) => version === printed));
}

function keepDesign(call: CommandCall, office: string, version: number, body: object): void {
  addDesign(call.store, office, version, body, call.at);
  call.append({ name: 'slip.design-saved', data: { version } });
}

export const slipDesignServices = {
  'slip.design'(call) {
    const office = officeId(call.store);
    const versions = designRows(call.store, office).map((row) => ({
      version: row.version,
      savedAt: row.saved_at,
    }));
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
    setSlipChoice(call.store, ticket.id, { language, large });
    call.append({ name: 'slip.chosen', businessDay: ticket.business_day, ticketId: ticket.id, data: {} });
    return { ticketId: ticket.id, language, large };
  },
} satisfies Partial<Services>;
