import { hash } from 'node:crypto';
import type { Desk } from '#electron/desk/desk.ts';
import type { Asker } from '#electron/desk/desk-call.ts';
import {
  listPrinters,
  pictureSender,
  sendSheet,
  testPrinter,
  type Printers,
} from '#electron/desk/paper/port/printer-work.ts';
import type { Sending } from '#electron/desk/paper/port/send-sheet.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { deskContract, type MethodName, type Output, type Parsed } from '#shared/contract/desk-contract.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { DeviceSettings, PrinterProfile } from '#shared/domain/office/settings.ts';

/** The key of one step of a command: as long as any may be, whatever the command's own is. */
const keyOf = (key: string, step: string) => hash('sha256', `${key} ${step}`);

/** How many commands are remembered, so that one asked for twice prints once. */
const MOST_KEPT = 200;

/**
 * What a joined PC prints by itself: its jobs stand at the desk, its printers here. The desk hears that a job is on its way
 * before the first byte, and what became of it; where the line is cut in between, the job says after a while that it may have come out.
 */
export function printHere(printers: Printers, ask: Desk['dispatch']) {
  const given = new Map<string, Promise<DeskReply<unknown>>>();
  /** Those for whom a sheet is on its way, the latest last. */
  const printing = new Set<Asker>();

  async function value<M extends MethodName>(
    asker: Asker,
    method: M,
    payload: unknown,
    key?: string,
  ): Promise<Output<M>> {
    const reply = await ask(method, payload, asker, key);
    if (!reply.ok) throw new Refusal(reply.problem);
    return reply.value as Output<M>;
  }

  const settingsOf = (asker: Asker): Promise<DeviceSettings> => value(asker, 'device.settings', {});

  async function send(
    asker: Asker,
    jobId: string,
    key: string,
    prepare: (job: PrintJob, profile: PrinterProfile) => () => Promise<Sending>,
  ): Promise<PrintJob> {
    const settings = await settingsOf(asker);
    const jobs = await value(asker, 'print.list', {});
    const known = jobs.find(({ id }) => id === jobId);
    if (known === undefined) throw new Refusal({ code: 'unknown-print-job' });
    const work = prepare(known, settings.printers[known.sheet]);
    await value(asker, 'print.begin', { jobId }, keyOf(key, 'begin'));
    printing.add(asker);
    const { trouble, mayHavePrinted } = await work().finally(() => printing.delete(asker));
    const state = trouble === null ? 'sent' : 'failed';
    const said = { jobId, state, mayHavePrinted, ...(trouble === null ? {} : { problem: trouble }) };
    return value(asker, 'print.mark', said, keyOf(key, 'mark'));
  }

  function sendJob(asker: Asker, input: Parsed<'print.send'>, key: string): Promise<PrintJob> {
    return send(asker, input.jobId, key, (job, { device, copies, folder }) => () => {
      const { id: jobId, ticketId, form, sheet, format } = job;
      const language = input.language ?? 'vi';
      const order = { jobId, ticketId, form, sheet, format, language, device, copies, training: false };
      const { route, copy, number, createdAt } = job;
      return sendSheet(printers, order, {
        route,
        folder,
        copy,
        number: number ?? '',
        businessDay: localDay(createdAt),
      });
    });
  }

  function sendRaster(asker: Asker, input: Parsed<'print.send-raster'>, key: string): Promise<PrintJob> {
    return send(asker, input.jobId, key, ({ format }, profile) =>
      pictureSender(printers, format, profile, input),
    );
  }

  function once(key: string, work: () => Promise<unknown>): Promise<DeskReply<unknown>> {
    const known = given.get(key);
    if (known !== undefined) return known;
    const reply = work().then(answered, (error: unknown) => {
      if (error instanceof Refusal) return refused(error.problem);
      throw error;
    });
    given.set(key, reply);
    const [oldest = ''] = given.keys();
    if (given.size > MOST_KEPT) given.delete(oldest);
    return reply;
  }

  /** What this PC answers by itself, or undefined. A call that the desk would refuse for its form or its key is left to it. */
  const serve = (
    method: string,
    payload: unknown,
    asker: Asker,
    key: string | undefined,
  ): Promise<DeskReply<unknown>> | undefined => {
    if (asker.role === 'display' || (key === undefined && method !== 'printer.list')) return undefined;
    const named = key ?? '';
    switch (method) {
      case 'printer.list':
        return listPrinters(printers).then(answered);
      case 'printer.test': {
        const input = deskContract['printer.test'].input.safeParse(payload);
        return input.success
          ? once(named, async () => testPrinter(printers, await settingsOf(asker), input.data))
          : undefined;
      }
      case 'print.send': {
        const input = deskContract['print.send'].input.safeParse(payload);
        return input.success ? once(named, () => sendJob(asker, input.data, named)) : undefined;
      }
      case 'print.send-raster': {
        const input = deskContract['print.send-raster'].input.safeParse(payload);
        return input.success ? once(named, () => sendRaster(asker, input.data, named)) : undefined;
      }
      default:
        return undefined;
    }
  };

  return {
    serve,
    /** A page that draws a sheet asks with the session of whoever prints it; over the line nobody is the program. */
    inWhoseName: (asker: Asker): Asker =>
      asker.program === true ? { ...asker, session: [...printing].at(-1)?.session } : asker,
  };
}
