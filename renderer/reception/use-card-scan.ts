import { useEffect, useRef } from 'react';
import { takeWaitingCard, useScanTaker, type CardTaker } from '#renderer/scan/scan-takers.ts';

export type CardHandlers = CardTaker;

/** Takes the cards that the frame's listener reads while reception is shown, and the one that led here. */
export function useCardScan(handlers: CardHandlers): void {
  useScanTaker('card', handlers);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const card = takeWaitingCard(performance.now());
    if (card !== null) latest.current.onCard(card);
  }, []);
}
