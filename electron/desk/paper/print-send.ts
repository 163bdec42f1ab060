import type { PrintJob } from '#shared/contract/print.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import type { PrintRoute } from '#shared/domain/printing/route.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import type { Printing } from './port/printing.ts';
import { listPrinters, pictureSender, sendSheet, testPrinter } from './port/printer-work.ts';
import type { Sending } from './port/send-sheet.ts';
import { Refusal } from '../refusal.ts';
import { readDevice } from '../store/rows/device-row.ts';
import { setSending, settleJob } from '../store/rows/print-job-row.ts';
import { businessDayOf, ofTicket, readJob, readyToSend } from './print-job.ts';

/** Looks at what came from the window and refuses it, or gives what is to be done once the job is marked. */
type Prepare = (job: PrintJob, profile: PrinterProfile) => () => Promise<Sending>;

/**
 * Sends a queued job and keeps what became of it. That it is on its way is stored before the first byte, so that a program
 * that ends in between leaves a job that says so; nothing is in a transaction while a printer is waited for.
 */
async function sendJob(
  printing: Printing,
  call: CommandCall,
  jobId: string,
  routes: readonly PrintRoute[],
  prepare: Prepare,
): Promise<PrintJob> {
  const { store } = call;
  const { printers } = readDevice(store, call.caller.device);
  const job = readyToSend(printing, call, jobId, routes);
  const send = prepare(job, printers[job.sheet]);

  store.write(() => setSending(store, job.id, 0));
  printing.sending.add(job.id);
  let sending: Sending = { trouble: 'interrupted', mayHavePrinted: true, attempts: 1 };
  try {
    sending = await send();
  } finally {
    printing.sending.delete(job.id);
    // A desk that closed meanwhile keeps nothing: the next start finds the job on its way, and says so.
    if (!printing.closing.aborted) settle(call, job, sending);
  }
  if (printing.closing.aborted) throw new Refusal({ code: 'desk-closing' });
  return readJob(printing, call, job.id);
}

/** What a person said of the job meanwhile stands. */
function settle(call: CommandCall, job: PrintJob, { trouble, mayHavePrinted, attempts }: Sending): void {
  const { store } = call;
  const state = trouble === null ? 'sent' : 'failed';
  store.write(() => {
    const settled = settleJob(store, job.id, { state, problem: trouble, mayHavePrinted, tries: attempts });
    if (!settled) return;
    call.append({
      name: 'print.marked',
      ...ofTicket(job),
      data: { jobId: job.id, state, ...(trouble === null ? {} : { trouble }) },
    });
  });
}

/** The services that wait for a printer. */
export const printSendServices = (printing: Printing) =>
  ({
    'print.send': (call, input) =>
      sendJob(
        printing,
        call,
        input.jobId,
        ['driver-silent', 'driver-dialog', 'pdf-file'],
        (job, { device, copies, folder }) =>
          () => {
            const { id: jobId, ticketId, form, sheet, format } = job;
            const language = input.language ?? 'vi';
            const order = { jobId, ticketId, form, sheet, format, language, device, copies };
            return sendSheet(
              printing,
              { ...order, training: call.training },
              {
                route: job.route,
                folder,
                businessDay: businessDayOf(call, job),
                number: job.number ?? '',
                copy: job.copy,
              },
            );
          },
      ),
    'printer.list': () => listPrinters(printing),
    'printer.test': (call, input) => testPrinter(printing, readDevice(call.store, call.caller.device), input),
    'print.send-raster': (call, input) =>
      sendJob(printing, call, input.jobId, ['network-thermal'], ({ format }, profile) =>
        pictureSender(printing, format, profile, input),
      ),
  }) satisfies Partial<Services>;
