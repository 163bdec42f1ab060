import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { defaultPrinter } from '#shared/domain/office/default-settings.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import type { Language } from '#shared/domain/language.ts';
import { printJob } from './print-job.ts';

/** Where the printer of a job needs its sheet; without a job, or where the desk does not say, as it is drawn. */
export async function jobPlacing(
  client: DeskClient,
  printer: PrinterKind | undefined,
): Promise<PrinterProfile> {
  if (printer === undefined) return defaultPrinter;
  const office = await client.call('office.show', {});
  return office.ok && office.value !== null ? office.value.settings.printers[printer] : defaultPrinter;
}

/** Prints a job by its id, as any window would, and gives what became of it. */
export async function printStored(client: DeskClient, jobId: string, language: Language): Promise<string> {
  const jobs = await client.call('print.list', {});
  const job = jobs.ok ? jobs.value.find(({ id }) => id === jobId) : undefined;
  if (job === undefined) return 'refused';
  const result = await printJob(client, job, language);
  return result.kind;
}
