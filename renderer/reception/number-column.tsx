import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { IconCircleCheckFilled, IconNote, IconPencil, IconPrinter } from '@tabler/icons-react';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { memo } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { SlipPreview } from '#renderer/paper/slip/slip-preview.tsx';
import { correctPerson } from '#renderer/person/correction.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { useReception } from './draft-store.ts';
import styles from './number-column.module.css';

type NumberColumnProps = {
  readonly office: Office;
  /** Nothing until the desk has answered once. */
  readonly expected: Slip | undefined;
  readonly blocked: string | undefined;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  readonly onSave: (print: boolean) => void;
  /** Absent where no number was issued that still stands in line. */
  readonly onRemark: (() => void) | undefined;
};

/** Right: the number in outline until it is saved, then for real; and the one filled button. */
export function NumberColumn({
  office,
  expected,
  blocked,
  isPending,
  problem,
  onSave,
  onRemark,
}: NumberColumnProps) {
  const text = useText();
  const words = text.reception;
  const issued = useReception((draft) => draft.issued);
  const prints = office.settings.printing !== 'none';
  return (
    <aside className={styles['column']} aria-label={words.preview}>
      <ColumnHead
        title={words.preview}
        end={prints && <Chip>{words.roll(office.settings.numberPaper)}</Chip>}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region without a control inside must take the focus, or the keyboard cannot scroll it */}
      <div className={styles['well']} tabIndex={0} role="group" aria-label={words.preview}>
        {issued === null ? (
          <>
            <div className={styles['slip']}>{expected !== undefined && <ExpectedSlip slip={expected} />}</div>
            <p className={styles['says']}>{words.expected}</p>
          </>
        ) : (
          <Issued ticketId={issued.ticket.id} number={issued.ticket.number} onRemark={onRemark} />
        )}
      </div>
      <div className={styles['foot']}>
        <ProblemNote problem={problem} className={styles['problem']} />
        <Button
          variant="primary"
          size="big"
          className={styles['save']}
          keyHint="F8"
          icon={prints ? <IconPrinter aria-hidden="true" /> : undefined}
          disabledReason={blocked}
          isPending={isPending}
          onClick={() => onSave(prints)}
        >
          {isPending ? words.saving : prints ? words.save : words.saveAndShow}
        </Button>
        {prints && (
          <button
            type="button"
            className={styles['quiet']}
            aria-keyshortcuts="Shift+F8"
            aria-disabled={blocked !== undefined}
            onClick={() => blocked === undefined && onSave(false)}
          >
            {words.saveNoPrint} <Keycap>Shift+F8</Keycap>
          </button>
        )}
      </div>
    </aside>
  );
}

const ExpectedSlip = memo(function ExpectedSlip({ slip }: { readonly slip: Slip }) {
  return <SlipPreview slip={slip} unsaved />;
});

type IssuedProps = {
  readonly ticketId: string;
  readonly number: string;
  readonly onRemark: NumberColumnProps['onRemark'];
};

/** The number that now exists, large enough to be read out across the desk. */
function Issued({ ticketId, number, onRemark }: IssuedProps) {
  const text = useText();
  const words = text.reception;
  const slip = useDeskQuery('slip.show', { ticketId, sheet: 'number' }).value;
  return (
    <>
      <div className={styles['issued']} role="status">
        <p className={styles['saved']}>
          <IconCircleCheckFilled size={18} aria-hidden="true" /> {words.issued(number)}
        </p>
        <p className={styles['number']} aria-hidden="true">
          {number}
        </p>
        <p className={styles['next']}>{words.readOut}</p>
      </div>
      <Button
        variant="quiet"
        size="small"
        icon={<IconPencil aria-hidden="true" />}
        onClick={() => correctPerson({ ticketId, number })}
      >
        {text.person.correct}
      </Button>
      {onRemark !== undefined && (
        <Button
          variant="quiet"
          size="small"
          icon={<IconNote aria-hidden="true" />}
          keyHint="Alt+R"
          onClick={onRemark}
        >
          {text.person.remark.write}
        </Button>
      )}
      {slip !== undefined && (
        <div className={styles['slip']}>
          <SlipPreview slip={slip} />
        </div>
      )}
      <p className={styles['says']}>{words.nextPerson}</p>
    </>
  );
}
