import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { jobStateText } from '#renderer/paper/print-text.ts';
import { SlipPreview } from '#renderer/paper/slip/slip-preview.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import type { PrintJob } from '#shared/contract/print.ts';
import type { PrintState } from '#shared/domain/printing/job-state.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconPrinter } from '@tabler/icons-react';
import { chosenOutcomes, useOutcomeDrafts } from './outcome-drafts.ts';
import { PrintJobs } from './print-jobs.tsx';
import { SlipChoice } from './slip-choice.tsx';
import styles from './slip-column.module.css';
import type { SlipPrinting } from './use-slip-printing.ts';

type SlipColumnProps = {
  readonly ticket: TicketDetail | null;
  /** Being served at this counter: the slip shows what finishing would put on it. */
  readonly isServing: boolean;
  readonly onPrint: () => void;
  readonly printing: SlipPrinting;
  readonly disabledReason: string | undefined;
};

/** The slip as it will come out, and what is known of its print. */
export function SlipColumn({ ticket, isServing, onPrint, printing, disabledReason }: SlipColumnProps) {
  const text = useText();
  const drafts = useOutcomeDrafts((state) => state.byRequest);
  const outcomes = ticket !== null && isServing ? chosenOutcomes(ticket, drafts) : [];
  const preview = useDeskQuery(
    'slip.preview',
    { ticketId: ticket?.id ?? '', sheet: 'guidance', ...(outcomes.length > 0 ? { outcomes } : {}) },
    { enabled: ticket !== null, keepFormer: true },
  ).value;
  // What is kept while the next answer is on its way may be of the ticket before.
  const slip = preview?.number === ticket?.number ? preview : undefined;
  // A slip printed before the ticket came to stand where it stands now is not the slip on screen.
  const job = isOfNow(printing.job, ticket) ? printing.job : undefined;
  return (
    <aside className={styles['column']} aria-label={text.counter.slip}>
      <ColumnHead
        title={text.counter.slipShort}
        end={
          <>
            {ticket !== null && <JobChip job={job} text={text} />}
            <Button
              size="small"
              icon={<IconPrinter aria-hidden="true" />}
              keyHint="F8"
              onClick={onPrint}
              isPending={printing.isPending}
              disabledReason={disabledReason}
            >
              {isServing ? text.counter.finishAndPrint : text.counter.print}
            </Button>
          </>
        }
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['well']} tabIndex={0} role="region" aria-label={text.counter.slip}>
        <PrintNews printing={printing} job={job} text={text} />
        <PrintJobs />
        {ticket === null && <p className={styles['nothing']}>{text.counter.slipNothing}</p>}
        {slip !== undefined && ticket !== null && (
          <>
            <SlipChoice ticketId={ticket.id} slip={slip} />
            <div className={styles['paper']} data-size={slip.format}>
              <SlipPreview slip={slip} />
            </div>
            <p className={styles['caption']}>{text.counter.paperSize[slip.format]}</p>
            {isServing && <p className={styles['caption']}>{text.counter.slipBefore}</p>}
          </>
        )}
      </div>
    </aside>
  );
}

function isOfNow(job: PrintJob | undefined, ticket: TicketDetail | null): boolean {
  return job !== undefined && ticket !== null && job.createdAt >= ticket.since;
}

const jobTones: Readonly<Record<PrintState, Tone>> = {
  queued: 'plain',
  sent: 'plain',
  confirmed: 'good',
  failed: 'bad',
  'given-up': 'plain',
};

function JobChip({ job, text }: { readonly job: PrintJob | undefined; readonly text: Catalogue }) {
  const words = text.counter;
  if (job === undefined) return <Chip>{words.printNotYet}</Chip>;
  const names: Readonly<Record<PrintState, string>> = {
    queued: words.printQueued,
    sent: words.printSent,
    confirmed: words.printConfirmed,
    failed: words.printFailed,
    'given-up': words.printGivenUp,
  };
  return <Chip tone={jobTones[job.state]}>{names[job.state]}</Chip>;
}

type PrintNewsProps = {
  readonly printing: SlipPrinting;
  readonly job: PrintJob | undefined;
  readonly text: Catalogue;
};

function PrintNews({ printing, job, text }: PrintNewsProps) {
  const { result } = printing;
  const words = text.counter;
  if (result?.kind === 'refused') {
    return (
      <Note tone="bad" announce>
        {printing.refusal}
      </Note>
    );
  }
  if (result?.kind === 'printing-off') {
    return (
      <Note tone="warn" announce>
        {words.printingOff}
      </Note>
    );
  }
  if (job?.state === 'failed') {
    return (
      <Note tone="bad" announce>
        {jobStateText(job, text)}
      </Note>
    );
  }
  if (job?.sending === true) return <Note announce>{jobStateText(job, text)}</Note>;
  if (job?.state !== 'sent') return null;
  return (
    <div className={styles['ask']}>
      <p>{words.didItPrint}</p>
      <div className={styles['askButtons']}>
        <Button size="small" onClick={printing.confirm}>
          {words.printed}
        </Button>
        <Button size="small" onClick={printing.print}>
          {words.printAgain}
        </Button>
      </div>
    </div>
  );
}
