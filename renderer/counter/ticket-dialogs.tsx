import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import type { DialogWish } from './ticket-actions.ts';
import type { CounterMoves } from './use-counter-moves.ts';
import styles from './ticket-dialogs.module.css';

export type TicketDialogProps = {
  readonly wish: DialogWish;
  readonly office: Office;
  readonly counterId: string;
  readonly moves: CounterMoves;
  readonly problem: DeskProblem | null;
  readonly onClose: () => void;
};

/** Asks for the one thing a move still needs: a destination or a reason. */
export function TicketDialog(props: TicketDialogProps) {
  return props.wish.kind === 'transfer' ? <TransferDialog {...props} /> : <ReasonDialog {...props} />;
}

function ReasonDialog({ wish, moves, problem, onClose }: TicketDialogProps) {
  const text = useText();
  const words = text.counter;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const isReopen = wish.kind === 'reopen';
  const submit = async () => {
    const given = reason.trim();
    if (isReopen && given === '') {
      setMissing(true);
      return;
    }
    const done = isReopen
      ? await moves.reopen(wish.ticketId, given)
      : await moves.cancel(wish.ticketId, given);
    if (done) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      closeLabel={text.common.close}
      title={isReopen ? words.reopenTitle(wish.number) : words.cancelTitle(wish.number)}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" onClick={() => void submit()}>
            {isReopen ? words.reopen : words.cancelTicket}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p className={styles['help']}>{isReopen ? words.reopenHelp : words.cancelHelp}</p>
        <TextField
          label={text.common.reason}
          value={reason}
          onType={(value) => {
            setReason(value);
            setMissing(false);
          }}
          maxLength={200}
          data-autofocus
          error={missing ? words.reasonNeeded : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
          }}
        />
        {problem !== null && (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}

function TransferDialog({ wish, office, counterId, moves, problem, onClose }: TicketDialogProps) {
  const text = useText();
  const words = text.counter;
  const [target, setTarget] = useState<string | null>(null);
  const options = [
    ...office.counters
      .filter((counter) => counter.active && counter.id !== counterId)
      .map((counter) => ({ value: `counter:${counter.id}`, label: counter.name })),
    ...office.series.map((series) => ({
      value: `series:${series.letter}`,
      label: words.transferSeries(series.letter, series.name),
    })),
  ];
  const submit = async () => {
    if (target === null) return;
    const [kind, value] = target.split(':');
    const to = kind === 'counter' ? { counterId: value } : { series: value };
    if (await moves.transfer({ ticketId: wish.ticketId, ...to })) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      closeLabel={text.common.close}
      title={words.transferTitle(wish.number)}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => void submit()}
            disabledReason={target === null ? words.transferChoose : undefined}
          >
            {words.transferDo}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <SelectField
          label={words.transferTo}
          placeholder={words.transferChoose}
          options={options}
          value={target}
          onChange={setTarget}
          data-autofocus
        />
        {problem !== null && (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
