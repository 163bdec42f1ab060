import type { PrintJob } from '#shared/contract/print.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { jobName, jobStateText } from '#renderer/paper/print-text.ts';
import { useUnprinted } from '#renderer/paper/use-unprinted.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { formatTime } from '#shared/text/format.ts';
import { IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import styles from './slip-column.module.css';

/** Sheets that were to be printed and were not. Nothing prints by itself: a person decides, by hand or by one key. */
export function PrintJobs() {
  const text = useText();
  const words = text.counter;
  const { jobs: pending, oldest, again } = useUnprinted();
  if (pending.length === 0) return null;
  return (
    <section className={styles['jobs']} aria-label={words.jobs}>
      <SectionHead title={words.jobs} count={pending.length} />
      <ul>
        {pending.map((job) => (
          <PendingJob key={job.id} job={job} isNext={job === oldest} onAgain={() => again(job)} />
        ))}
      </ul>
      <p className={styles['jobRule']}>{text.printing.job.rule}</p>
    </section>
  );
}

type PendingJobProps = {
  readonly job: PrintJob;
  /** The one that the key prints. */
  readonly isNext: boolean;
  readonly onAgain: () => void;
};

function PendingJob({ job, isNext, onAgain }: PendingJobProps) {
  const text = useText();
  const { job: words } = text.printing;
  const mark = useDeskCommand('print.mark');
  const isFailed = job.state === 'failed';
  const Icon = isFailed ? IconPrinterOff : IconPrinter;
  return (
    <li className={styles['job']} data-failed={isFailed || undefined}>
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <span className={styles['jobNumber']}>{job.number}</span> {jobName(job, text)}
        <div className={styles['jobState']}>{jobStateText(job, text)}</div>
      </div>
      <NumberText className={styles['jobTime']}>{formatTime(job.createdAt)}</NumberText>
      {job.sending ? null : (
        <div className={styles['jobButtons']}>
          {job.mayHavePrinted && (
            <Button size="small" onClick={() => void mark.run({ jobId: job.id, state: 'confirmed' })}>
              {words.cameOut}
            </Button>
          )}
          <Button size="small" onClick={onAgain} {...(isNext ? { keyHint: 'Shift+F8' } : {})}>
            {job.mayHavePrinted && job.form === null ? words.reprint : words.print}
          </Button>
          <Button size="small" onClick={() => void mark.run({ jobId: job.id, state: 'given-up' })}>
            {words.giveUp}
          </Button>
        </div>
      )}
    </li>
  );
}
