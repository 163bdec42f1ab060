import { v7 as uuid } from 'uuid';
import type { PrintJob, PrintState, SheetKind } from '#shared/contract/print.ts';
import type { SheetPaper } from '#shared/contract/office.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { DeskCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { findOpenDay } from './day-row.ts';
import { officeId, readSettings } from './office.ts';
import { composeSlip } from './slip.ts';
import { ticketRow } from './ticket-row.ts';

type PrintJobRow = {
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
};

const select = `SELECT j.id, j.ticket_id, t.letter, t.number, j.sheet, j.paper, j.state, j.copy, j.created_at, j.problem
  FROM print_job j JOIN ticket t ON t.id = j.ticket_id`;

function asJob(row: PrintJobRow): PrintJob {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    number: ticketNumber(row.letter, row.number),
    sheet: row.sheet,
    paper: row.paper,
    state: row.state,
    copy: row.copy,
    createdAt: row.created_at,
    problem: row.problem,
  };
}

/** A stored job; refuses with `unknown-print-job`. */
export function readJob(store: Store, id: string): PrintJob {
  const row = store.prepare<[string], PrintJobRow>(`${select} WHERE j.id = ?`).get(id);
  if (row === undefined) throw new Refusal({ code: 'unknown-print-job' });
  return asJob(row);
}

/** The paper a sheet is printed on unless the caller names another. */
export function usualPaper(call: DeskCall, office: string, sheet: SheetKind): SheetPaper {
  const settings = readSettings(call.store, office);
  return sheet === 'number' ? settings.numberPaper : settings.guidancePaper;
}

export const printServices = {
  'slip.show'(call, input) {
    const office = officeId(call.store);
    const job = input.jobId === undefined ? undefined : readJob(call.store, input.jobId);
    const paper = job?.paper ?? input.paper ?? usualPaper(call, office, input.sheet);
    return composeSlip(call, office, input.ticketId, input.sheet, paper, job?.copy ?? 0);
  },
  'print.queue'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const ticket = ticketRow(store, input.ticketId);
    const copies = store
      .prepare<[string, string], { copies: number }>(
        'SELECT count(*) AS copies FROM print_job WHERE ticket_id = ? AND sheet = ?',
      )
      .get(ticket.id, input.sheet);
    const id = uuid();
    store
      .prepare<(string | number)[]>(
        `INSERT INTO print_job (id, office_id, business_day, ticket_id, sheet, paper, state, copy, created_at)
         VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)`,
      )
      .run(
        id,
        office,
        ticket.business_day,
        ticket.id,
        input.sheet,
        input.paper ?? usualPaper(call, office, input.sheet),
        copies?.copies ?? 0,
        call.at,
      );
    call.append({
      name: 'print.queued',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      data: { jobId: id, sheet: input.sheet, copy: copies?.copies ?? 0 },
    });
    return readJob(store, id);
  },
  'print.mark'(call, input) {
    const job = readJob(call.store, input.jobId);
    call.store
      .prepare<[string, string | null, string]>('UPDATE print_job SET state = ?, problem = ? WHERE id = ?')
      .run(input.state, input.problem ?? null, job.id);
    call.append({
      name: 'print.marked',
      ticketId: job.ticketId,
      data: { jobId: job.id, state: input.state },
    });
    return readJob(call.store, job.id);
  },
  'print.list'(call, input) {
    const office = officeId(call.store);
    const day = findOpenDay(call.store, office);
    if (day === undefined) return [];
    const pending = input.pendingOnly === true ? "AND j.state IN ('queued', 'failed')" : '';
    return call.store
      .prepare<[string, string], PrintJobRow>(
        `${select} WHERE j.office_id = ? AND j.business_day = ? ${pending} ORDER BY j.created_at DESC, j.id DESC LIMIT 200`,
      )
      .all(office, day.day)
      .map(asJob);
  },
} satisfies Partial<Services>;
