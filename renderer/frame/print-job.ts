import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { OfficeSettings, SheetPaper } from '#shared/contract/office.ts';
import type { PrintJob, SheetKind } from '#shared/contract/print.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Language } from '#shared/text/catalogue.ts';
import { v4 } from 'uuid';
import { printAlone } from './print-alone.ts';

export type PrintResult =
  /** Handed to the print dialogue. Whether paper came out is for a person to say. */
  | { readonly kind: 'sent'; readonly job: PrintJob }
  /** The office prints nothing: the job is stored, and nothing was sent. */
  | { readonly kind: 'printing-off'; readonly job: PrintJob }
  | { readonly kind: 'failed'; readonly job: PrintJob; readonly problem: DeskProblem | undefined }
  | { readonly kind: 'refused'; readonly problem: DeskProblem };

export type PrintWish = { readonly ticketId: string; readonly sheet: SheetKind; readonly paper?: SheetPaper };
export type PrintWay = { readonly printing: OfficeSettings['printing']; readonly language?: Language };

/** Stores the job first, then prints it. A second job of the same sheet is a reprint and says so on the paper. */
export async function queueAndPrint(
  client: DeskClient,
  wish: PrintWish,
  way: PrintWay,
): Promise<PrintResult> {
  const queued = await client.call('print.queue', wish, v4());
  if (!queued.ok) return { kind: 'refused', problem: queued.problem };
  return printSheet(client, queued.value, way);
}

/** Prints a stored job through the print dialogue of the browser and marks what became of it. */
export async function printSheet(client: DeskClient, job: PrintJob, way: PrintWay): Promise<PrintResult> {
  if (way.printing === 'none') return { kind: 'printing-off', job };
  const slip = await client.call('slip.show', { ticketId: job.ticketId, sheet: job.sheet, jobId: job.id });
  const sent =
    slip.ok &&
    (await printAlone(async (place) => {
      const { drawSheet } = await import('#renderer/entries/print/draw-sheet.tsx');
      return drawSheet(place, slip.value, way.language ?? 'vi');
    }));
  const marked = await client.call(
    'print.mark',
    {
      jobId: job.id,
      state: sent ? 'sent' : 'failed',
      ...(sent ? {} : { problem: slip.ok ? 'not-drawn' : slip.problem.code }),
    },
    v4(),
  );
  if (!marked.ok) return { kind: 'refused', problem: marked.problem };
  return sent
    ? { kind: 'sent', job: marked.value }
    : { kind: 'failed', job: marked.value, problem: slip.ok ? undefined : slip.problem };
}
