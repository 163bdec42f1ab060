import type { SheetPaper } from '#shared/contract/office.ts';
import type { PrintJob, PrintState, SheetKind } from '#shared/contract/print.ts';
import { waitsForPerson } from '#shared/domain/printing/job-state.ts';
import { routeOf, type PrintRoute } from '#shared/domain/printing/route.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { DeskCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { readSettings } from './office.ts';

export type PrintJobRow = {
  id: string;
  ticket_id: string;
  letter: string;
  number: number;
  sheet: SheetKind;
  paper: SheetPaper;
  state: PrintState;
  copy: number;
  created_at: string;
  problem: string | null;
  route: PrintRoute;
  wanted_at: string;
  attempts: number;
  sending: number;
  may_have_printed: number;
};

/** Every column of a job with the number of its ticket; the table of jobs is `j`. */
export const selectJobs = `SELECT j.id, j.ticket_id, t.letter, t.number, j.sheet, j.paper, j.state, j.copy, j.created_at,
         j.problem, j.route, j.wanted_at, j.attempts, j.sending, j.may_have_printed
  FROM print_job j JOIN ticket t ON t.id = j.ticket_id`;

/** A job as it stands: one that was on its way when the program ended says so. */
export function asJob(call: DeskCall, row: PrintJobRow): PrintJob {
  const sending = call.printing.sending.has(row.id);
  const interrupted = row.sending === 1 && !sending && row.state === 'queued';
  const state = interrupted ? 'failed' : row.state;
  const trouble: PrintTrouble = 'interrupted';
  return {
    id: row.id,
    ticketId: row.ticket_id,
    number: ticketNumber(row.letter, row.number),
    sheet: row.sheet,
    paper: row.paper,
    state,
    copy: row.copy,
    createdAt: row.created_at,
    problem: interrupted ? trouble : row.problem,
    route: row.route,
    attempts: row.attempts,
    sending,
    mayHavePrinted: interrupted || row.may_have_printed === 1,
    waitsForPerson: !sending && waitsForPerson({ state, wantedAt: row.wanted_at }, call.at),
  };
}

/** A stored job; refuses with `unknown-print-job`. */
export function readJob(call: DeskCall, id: string): PrintJob {
  const row = call.store.prepare<[string], PrintJobRow>(`${selectJobs} WHERE j.id = ?`).get(id);
  if (row === undefined) throw new Refusal({ code: 'unknown-print-job' });
  return asJob(call, row);
}

/** The paper a sheet is printed on unless the caller names another. */
export function usualPaper(call: DeskCall, office: string, sheet: SheetKind): SheetPaper {
  const settings = readSettings(call.store, office);
  return sheet === 'number' ? settings.numberPaper : settings.guidancePaper;
}

/** The route that a sheet takes now, by the office's settings and what this program can print with. */
export function routeNow(call: DeskCall, office: string, sheet: SheetKind, paper: SheetPaper): PrintRoute {
  const { printing, printers } = readSettings(call.store, office);
  return routeOf(printers[sheet].route, paper, {
    prints: printing !== 'none',
    hasDrivers: call.printing.drivers !== undefined,
  });
}
