import type { DeskProblem } from '#shared/contract/problem.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { sayInBar, useBarMessage } from '#renderer/frame/screen-keys.tsx';
import { isUntouched, useReception } from './draft-store.ts';
import type { KnownPerson, Match } from './known-person.ts';
import { personFaults, wardFaults } from '../person/reception-draft.ts';
import { focusSection } from './section.tsx';
import { useSaveTicket } from './use-save-ticket.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { UNDO_SECONDS } from '#shared/domain/queue/undo.ts';
import { takeWaitingCard, useScanTaker, type CardTaker } from '#renderer/scan/scan-takers.ts';

type CardHandlers = CardTaker;

/** Takes the cards that the frame's listener reads while reception is shown, and the one that led here. */
function useCardScan(handlers: CardHandlers): void {
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

export type ReceptionActions = {
  readonly nameField: RefObject<HTMLInputElement | null>;
  /** Somebody tried to save: faults are named from now on. */
  readonly tried: boolean;
  /** Why nothing can be saved yet. */
  readonly blocked: string | undefined;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  /** The live ticket of the person at the desk. */
  readonly live: KnownPerson['today'];
  /** What that person's earlier visit left open. */
  readonly earlier: KnownPerson['unfinished'];
  readonly issue: (print: boolean, anyway?: boolean) => void;
  readonly reprint: (ticketId: string, number: string) => void;
  readonly reprintLive: () => void;
  readonly addToLive: () => void;
  readonly goOn: () => void;
  readonly addRequest: () => void;
  readonly startOver: () => void;
  readonly bringBack: () => void;
};

/** Everything an officer can do at reception, and where the focus goes afterwards. */
export function useReceptionActions(today: string, match: Match | null): ReceptionActions {
  const words = useText().reception;
  const draft = useReception();
  const save = useSaveTicket(today);
  const nameField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);

  const focusName = () => requestAnimationFrame(() => nameField.current?.focus());
  const settle = () => {
    save.reset();
    setTried(false);
    useBarMessage.setState({ message: null });
  };
  useEffect(() => nameField.current?.focus(), []);
  useRestoreOnUndo();
  useCardScan({
    onCard: (card) => {
      settle();
      draft.takeCard(card, new Date().toISOString());
    },
    onUnreadable: draft.refuseCard,
  });

  const faults =
    Object.keys(personFaults(draft.person, today)).length +
    draft.requests.reduce((sum, request) => sum + Object.keys(wardFaults(request, today)).length, 0);
  const blocked = draft.person.fullName.trim() === '' ? words.key.saveBlocked : undefined;
  const live = draft.issued === null ? (match?.person.today ?? null) : null;
  const continued = draft.requests.some((request) => request.continues !== null);

  const issue = async (print: boolean, anyway: boolean) => {
    if (blocked !== undefined || faults > 0) {
      setTried(true);
      sayInBar(blocked ?? words.fixFirst(faults));
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (live !== null && match?.sure === true && !anyway) {
      sayInBar(words.duplicate.choose);
      document.querySelector<HTMLElement>('[data-duplicate] button')?.focus();
      return;
    }
    if ((await save.issue(print)) === null) return;
    settle();
    focusName();
  };
  const addToLive = async () => {
    if (live !== null && (await save.addTo(live.ticketId))) focusName();
  };

  return {
    nameField,
    tried,
    blocked,
    isPending: save.isPending,
    problem: save.problem,
    live,
    // Today's ticket is settled first; what is taken up is no longer offered.
    earlier: live === null && draft.issued === null && !continued ? (match?.person.unfinished ?? null) : null,
    issue: (print, anyway = false) => void issue(print, anyway),
    reprint: save.reprint,
    reprintLive: () => {
      if (live === null) return;
      save.reprint(live.ticketId, live.number);
      draft.startOver();
      focusName();
    },
    addToLive: () => void addToLive(),
    goOn: () => {
      if (match !== null) draft.goOnWith(match.person);
    },
    addRequest: () => {
      draft.addRequest();
      requestAnimationFrame(() => focusSection(2));
    },
    startOver: () => {
      settle();
      draft.startOver();
      focusName();
    },
    bringBack: () => {
      draft.bringBack();
      focusName();
    },
  };
}

/** A number taken back at once leaves the person at the desk: what was typed comes back too. */
function useRestoreOnUndo(): void {
  useEffect(
    () =>
      useLive.subscribe(({ lastEvent }) => {
        const draft = useReception.getState();
        if (lastEvent === null || !('ticketId' in lastEvent) || draft.issued === null || !isUntouched(draft))
          return;
        if (takesBack(lastEvent, draft.issued.ticket)) draft.restore();
      }),
    [],
  );
}

/** Whether an event is the undoing of an issue: the desk cancels a number that was given, it never takes it out of the day. */
export function takesBack(
  event: Pick<DeskEvent, 'name' | 'ticketId' | 'at'>,
  ticket: Pick<Ticket, 'id' | 'issuedAt'>,
): boolean {
  return (
    event.name === 'ticket.cancelled' &&
    event.ticketId === ticket.id &&
    Date.parse(event.at) - Date.parse(ticket.issuedAt) <= UNDO_SECONDS * 1000
  );
}
