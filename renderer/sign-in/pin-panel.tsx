import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { join } from '#renderer/ui/join.ts';
import { Note } from '#renderer/ui/note.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { GUESS_WAITS, isPin } from '#shared/domain/access/pin.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useSigningText } from './signing-place.ts';
import styles from './sign-in.module.css';

type PinPanelProps = {
  readonly name: string;
  readonly isPending: boolean;
  readonly isLocked: boolean;
  /** Answers why not, or nothing where the window is open now. */
  readonly onEnter: (pin: string) => Promise<DeskProblem | undefined>;
  readonly onRecover: () => void;
};

/** The PIN of whoever was chosen; after too many wrong ones the wait instead. */
export function PinPanel({ name, isPending, isLocked, onEnter, onRecover }: PinPanelProps) {
  const text = useText();
  const words = useSigningText().signIn;
  const now = useNow(1000);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [trouble, setTrouble] = useState<DeskProblem | 'not-a-pin' | null>(null);
  const [until, setUntil] = useState(0);
  const waiting = Math.max(0, Math.ceil((until - now) / 1000));
  const isWaiting = waiting > 0;
  useEffect(() => {
    if (isWaiting) form.current?.closest('dialog')?.focus();
    else field.current?.focus();
  }, [isWaiting]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isWaiting || pin === '') return;
    setPin('');
    if (!isPin(pin)) return setTrouble('not-a-pin');
    const problem = await onEnter(pin);
    if (problem === undefined) return;
    setTrouble(problem);
    const seconds =
      problem.code === 'wrong-pin'
        ? problem.waitSeconds
        : problem.code === 'wait-first'
          ? problem.seconds
          : 0;
    if (seconds > 0) setUntil(Date.now() + seconds * 1000);
    field.current?.focus();
  };
  const wrong =
    trouble !== null && trouble !== 'not-a-pin' && trouble.code === 'wrong-pin' ? trouble.wrong : null;
  const says =
    trouble === null
      ? null
      : trouble === 'not-a-pin'
        ? words.notAPin
        : trouble.code === 'wait-first' && !isWaiting
          ? null
          : problemText(trouble, text);
  return (
    <form ref={form} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles['quiet']}>{words.pinOf}</p>
      <h2 className={styles['title']}>{name}</h2>
      {isWaiting ? (
        <p className={join(styles['field'], styles['wait'])} role="timer">
          {words.waitFor} <strong>{words.seconds(waiting)}</strong>
        </p>
      ) : (
        <div className={styles['field']}>
          <input
            ref={field}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            aria-label={`${words.pinOf} ${name}`}
            value={pin}
            maxLength={200}
            onChange={(event) => {
              setTrouble(null);
              setPin(event.currentTarget.value);
            }}
          />
          <span className={styles['quiet']}>{words.digits}</span>
        </div>
      )}
      {!isWaiting && (
        <Button type="submit" variant="primary" size="big" keyHint="Enter" isPending={isPending}>
          {isLocked ? words.open : words.enter}
        </Button>
      )}
      {says !== null && (
        <Note tone="bad" announce>
          {says}
        </Note>
      )}
      {isWaiting && <Waits wrong={wrong} />}
      <p className={styles['quiet']}>{isWaiting ? words.waitSays : words.notYou}</p>
      <p className={styles['forgot']}>
        <strong>{words.forgot}</strong> {words.forgotSays}{' '}
        <button type="button" className={styles['link']} onClick={onRecover}>
          {words.recover}
        </button>
      </p>
    </form>
  );
}

/** How long each wrong one makes wait; the one that counts now is marked. */
function Waits({ wrong }: { readonly wrong: number | null }) {
  const words = useSigningText().signIn;
  const waits = GUESS_WAITS.flatMap((seconds, place) => (seconds === 0 ? [] : [{ seconds, nth: place + 1 }]));
  return (
    <ol className={styles['waits']}>
      {waits.map(({ seconds, nth }) => (
        <li
          key={nth}
          aria-current={wrong !== null && (nth === wrong || (nth === GUESS_WAITS.length && wrong > nth))}
        >
          <strong>{words.seconds(seconds)}</strong>
          {nth === GUESS_WAITS.length ? words.fromTry(nth) : words.atTry(nth)}
        </li>
      ))}
    </ol>
  );
}
