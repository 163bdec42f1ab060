import type { DeskClient, Input } from '#shared/contract/desk-contract.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { isRoll, ROLL_DOTS, type RollFormat } from '#shared/domain/printing/sheet-format.ts';
import { rasterise } from '#shared/domain/printing/raster.ts';
import type { Language } from '#shared/domain/language.ts';
import { giveCommand } from '#renderer/desk/send-command.ts';
import { printAlone, withSheet, type Drawing } from './print-alone.ts';
import { jobDrawing } from './print-drawing.ts';

export type PrintResult =
  /** Handed over. Whether paper came out is for a person to say. */
  | { readonly kind: 'sent'; readonly job: PrintJob }
  /** This sheet is set not to be printed: the job is stored, and nothing was sent. */
  | { readonly kind: 'printing-off'; readonly job: PrintJob }
  /** The job says why, in `problem`. */
  | { readonly kind: 'failed'; readonly job: PrintJob }
  | { readonly kind: 'refused'; readonly problem: DeskProblem };

export type PrintWish = Input<'print.queue'>;
export type FormWish = Input<'print.queue-form'>;

/** Stores the job first, then prints it. A second job of the same sheet is a reprint and says so on the paper. */
export async function queueAndPrint(client: DeskClient, wish: PrintWish): Promise<PrintResult> {
  return printQueued(client, await giveCommand(client, 'print.queue', wish));
}

/** The same for a sheet without a ticket. */
export async function queueFormAndPrint(client: DeskClient, wish: FormWish): Promise<PrintResult> {
  return printQueued(client, await giveCommand(client, 'print.queue-form', wish));
}

/** Prints a stored job because a person asked for it; where paper may lie there already, it is another, marked job. */
export async function printAgain(client: DeskClient, jobId: string): Promise<PrintResult> {
  return printQueued(client, await giveCommand(client, 'print.again', { jobId }));
}

async function printQueued(client: DeskClient, queued: DeskReply<PrintJob>): Promise<PrintResult> {
  return queued.ok ? printJob(client, queued.value) : { kind: 'refused', problem: queued.problem };
}

/** Prints a stored job the way it is set to go, and keeps what became of it. */
export async function printJob(
  client: DeskClient,
  job: PrintJob,
  language: Language = 'vi',
): Promise<PrintResult> {
  switch (job.route) {
    case 'none':
      return { kind: 'printing-off', job };
    case 'driver-silent':
    case 'pdf-file':
      return resultOf(await giveCommand(client, 'print.send', { jobId: job.id, language }));
    case 'driver-dialog':
      return throughDialogue(client, job, language);
    case 'network-thermal':
      return asPicture(client, job, language);
  }
}

function resultOf(reply: DeskReply<PrintJob>): PrintResult {
  if (!reply.ok) return { kind: 'refused', problem: reply.problem };
  return { kind: reply.value.state === 'failed' ? 'failed' : 'sent', job: reply.value };
}

async function mark(client: DeskClient, job: PrintJob, problem: string | null): Promise<PrintResult> {
  const state = problem === null ? { state: 'sent' as const } : { state: 'failed' as const, problem };
  return resultOf(await giveCommand(client, 'print.mark', { jobId: job.id, ...state }));
}

/** The dialogue of this window; in the program's own windows as in a browser. */
async function throughDialogue(client: DeskClient, job: PrintJob, language: Language): Promise<PrintResult> {
  const drawing = await jobDrawing(client, job, language);
  if (!drawing.ok) return mark(client, job, drawing.problem.code);
  let refusal: DeskProblem | undefined;
  const sent = await printAlone(drawing.draw, drawing.profile.copies, async () => {
    const begun = await giveCommand(client, 'print.begin', { jobId: job.id });
    if (!begun.ok) refusal = begun.problem;
    return begun.ok;
  });
  // Another window has it: what becomes of it is said there.
  return refusal === undefined
    ? mark(client, job, sent ? null : 'not-drawn')
    : { kind: 'refused', problem: refusal };
}

/** This window makes the picture, the desk sends it; while a printer keeps the desk waiting, the window goes on. */
async function asPicture(client: DeskClient, job: PrintJob, language: Language): Promise<PrintResult> {
  const drawing = await jobDrawing(client, job, language);
  if (!drawing.ok) return mark(client, job, drawing.problem.code);
  const { format } = job;
  const picture = isRoll(format)
    ? await thermalPicture(drawing.draw, format, drawing.profile).catch(() => undefined)
    : undefined;
  if (picture === undefined) return mark(client, job, 'not-drawn');
  return resultOf(await giveCommand(client, 'print.send-raster', { jobId: job.id, ...picture }));
}

/** The dots that a thermal head prints of a sheet: as far as it reaches, in the darkness of its profile. */
export function thermalPicture(
  draw: Drawing,
  roll: RollFormat,
  { darkness }: Pick<PrinterProfile, 'darkness'>,
): Promise<{ widthDots: number; rows: string }> {
  const { paper, head } = ROLL_DOTS[roll];
  return withSheet(draw, async ({ sheet }) => {
    const { sheetPicture } = await import('./sheet-picture.ts');
    const picture = await sheetPicture(sheet, paper);
    const { widthDots, rows } = rasterise(picture, {
      darkness,
      left: (paper - head) / 2,
      widthDots: head,
    });
    return { widthDots, rows: base64Of(rows) };
  });
}
