import type { PrintJob, SheetKind } from '#shared/contract/print.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { OfficeSettings, SheetPaper } from '#shared/contract/office.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Language } from '#shared/text/catalogue.ts';
import { v4 } from 'uuid';
import { isPrintNews, orderHash, type PrintNews } from '#renderer/entries/print/print-order.ts';

/** Time in which the print page must have drawn the sheet; the dialogue itself may stay open for as long as it likes. */
const READY_WITHIN_MS = 15_000;

export type PrintResult =
  /** Handed to the print dialogue. Whether paper came out is for a person to say. */
  | { readonly kind: 'sent'; readonly job: PrintJob }
  /** The office prints nothing: the job is stored, and nothing was sent. */
  | { readonly kind: 'printing-off'; readonly job: PrintJob }
  | { readonly kind: 'failed'; readonly job: PrintJob; readonly reason: 'not-ready' | 'not-drawn' }
  | { readonly kind: 'refused'; readonly problem: DeskProblem };

export type PrintWish = { readonly ticketId: string; readonly sheet: SheetKind; readonly paper?: SheetPaper };
export type PrintWay = { readonly printing: OfficeSettings['printing']; readonly language?: Language };

/** Stores the job first, then prints it. */
export async function queueAndPrint(client: DeskClient, wish: PrintWish, way: PrintWay): Promise<PrintResult> {
  const queued = await client.call('print.queue', wish, v4());
  if (!queued.ok) return { kind: 'refused', problem: queued.problem };
  return printSheet(client, queued.value, way);
}

/** Prints a stored job through the browser's dialogue and marks what became of it. */
export async function printSheet(client: DeskClient, job: PrintJob, way: PrintWay): Promise<PrintResult> {
  if (way.printing === 'none') return { kind: 'printing-off', job };
  const news = await showDialogue(job, way.language ?? 'vi');
  const state = news === 'sent' ? 'sent' : 'failed';
  const marked = await client.call('print.mark', { jobId: job.id, state, ...(news === 'sent' ? {} : { problem: news }) }, v4());
  if (!marked.ok) return { kind: 'refused', problem: marked.problem };
  return news === 'sent' ? { kind: 'sent', job: marked.value } : { kind: 'failed', job: marked.value, reason: news };
}

/** Opens the print page in a frame that nobody sees; the dialogue belongs to the browser. */
function showDialogue(job: PrintJob, language: Language): Promise<'sent' | 'not-ready' | 'not-drawn'> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', right: '0', bottom: '0', width: '1px', height: '1px', border: '0', opacity: '0', pointerEvents: 'none' });
  frame.src = `./print.html${orderHash(location.hash, {
    ticketId: job.ticketId,
    sheet: job.sheet,
    paper: job.paper,
    jobId: job.id,
    language,
    auto: true,
  })}`;
  return new Promise((done) => {
    const end = (result: 'sent' | 'not-ready' | 'not-drawn'): void => {
      clearTimeout(late);
      removeEventListener('message', hear);
      frame.remove();
      done(result);
    };
    const late = setTimeout(() => end('not-ready'), READY_WITHIN_MS);
    const hear = (message: MessageEvent<unknown>): void => {
      if (message.source !== frame.contentWindow || message.origin !== location.origin || !isPrintNews(message.data)) return;
      const { state }: PrintNews = message.data;
      if (state === 'ready') clearTimeout(late);
      else end(state === 'sent' ? 'sent' : 'not-drawn');
    };
    addEventListener('message', hear);
    document.body.append(frame);
  });
}
