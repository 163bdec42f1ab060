import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { withdrawUndo } from '#renderer/frame/undo.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { OUTCOMES, type Outcome } from '#shared/domain/procedure/vocabulary.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import styles from './close-day.module.css';
import { useLeftovers } from './leftovers.tsx';
import { SENT_FORMATS } from '../exports/export-jobs.ts';
import type { Exports } from '../exports/use-exports.ts';

/** What all left-over numbers may get at once; a taken request needs an officer who saw its papers. */
const OUTCOMES_FOR_ALL = OUTCOMES.filter((outcome) => outcome !== 'taken');

type CloseDayProps = { readonly day: string; readonly exports: Exports; readonly onClosed: () => void };

/**
 * Closing freezes the figures and cannot be taken back, so what it does stands beside the button,
 * and the key alone does not do it: the first F9 goes to the button, the second presses it.
 */
export function CloseDay({ day, exports, onClosed }: CloseDayProps) {
  const text = useText();
  const language = useLanguage();
  const left = useLeftovers(day)?.length ?? 0;
  const close = useDeskCommand('day.close');
  const [forAll, setForAll] = useState<Outcome | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // A refusal spoke of the numbers as they were.
  const { reset } = close;
  useEffect(() => reset(), [left, forAll, reset]);
  const blocked = left > 0 && forAll === null ? text.dayEnd.closeNeedsOutcome(left) : undefined;

  const run = async () => {
    const reply = await close.run({
      businessDay: day,
      ...(left > 0 && forAll !== null ? { leftovers: forAll } : {}),
    });
    if (!reply.ok) return;
    withdrawUndo();
    sayInBar(text.dayEnd.closed);
    onClosed();
    if (exports.folders.length > 0)
      await exports.save(SENT_FORMATS, { kind: 'day', businessDay: day, version: 1 });
  };
  const pressKey = () => {
    if (document.activeElement === button.current) return void run();
    button.current?.focus();
    sayInBar(text.dayEnd.closeAgain);
  };
  useScreenKeys([
    {
      key: 'F9',
      label: text.dayEnd.keyClose,
      run: pressKey,
      disabledReason: close.isPending ? text.dayEnd.closing : blocked,
    },
  ]);

  return (
    <div className={styles['close']}>
      <p className={styles['title']}>
        {text.dayEnd.close(formatDay(day, language))}
        <span>{text.dayEnd.closeVersion}</span>
      </p>
      {left === 0 ? null : (
        <SelectField
          label={text.dayEnd.allLeft(left)}
          value={forAll}
          placeholder={text.dayEnd.chooseOutcome}
          options={OUTCOMES_FOR_ALL.map((outcome) => ({
            value: outcome,
            label: text.common.outcome[outcome],
          }))}
          onChange={setForAll}
        />
      )}
      <p id="what-closing-does" className={styles['explains']}>
        {left > 0 && forAll !== null
          ? `${text.dayEnd.closeWithLeftovers(left, text.common.outcome[forAll])} `
          : ''}
        {blocked ?? text.dayEnd.closeExplains}
      </p>
      <ProblemNote problem={close.problem} />
      <Button
        ref={button}
        variant="primary"
        size="big"
        className={styles['button']}
        keyHint="F9"
        aria-describedby="what-closing-does"
        icon={<IconLock size={16} aria-hidden="true" />}
        disabledReason={blocked}
        isPending={close.isPending}
        onClick={() => void run()}
      >
        {close.isPending
          ? text.dayEnd.closing
          : exports.folders.length > 0
            ? text.dayEnd.closeAndSave
            : text.dayEnd.closeButton}
      </Button>
      <WithdrawDay day={day} onWithdrawn={onClosed} />
    </div>
  );
}

/** The way back from a day opened by mistake, for as long as it has given no number. */
function WithdrawDay({ day, onWithdrawn }: { readonly day: string; readonly onWithdrawn: () => void }) {
  const text = useText();
  const issued = useDeskQuery('report.day', { businessDay: day }).value?.tickets.issued;
  const withdraw = useDeskCommand('day.withdraw');
  if (issued !== 0) return null;
  return (
    <>
      <Button
        variant="quiet"
        isPending={withdraw.isPending}
        onClick={() => void withdraw.run({ businessDay: day }).then((reply) => reply.ok && onWithdrawn())}
      >
        {text.dayEnd.withdraw}
      </Button>
      <ProblemNote problem={withdraw.problem} />
    </>
  );
}
