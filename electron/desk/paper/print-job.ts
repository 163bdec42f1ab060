import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { dialogueStands, waitsForPerson } from '#shared/domain/printing/job-state.ts';
import type { SheetKind } from '#shared/domain/slip/slip.ts';
import { routeOf, type PrinterKind, type PrintRoute } from '#shared/domain/printing/route.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { QueryCall } from '../desk-call.ts';
import type { Printing } from './port/printing.ts';
import { Refusal } from '../refusal.ts';
import { driversOf, readDevice } from '../store/rows/device-row.ts';
import { dayOfJob, printJobRow, type PrintJobRow } from '../store/rows/print-job-row.ts';

/** Whether a window shows its print dialogue for a job. It no longer counts after two minutes: the window may be gone. */
function inDialogue(printing: Printing, { at }: QueryCall, row: PrintJobRow): boolean {
  const begunAt = printing.begun.get(row.id);
  return row.sending === 1 && begunAt !== undefined && dialogueStands(begunAt, at);
}

/** A job as it stands: one that was on its way when the program ended, or whose window said nothing more, says so. */
export function asJob(printing: Printing, call: QueryCall, row: PrintJobRow): PrintJob {
  const sending = printing.sending.has(row.id) || inDialogue(printing, call, row);
  const interrupted = row.sending === 1 && !sending && row.state === 'queued';
  const state = interrupted ? 'failed' : row.state;
  const trouble: PrintTrouble = 'interrupted';
  return {
    id: row.id,
    ticketId: row.ticket_id,
    number: row.letter === null || row.number === null ? null : ticketNumber(row.letter, row.number),
    form: row.form,
    sheet: row.sheet,
    format: row.format,
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

/** Whose events a job's belong to: a form's belong to no ticket. */
export function ofTicket({ ticketId }: PrintJob): { ticketId?: string } {
  return ticketId === null ? {} : { ticketId };
}

/** A stored job of this PC; refuses with `unknown-print-job`. */
export function readJob(printing: Printing, call: QueryCall, id: string): PrintJob {
  const row = printJobRow(call.store, call.caller.device, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-print-job' });
  return asJob(printing, call, row);
}

/**
 * A stored job that may be handed to its printer now, by one of `routes`. Refuses with `print-job-sending`, `print-job-state`,
 * `print-route` or `print-job-waits`.
 */
export function readyToSend(
  printing: Printing,
  call: QueryCall,
  jobId: string,
  routes: readonly PrintRoute[],
): PrintJob {
  const job = readJob(printing, call, jobId);
  const number = job.number ?? '';
  if (job.sending) throw new Refusal({ code: 'print-job-sending', number });
  if (job.state !== 'queued' && job.state !== 'failed') {
    throw new Refusal({ code: 'print-job-state', number, state: job.state });
  }
  if (!routes.includes(job.route)) throw new Refusal({ code: 'print-route', route: job.route });
  if (job.waitsForPerson) throw new Refusal({ code: 'print-job-waits', number });
  return job;
}

/** The day a job is listed under: of its ticket, or the day it was stored. */
export function businessDayOf({ store }: QueryCall, { id }: PrintJob): string {
  const day = dayOfJob(store, id);
  if (day === undefined) throw new Refusal({ code: 'unknown-print-job' });
  return day;
}

/** The format a sheet is printed in unless the caller names another. */
export function usualFormat({ store, caller }: QueryCall, sheet: SheetKind): SheetFormat {
  const settings = readDevice(store, caller.device);
  return sheet === 'number' ? settings.numberPaper : settings.guidancePaper;
}

/** The route that a sheet takes now, by the settings of this PC and what this program can print with. */
export function routeNow(
  printing: Printing,
  { store, caller }: QueryCall,
  sheet: PrinterKind,
  format: SheetFormat,
): PrintRoute {
  const settings = readDevice(store, caller.device);
  return routeOf(settings.printers[sheet].route, format, {
    prints: settings.printing !== 'none',
    hasDrivers: driversOf(store, caller.device) ?? printing.drivers !== undefined,
  });
}
