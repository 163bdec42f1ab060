import type { Output } from '#shared/contract/desk-contract.ts';
import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import { useEffect, useRef } from 'react';

/** Reception: the person at the desk. */
export type CardTaker = {
  readonly onCard: (card: Output<'identity.read-card'>) => void;
  readonly onUnreadable: (reason: CardUnreadableReason) => void;
};

/** The checklist at hand. */
type PaperTaker = {
  /** The papers that take a number while one of their rows has the focus; null when none has. */
  readonly papers: () => readonly string[] | null;
  readonly onNumber: (paper: string, number: string) => void;
};

/** The scanner page. */
type TestTaker = { readonly onText: (text: string) => void };

type Takers = { card: CardTaker; paper: PaperTaker; test: TestTaker };

const takers: { [Kind in keyof Takers]: (() => Takers[Kind])[] } = { card: [], paper: [], test: [] };

type Waiting = { readonly card: Output<'identity.read-card'>; readonly at: number };
let waiting: Waiting | null = null;

/** A card waits this long for reception to appear; later it would be somebody else's. */
const WAITS_MS = 10_000;

export function takerOf<Kind extends keyof Takers>(kind: Kind): Takers[Kind] | undefined {
  return takers[kind].at(-1)?.();
}

/** Offers a part of the screen as the place where scans of one kind go, while it is shown. */
export function useScanTaker<Kind extends keyof Takers>(kind: Kind, taker: Takers[Kind]): void {
  const latest = useRef(taker);
  useEffect(() => {
    latest.current = taker;
  });
  useEffect(() => {
    const list: (() => Takers[Kind])[] = takers[kind];
    const current = () => latest.current;
    list.push(current);
    return () => void list.splice(list.indexOf(current), 1);
  }, [kind]);
}

/** Keeps a card until reception is on screen. `now` in milliseconds on a rising clock. */
export function leaveForReception(card: Output<'identity.read-card'>, now: number): void {
  waiting = { card, at: now };
}

/** The card left for reception, once. */
export function takeWaitingCard(now: number): Output<'identity.read-card'> | null {
  const left = waiting;
  waiting = null;
  return left !== null && now - left.at <= WAITS_MS ? left.card : null;
}
