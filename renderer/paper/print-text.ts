import { isHandout, SHEETS } from '#renderer/paper/handout/sheets.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { PRINT_TROUBLES } from '#shared/domain/printing/trouble.ts';
import type { Catalogue } from '#shared/text/vi.ts';

/** Why a job did not come out and what to do, as a sentence. */
export function troubleText({ problem }: Pick<PrintJob, 'problem'>, text: Catalogue): string {
  const trouble = PRINT_TROUBLES.find((known) => known === problem);
  return trouble === undefined ? text.counter.printFailedHelp : text.printing.trouble[trouble];
}

/** What a job prints: the sheet of a ticket, or the form by its name. */
export function jobName({ form, sheet }: Pick<PrintJob, 'form' | 'sheet'>, text: Catalogue): string {
  if (form === null) return text.printing.sheet[sheet];
  const id = form.split('.')[0] ?? '';
  const known = SHEETS.find((one) => one === id);
  if (known === undefined) return text.printing.sheet[sheet];
  return isHandout(known) ? text.handout.sheetName[known] : text.handout.list[known];
}

/** What is known of a job that is not on paper yet. */
export function jobStateText(job: PrintJob, text: Catalogue): string {
  const { printing, counter } = text;
  if (job.sending) return printing.job.sending;
  if (job.state === 'failed') {
    const why = troubleText(job, text);
    return job.mayHavePrinted ? `${printing.job.mayHavePrinted} ${why}` : why;
  }
  if (job.state === 'queued') return job.waitsForPerson ? printing.job.waits : printing.job.queued;
  return { sent: counter.printSent, confirmed: counter.printConfirmed, 'given-up': counter.printGivenUp }[
    job.state
  ];
}
