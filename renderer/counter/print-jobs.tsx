import { useDesk } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { printSheet } from '#renderer/frame/print-job.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { formatTime } from '#shared/text/format.ts';
import { IconPrinterOff } from '@tabler/icons-react';
import styles from './slip-column.module.css';

/** Sheets of other tickets that were to be printed and were not. Nothing prints by itself: a person decides. */
export function PrintJobs({ except }: { readonly except: string | null }) {
  const text = useText().counter;
  const desk = useDesk();
  const mark = useDeskCommand('print.mark');
  const printing = useDeskQuery('office.show', {}).value?.settings.printing ?? 'dialog';
  const failed = (useDeskQuery('print.list', { pendingOnly: true }).value ?? []).filter(
    (job) => job.state === 'failed' && job.id !== except,
  );
  if (failed.length === 0) return null;
  return (
    <section className={styles['jobs']} aria-label={text.jobs}>
      <SectionHead title={text.jobs} count={failed.length} />
      <ul>
        {failed.map((job) => (
          <li key={job.id} className={styles['job']}>
            <IconPrinterOff size={20} stroke={1.75} aria-hidden="true" />
            <div>
              <NumberText className={styles['jobNumber']}>{job.number}</NumberText> {text.jobSheet[job.sheet]}
              <div className={styles['jobState']}>{text.printFailed}</div>
            </div>
            <NumberText className={styles['jobTime']}>{formatTime(job.createdAt)}</NumberText>
            <div className={styles['jobButtons']}>
              <Button size="small" onClick={() => void printSheet(desk, job, { printing })}>
                {text.print}
              </Button>
              <Button size="small" onClick={() => void mark.run({ jobId: job.id, state: 'given-up' })}>
                {text.jobGiveUp}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
