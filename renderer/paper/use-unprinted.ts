import type { PrintJob } from '#shared/contract/print.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { jobName, troubleText } from './print-text.ts';
import { usePrint } from './use-print.ts';

/** A job that is younger is on its way to its printer. */
const NEW_MS = 3_000;

/** Sheets that were to be printed and were not: one list and one number for the top bar, the band and the counter. */
export function useUnprinted() {
  const text = useText();
  const now = useNow();
  const print = usePrint();
  const jobs = (useDeskQuery('print.list', { pendingOnly: true }).value ?? []).filter(
    (job) => job.state === 'failed' || now - Date.parse(job.createdAt) > NEW_MS,
  );
  /** Prints a job because a person asked for it, and says what came of it. */
  const again = async (job: PrintJob): Promise<void> => {
    const name = [job.number ?? '', jobName(job, text)].filter((part) => part !== '').join(' ');
    const result = await print.again(job.id);
    if (result.kind === 'refused') sayInBar(problemText(result.problem, text), true);
    else if (result.kind === 'failed') sayInBar(`${name}: ${troubleText(result.job, text)}`, true);
    else if (result.kind === 'printing-off') sayInBar(text.counter.printingOff);
    else sayInBar(`${name}: ${text.printing.job.sent}`);
  };
  return { jobs, oldest: jobs.findLast((job) => !job.sending), again: (job: PrintJob) => void again(job) };
}
