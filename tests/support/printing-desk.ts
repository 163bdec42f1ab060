import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { defaultPrinter, defaultSettings } from '#shared/domain/office/default-settings.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { rasterise, type Raster } from '#shared/domain/printing/raster.ts';
import type { DriverPort } from '#electron/desk/paper/port/driver-port.ts';
import { usualPatience, type NetworkPatience } from '#electron/desk/paper/port/network-printer.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';

/** For printers that say nothing: what they would have said is not waited for. */
export const shortAnswers = { ...usualPatience, answerMs: 40, partingMs: 40 };
/** For printers that hang: the end comes soon. */
export const shortPatience = { ...usualPatience, partingMs: 40, totalMs: 1500 };

/** A drawing that looks like nothing else: lines and dots that depend on `seed`, in the width of an 80 mm roll. */
export function someSlip(seed = 1, heightDots = 300, widthDots = 576): Raster {
  const data = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((x * x + y * seed * 31 + ((x * seed) >> 3)) % 17 < 4)
        data.fill(0, (y * widthDots + x) * 4, (y * widthDots + x) * 4 + 3);
    }
  }
  return rasterise({ width: widthDots, height: heightDots, data });
}

/** The picture as a window sends it. */
export function asPicture({ widthDots, rows }: Raster): { widthDots: number; rows: string } {
  return { widthDots, rows: base64Of(rows) };
}

export type PrintingDesk = TestDesk & {
  /** A ticket's stored job. */
  queue(sheet?: 'number' | 'guidance', name?: string): PrintJob;
  /** Sends a job as a picture. */
  sendPicture(job: PrintJob, picture?: Raster, key?: string): Promise<DeskReply<PrintJob>>;
  send(job: PrintJob, key?: string): Promise<DeskReply<PrintJob>>;
  test(input: Input<'printer.test'>): Promise<DeskReply<Output<'printer.test'>>>;
  /** The job as the list tells it. */
  job(id: string): PrintJob;
};

/** A desk whose numbers and slips go by one profile. */
export function printingDesk(
  profile: Partial<PrinterProfile>,
  options: { drivers?: DriverPort; printing?: 'dialog' | 'none'; patience?: NetworkPatience } = {},
): PrintingDesk {
  const own = { ...defaultPrinter, ...profile };
  const desk = openTestDesk({
    settings: {
      printing: options.printing ?? 'dialog',
      printers: { ...defaultSettings.printers, number: own, guidance: own },
    },
    printing: {
      networkPatience: options.patience ?? usualPatience,
      ...(options.drivers === undefined ? {} : { drivers: options.drivers }),
    },
  });
  onTestFinished(() => {
    if (desk.store.database.open) desk.desk.close();
  });
  const ask = async <T>(method: string, input: unknown, key: string = randomUUID()): Promise<DeskReply<T>> =>
    (await desk.desk.dispatch(method, input, { role: 'reception' }, key)) as DeskReply<T>;
  return {
    ...desk,
    queue: (sheet = 'number', name = 'Trần Thị Mẫu') =>
      desk.call('print.queue', { ticketId: desk.issue({ name }).id, sheet }),
    sendPicture: (job, picture = someSlip(), key) =>
      ask('print.send-raster', { jobId: job.id, ...asPicture(picture) }, key),
    send: (job, key) => ask('print.send', { jobId: job.id }, key),
    test: (input) => ask('printer.test', input),
    job(id) {
      const found = desk.call('print.list', {}).find((job) => job.id === id);
      if (found === undefined) throw new Error('the list does not tell this job');
      return found;
    },
  };
}
