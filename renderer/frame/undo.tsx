import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { isOfLine, useLive } from '#renderer/desk/live.ts';
import { useText } from '#renderer/desk/language.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { allKeys, hushBar, press, sayInBar, useRegisteredKeys } from './screen-keys.tsx';
import styles from './undo.module.css';

/** As long as the desk allows it. */
const UNDO_MS = 10_000;
const CIRCLE = 2 * Math.PI * 9.5;

type UndoOffer = { readonly text: string } & (
  | {
      readonly ticketId: string;
      /** The counter that made the move. */
      readonly counterId?: string;
      /** The ticket was finished: once the ten seconds are over it is reopened instead. */
      readonly finished?: boolean;
    }
  /** What no desk knows of yet, and a screen takes back by itself. */
  | { readonly takeBack: () => void }
);

type OfferState = {
  readonly offer: (UndoOffer & { readonly at: number }) | null;
  /** The latest offer ran out, and it had finished a ticket. */
  readonly missedFinish: boolean;
};

const useOffer = create<OfferState>()(() => ({ offer: null, missedFinish: false }));

/** Shows for ten seconds what was done and how to take it back. */
export function offerUndo(offer: UndoOffer): void {
  hushBar();
  useOffer.setState({ offer: { ...offer, at: performance.now() }, missedFinish: false });
}

export function withdrawUndo(): void {
  useOffer.setState({ offer: null, missedFinish: false });
}

function letOfferRunOut(): void {
  useOffer.setState(({ offer }) => ({
    offer: null,
    missedFinish: offer !== null && 'ticketId' in offer && offer.finished === true,
  }));
}

/** Right end of the bottom bar. */
export function UndoToast() {
  const text = useText();
  const { offer, missedFinish } = useOffer();
  const undo = useDeskCommand('ticket.undo');
  const left = useSecondsLeft(offer?.at);

  const takeBack = async () => {
    const ofScreen = allKeys(useRegisteredKeys.getState().byOwner).find(({ key }) => key === 'Ctrl+Z');
    if (offer === null && ofScreen !== undefined) return press(ofScreen);
    if (offer === null) {
      sayInBar(missedFinish ? text.frame.undoTooLate : text.frame.undoNothing);
      return;
    }
    if ('takeBack' in offer) {
      withdrawUndo();
      return offer.takeBack();
    }
    const { ticketId, counterId } = offer;
    const reply = await undo.run({ ticketId, ...(counterId === undefined ? {} : { counterId }) });
    if (reply.ok) {
      withdrawUndo();
      sayInBar(text.frame.undone(reply.value.number));
    } else {
      if (!isOfLine(reply.problem)) withdrawUndo();
      sayInBar(problemText(reply.problem, text));
    }
  };
  // A closed day takes nothing back.
  useEffect(
    () =>
      useLive.subscribe(({ lastEvent }, before) => {
        if (lastEvent !== before.lastEvent && lastEvent?.name === 'day.closed') withdrawUndo();
      }),
    [],
  );
  useKeys({ 'Ctrl+Z': () => void takeBack() });

  return (
    <div role="status" className={styles['place']}>
      {offer !== null && (
        <div className={styles['toast']}>
          <span className={styles['text']}>{offer.text}</span>
          <button
            type="button"
            className={styles['undo']}
            aria-keyshortcuts="Control+Z"
            onClick={() => void takeBack()}
          >
            {text.frame.keyUndo} <Keycap>Ctrl+Z</Keycap>
          </button>
          <span className={styles['ring']} aria-hidden="true">
            <svg viewBox="0 0 22 22" fill="none" strokeWidth="2">
              <circle cx="11" cy="11" r="9.5" stroke="currentColor" opacity=".25" />
              <circle
                cx="11"
                cy="11"
                r="9.5"
                stroke="currentColor"
                strokeDasharray={`${(CIRCLE * left) / 10} ${CIRCLE}`}
                transform="rotate(-90 11 11)"
              />
            </svg>
            {left}
          </span>
        </div>
      )}
    </div>
  );
}

function useSecondsLeft(from: number | undefined): number {
  const [left, setLeft] = useState(10);
  useEffect(() => {
    if (from === undefined) return;
    const tick = () => {
      const rest = UNDO_MS - (performance.now() - from);
      if (rest <= 0) letOfferRunOut();
      setLeft(Math.max(0, Math.ceil(rest / 1000)));
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [from]);
  return left;
}
