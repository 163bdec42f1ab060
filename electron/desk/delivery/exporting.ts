import type { ExportSubject } from '#shared/contract/export.ts';
import type { PdfTrouble } from '#shared/contract/export-words.ts';
import type { Language } from '#shared/domain/language.ts';
import type { SigningKey } from '#electron/books/day-file.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import type { NewEvent } from '../store/rows/event-row.ts';
import type { ExportJobs } from './export-jobs.ts';

/** A printed report: the page draws it from the desk's own answers, nothing of the figures is in the order. */
export type ReportOrder = {
  readonly subject: ExportSubject;
  readonly language: Language;
  readonly training: boolean;
};

export type ReportPdf =
  | { readonly trouble: null; readonly bytes: Uint8Array }
  | { readonly trouble: PdfTrouble };

/** Draws the report page of this program as a PDF. Never rejects, and gives up by itself after its own time. */
export type ReportPrinter<Order = ReportOrder> = (order: Order, signal: AbortSignal) => Promise<ReportPdf>;

/** A report printer that can be waited for. */
export type QueuedPrinter<Order = ReportOrder> = ReportPrinter<Order> & {
  /** Resolves when nothing is drawn any more and what was drawn with is gone. */
  settled(): Promise<void>;
};

/** One report after another; a printer that fails in a way it did not foresee draws nothing, and the next one gets its turn. */
export function printOneByOne<Order = ReportOrder>(
  print: ReportPrinter<Order>,
  before: Promise<unknown> = Promise.resolve(),
): QueuedPrinter<Order> {
  let last: Promise<unknown> = before.catch(() => undefined);
  const queued: ReportPrinter<Order> = (order, signal) => {
    const turn = last.then(() => print(order, signal)).catch((): ReportPdf => ({ trouble: 'not-drawn' }));
    last = turn;
    return turn;
  };
  return Object.assign(queued, {
    async settled() {
      await last;
    },
  });
}

/** What an open desk exports with. */
export type Exporting = {
  /** Absent where there is no window and no browser to draw in. */
  readonly printer: ReportPrinter | undefined;
  readonly jobs: ExportJobs;
  /** Aborted when the desk closes. */
  readonly closing: AbortSignal;
  /** The key that signs day files; made when it is first needed. Refuses with `office-key-damaged`. */
  signingKey(): SigningKey;
  /** Journals what happened after the call that began it was answered, and announces it. */
  record(event: NewEvent, by: Actor): void;
};

/** The query of print.html for a report: `?report=<base64url of JSON>`. */
export function reportQuery({ subject, language }: ReportOrder): string {
  return `?report=${Buffer.from(JSON.stringify({ subject, language }), 'utf8').toString('base64url')}`;
}
