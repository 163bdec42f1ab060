import type { PrintJob } from '#shared/contract/print.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { encodeThermal } from '#shared/domain/printing/esc-pos.ts';
import { isRoll, ROLL_DOTS } from '#shared/domain/printing/sheet-format.ts';
import { readRaster, type Raster } from '#shared/domain/printing/raster.ts';
import type { PrintRoute } from '#shared/domain/printing/route.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import type { Printing } from './port/printing.ts';
import type { SheetOrder } from './port/driver-port.ts';
import { sendToPrinter } from './port/network-printer.ts';
import { printByDriver, printToFile, sheetFileName, type Sending } from './port/send-sheet.ts';
import { Refusal } from '../refusal.ts';
import { readDevice } from '../store/rows/device-row.ts';
import { setSending, settleJob } from '../store/rows/print-job-row.ts';
import { businessDayOf, ofTicket, readJob, readyToSend } from './print-job.ts';

/** Where there is nothing to send with or to: the job is stored, and nothing was tried. */
function untried(trouble: PrintTrouble): Sending {
  return { trouble, mayHavePrinted: false, attempts: 0 };
}

/** The dots of a picture that came from a window; refuses with `invalid-input` what is none. */
export function pictureOf(input: { widthDots: number; rows: string }, widest: number, path: string): Raster {
  const read = readRaster(input.widthDots, Buffer.from(input.rows, 'base64'), widest);
  if (!read.ok) throw new Refusal({ code: 'invalid-input', path, reason: read.reason });
  return read.raster;
}

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
        (job, profile) => async () => {
          const { drivers } = printing;
          if (drivers === undefined || job.route === 'none' || job.route === 'network-thermal') {
            return untried('no-driver');
          }
          const order: SheetOrder = {
            jobId: job.id,
            ticketId: job.ticketId,
            form: job.form,
            sheet: job.sheet,
            format: job.format,
            language: input.language ?? 'vi',
            training: call.training,
            device: profile.device,
            copies: profile.copies,
          };
          if (job.route !== 'pdf-file') return printByDriver(drivers, order, job.route);
          const businessDay = businessDayOf(call, job);
          const fileName = sheetFileName({ ...order, businessDay, number: job.number ?? '', copy: job.copy });
          return printToFile(drivers, order, profile.folder, fileName);
        },
      ),
    'print.send-raster': (call, input) =>
      sendJob(printing, call, input.jobId, ['network-thermal'], (job, profile) => {
        const widest = isRoll(job.format) ? ROLL_DOTS[job.format].head : 0;
        const picture = pictureOf(input, widest, 'rows');
        const { networkPatience, closing } = printing;
        return async () =>
          profile.host === ''
            ? untried('no-address')
            : sendToPrinter(profile, encodeThermal(picture, profile), networkPatience, closing);
      }),
  }) satisfies Partial<Services>;
