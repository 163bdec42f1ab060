import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Office } from '#shared/contract/office.ts';
import type { QueueBoard } from '#shared/contract/ticket.ts';
import { PAUSE_REASONS, type PauseReason } from '#shared/domain/queue/pause.ts';
import { formatTime } from '#shared/text/format.ts';
import { useState, type KeyboardEvent } from 'react';
import { readReturn, returnChoices } from './pause-time.ts';
import styles from './ticket-dialogs.module.css';

type PauseDialogProps = {
  readonly counterId: string;
  readonly office: Office;
  readonly board: QueueBoard;
  readonly onClose: () => void;
};

/** Why the counter rests and until when; the figures say what it means for those who wait. */
export function PauseDialog({ counterId, office, board, onClose }: PauseDialogProps) {
  const text = useText();
  const words = text.counter;
  const now = new Date(useNow(10_000)).toISOString();
  const counter = office.counters.find(({ id }) => id === counterId);
  const [reason, setReason] = useState<PauseReason>(counter?.pause?.reason ?? 'rest');
  const [time, setTime] = useState(() =>
    counter?.pause?.returnsAt == null ? '' : formatTime(counter.pause.returnsAt),
  );
  const [isWrong, setWrong] = useState(false);
  const pause = useDeskCommand('counter.pause');
  const returns = readReturn(time, now);
  const choices = returnChoices(now);
  const working = office.counters.filter((one) => one.active && one.pause === null && one.id !== counterId);
  const held = board.onHold.filter((row) => row.counterId === counterId).map(({ number }) => number);
  const choose = (chosen: string): void => {
    setTime(chosen);
    setWrong(false);
  };

  const submit = async (): Promise<void> => {
    if (!returns.ok) return setWrong(true);
    const reply = await pause.run({
      counterId,
      reason,
      ...(returns.at === null ? {} : { returnsAt: returns.at }),
    });
    if (reply.ok) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const byNumber = isTyping ? undefined : PAUSE_REASONS[Number(event.key) - 1];
    if (byNumber !== undefined) setReason(byNumber);
    else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    else void submit();
    event.preventDefault();
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      closeLabel={text.common.close}
      title={words.pauseTitle(counter?.name ?? '')}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" keyHint="Enter" onClick={() => void submit()} isPending={pause.isPending}>
            {returns.ok && returns.at !== null ? words.pauseDoUntil(formatTime(returns.at)) : words.pauseDo}
          </Button>
        </>
      }
    >
      <div className={styles['body']} role="presentation" tabIndex={-1} data-autofocus onKeyDown={onKeyDown}>
        <Segmented
          label={words.pauseWhy}
          showLabel
          className={styles['wrapped']}
          value={reason}
          onChange={setReason}
          options={PAUSE_REASONS.map((value, index) => ({
            value,
            label: (
              <>
                <Keycap>{String(index + 1)}</Keycap> {words.pauseReason[value]}
              </>
            ),
          }))}
        />
        <Segmented
          label={words.pauseReturn}
          showLabel
          className={styles['wrapped']}
          value={choices.some((choice) => choice.time === time) ? time : null}
          onChange={choose}
          options={choices.map((choice) => ({
            value: choice.time,
            label:
              choice.minutes === null
                ? words.pauseAfternoon(choice.time)
                : words.pauseMinutes(choice.minutes),
          }))}
        />
        <TextField
          label={words.pauseReturn}
          showLabel={false}
          value={time}
          onType={choose}
          maxLength={5}
          figures
          inputMode="numeric"
          hint={words.pauseReturnHint}
          error={isWrong ? words.pauseWrongTime : undefined}
        />
        <Note tone={working.length === 0 && board.waiting.length > 0 ? 'warn' : 'plain'}>
          {words.pauseWaiting(board.waiting.length, working.length)}
          {held.length > 0 && ` ${words.pauseHeld(held.join(', '))}`}
        </Note>
        <ProblemNote problem={pause.problem} />
      </div>
    </Dialog>
  );
}
