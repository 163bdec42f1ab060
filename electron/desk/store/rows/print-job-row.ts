import type { PrintState } from '#shared/domain/printing/job-state.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { PrinterKind, PrintRoute } from '#shared/domain/printing/route.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type PrintJobRow = {
  id: string;
  ticket_id: string | null;
  letter: string | null;
  number: number | null;
  form: string | null;
  sheet: PrinterKind;
  format: SheetFormat;
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
const selectJobs = `SELECT j.id, j.ticket_id, t.letter, t.number, j.form, j.sheet, j.paper AS format, j.state, j.copy, j.created_at,
         j.problem, j.route, j.wanted_at, j.attempts, j.sending, j.may_have_printed
  FROM print_job j LEFT JOIN ticket t ON t.id = j.ticket_id`;

/** A job of a PC, or undefined. */
export function printJobRow(store: ReadableStore, device: string, id: string): PrintJobRow | undefined {
  return store
    .prepare<[string, string], PrintJobRow>(`${selectJobs} WHERE j.id = ? AND j.device_id = ?`)
    .get(id, device);
}

/** The newest 200 jobs of a PC on a day, or those of them that still want a printer. */
export function printJobRows(
  store: ReadableStore,
  device: string,
  day: string,
  pendingOnly: boolean,
): PrintJobRow[] {
  const pending = pendingOnly ? "AND j.state IN ('queued', 'failed') AND j.route <> 'none'" : '';
  return store
    .prepare<[string, string], PrintJobRow>(
      `${selectJobs} WHERE j.device_id = ? AND j.business_day = ? ${pending} ORDER BY j.created_at DESC, j.id DESC LIMIT 200`,
    )
    .all(device, day);
}

/** The day a job is listed under, or undefined where there is no such job. */
export function dayOfJob(store: ReadableStore, id: string): string | undefined {
  return store
    .prepare<[string], { day: string }>('SELECT business_day AS day FROM print_job WHERE id = ?')
    .get(id)?.day;
}

/** How often a sheet of a ticket was stored to be printed. */
export function copiesOf(store: ReadableStore, ticketId: string, sheet: PrinterKind): number {
  const row = store
    .prepare<[string, string], { copies: number }>(
      'SELECT count(*) AS copies FROM print_job WHERE ticket_id = ? AND sheet = ?',
    )
    .get(ticketId, sheet);
  return row?.copies ?? 0;
}

/** Adds a queued job. */
export function addPrintJob(
  store: WritableStore,
  job: {
    readonly id: string;
    readonly office: string;
    readonly device: string;
    readonly day: string;
    readonly ticketId: string | null;
    readonly form: string | null;
    readonly sheet: PrinterKind;
    readonly format: SheetFormat;
    readonly copy: number;
    readonly at: string;
    readonly route: PrintRoute;
  },
): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO print_job
         (id, office_id, device_id, business_day, ticket_id, form, sheet, paper, state, copy, created_at, wanted_at, route)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
    )
    .run(
      job.id,
      job.office,
      job.device,
      job.day,
      job.ticketId,
      job.form,
      job.sheet,
      job.format,
      job.copy,
      job.at,
      job.at,
      job.route,
    );
}

/** Marks a job as on its way to a printer, with so many tries more. */
export function setSending(store: WritableStore, id: string, tries: number): void {
  store
    .prepare<[number, string]>('UPDATE print_job SET sending = 1, attempts = attempts + ? WHERE id = ?')
    .run(tries, id);
}

/** Sets what a person says of a job. */
export function markJob(
  store: WritableStore,
  id: string,
  mark: {
    readonly state: PrintState;
    readonly problem: string | null;
    readonly sending: boolean;
    readonly tries: number;
    /** Null where nobody says. */
    readonly mayHavePrinted: boolean | null;
  },
): void {
  const printed = mark.mayHavePrinted === null ? null : Number(mark.mayHavePrinted);
  store
    .prepare<[string, string | null, number, number, number | null, string]>(
      `UPDATE print_job SET state = ?, problem = ?, sending = ?, attempts = attempts + ?,
         may_have_printed = coalesce(?, may_have_printed) WHERE id = ?`,
    )
    .run(mark.state, mark.problem, mark.sending ? 1 : 0, mark.tries, printed, id);
}

/** Puts a job back in the queue, wanted now by this route. */
export function queueAgain(store: WritableStore, id: string, at: string, route: PrintRoute): void {
  store
    .prepare<[string, string, string]>(
      "UPDATE print_job SET state = 'queued', problem = NULL, sending = 0, wanted_at = ?, route = ? WHERE id = ?",
    )
    .run(at, route, id);
}

/** Gives a job up that may lie in the printer. */
export function giveUpJob(store: WritableStore, id: string, problem: string | null): void {
  store
    .prepare<[string | null, string]>(
      "UPDATE print_job SET state = 'given-up', problem = ?, sending = 0, may_have_printed = 1 WHERE id = ?",
    )
    .run(problem, id);
}

/** Ends the sending of a job and counts its tries. What a person said of it meanwhile stands: then it answers false. */
export function settleJob(
  store: WritableStore,
  id: string,
  end: {
    readonly state: PrintState;
    readonly problem: string | null;
    readonly mayHavePrinted: boolean;
    readonly tries: number;
  },
): boolean {
  const settled = store
    .prepare<[string, string | null, number, string]>(
      `UPDATE print_job SET state = ?, problem = ?, may_have_printed = ? WHERE id = ? AND state = 'queued'`,
    )
    .run(end.state, end.problem, end.mayHavePrinted ? 1 : 0, id);
  store
    .prepare<[number, string]>('UPDATE print_job SET sending = 0, attempts = attempts + ? WHERE id = ?')
    .run(end.tries, id);
  return settled.changes > 0;
}
