import { newId } from '../new-id.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { SheetKind } from '#shared/domain/slip/slip.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { mayBecome } from '#shared/domain/printing/job-state.ts';
import type { PrinterKind, PrintRoute } from '#shared/domain/printing/route.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import type { Printing } from './port/printing.ts';
import { Refusal } from '../refusal.ts';
import { deviceRow } from '../store/rows/device-row.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import {
  addPrintJob,
  copiesOf,
  giveUpJob,
  markJob,
  printJobRows,
  queueAgain,
  setSending,
} from '../store/rows/print-job-row.ts';
import { asJob, ofTicket, readJob, readyToSend, routeNow, usualFormat } from './print-job.ts';
import { previewSlip, showSlip } from './slip.ts';
import { ticketRow } from '../store/rows/ticket-row.ts';

type JobWish =
  | { ticketId: string; sheet: SheetKind; format?: SheetFormat | undefined }
  | { form: string; sheet: PrinterKind; format: SheetFormat };

/** Stores a job. Of a ticket it has the next count of its sheet: 0 for the first, above that a reprint. */
function storeJob(printing: Printing, call: CommandCall, office: string, wish: JobWish): PrintJob {
  const { store } = call;
  const ticket = 'form' in wish ? undefined : ticketRow(store, wish.ticketId);
  const form = 'form' in wish ? wish.form : null;
  const format = 'form' in wish ? wish.format : (wish.format ?? usualFormat(call, wish.sheet));
  const businessDay = ticket?.business_day ?? dayOfForms(call, office);
  const copy = ticket === undefined ? 0 : copiesOf(store, ticket.id, wish.sheet);
  const id = newId();
  addPrintJob(store, {
    id,
    office,
    device: call.caller.device,
    day: businessDay,
    ticketId: ticket?.id ?? null,
    form,
    sheet: wish.sheet,
    format,
    copy,
    at: call.at,
    route: routeNow(printing, call, wish.sheet, format),
  });
  call.append({
    name: 'print.queued',
    businessDay,
    ...(ticket === undefined ? {} : { ticketId: ticket.id }),
    data: { jobId: id, sheet: wish.sheet, copy, ...(form === null ? {} : { form }) },
  });
  return readJob(printing, call, id);
}

/** The day a sheet without a ticket is listed under. */
function dayOfForms(call: QueryCall, office: string): string {
  return findOpenDay(call.store, office)?.day ?? localDay(call.at);
}

/** A job like another one, for a person who asks for it again. */
function storeAnother(printing: Printing, call: CommandCall, office: string, job: PrintJob): PrintJob {
  const { ticketId, form, sheet, format } = job;
  if (form !== null) return storeJob(printing, call, office, { form, sheet, format });
  if (ticketId === null || (sheet !== 'number' && sheet !== 'guidance')) {
    throw new Error('a job is neither of a ticket nor of a form');
  }
  return storeJob(printing, call, office, { ticketId, sheet, format });
}

/** What is begun elsewhere than in this program: a dialogue of a window, and on a joined PC whatever its own program prints. */
function routesBegun({ store, caller }: CommandCall): readonly PrintRoute[] {
  const isHere = deviceRow(store, caller.device)?.kind === 'desk';
  return isHere ? ['driver-dialog'] : ['driver-dialog', 'driver-silent', 'pdf-file', 'network-thermal'];
}

/** The services of print jobs. */
export const printServices = (printing: Printing) =>
  ({
    'slip.show'(call, input) {
      const job = input.jobId === undefined ? undefined : readJob(printing, call, input.jobId);
      const format = job?.format ?? input.format ?? usualFormat(call, input.sheet);
      return showSlip(call, input.ticketId, { sheet: input.sheet, format, copy: job?.copy ?? 0 });
    },
    'slip.preview': previewSlip,
    'print.queue': (call, input) => storeJob(printing, call, officeId(call.store), input),
    'print.queue-form': (call, input) => storeJob(printing, call, officeId(call.store), input),
    'print.begin'(call, input) {
      const job = readyToSend(printing, call, input.jobId, routesBegun(call));
      setSending(call.store, job.id, 1);
      printing.begun.set(job.id, call.at);
      call.append({ name: 'print.marked', ...ofTicket(job), data: { jobId: job.id, state: 'queued' } });
      return readJob(printing, call, job.id);
    },
    'print.mark'(call, input) {
      const job = readJob(printing, call, input.jobId);
      const byDesk = printing.sending.has(job.id);
      if (!mayBecome(job.state, input.state)) {
        throw new Refusal({ code: 'print-job-state', number: job.number ?? '', state: job.state });
      }
      // What the desk is sending is counted by the desk, and a dialogue when it opens.
      const tried =
        !job.sending && job.state === 'queued' && (input.state === 'sent' || input.state === 'failed');
      markJob(call.store, job.id, {
        state: input.state,
        problem: input.problem ?? null,
        sending: byDesk,
        tries: tried ? 1 : 0,
        mayHavePrinted: input.mayHavePrinted ?? null,
      });
      printing.begun.delete(job.id);
      call.append({
        name: 'print.marked',
        ...ofTicket(job),
        data: { jobId: job.id, state: input.state },
      });
      return readJob(printing, call, job.id);
    },
    'print.again'(call, input) {
      const office = officeId(call.store);
      const job = readJob(printing, call, input.jobId);
      if (job.sending) throw new Refusal({ code: 'print-job-sending', number: job.number ?? '' });
      const failed = job.state === 'failed';
      if (job.state === 'queued' || (failed && !job.mayHavePrinted)) {
        queueAgain(call.store, job.id, call.at, routeNow(printing, call, job.sheet, job.format));
        call.append({ name: 'print.marked', ...ofTicket(job), data: { jobId: job.id, state: 'queued' } });
        return readJob(printing, call, job.id);
      }
      if (failed) {
        giveUpJob(call.store, job.id, job.problem);
        call.append({
          name: 'print.marked',
          ...ofTicket(job),
          data: { jobId: job.id, state: 'given-up' },
        });
      }
      return storeAnother(printing, call, office, job);
    },
    'print.list'(call, input) {
      const day = dayOfForms(call, officeId(call.store));
      return printJobRows(call.store, call.caller.device, day, input.pendingOnly === true).map((row) =>
        asJob(printing, call, row),
      );
    },
  }) satisfies Partial<Services>;
