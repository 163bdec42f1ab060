import { takeFocus } from '#renderer/frame/take-focus.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { offerUndo, withdrawUndo } from '#renderer/frame/undo.tsx';
import { sayInBar, useBarMessage } from '#renderer/frame/screen-keys.tsx';
import { isUntouched, useReception } from './draft-store.ts';
import { matchKnown, type KnownPerson, type Match } from './known-person.ts';
import { organisationFaults, personFaults, personInput, wardFaults } from '../person/reception-draft.ts';
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
  /** What came of that person's visit earlier today. */
  readonly served: KnownPerson['servedToday'];
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
export function useReceptionActions(
  today: string,
  match: Match | null,
  childBelow: number | undefined,
): ReceptionActions {
  const desk = useDesk();
  const words = useText().reception;
  const draft = useReception();
  const save = useSaveTicket(today);
  const nameField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);

  const focusName = () => nameField.current?.focus();
  const begin = () => {
    save.reset();
    setTried(false);
  };
  const settle = () => {
    begin();
    useBarMessage.setState({ message: null });
  };
  const bringBack = () => {
    begin();
    draft.bringBack();
    withdrawUndo();
    if (useReception.getState().dropped !== null) tellDropped(words.laidAside);
    focusName();
  };
  const tellDropped = (say: (name: string) => string) => {
    const { dropped } = useReception.getState();
    if (dropped !== null) offerUndo({ text: say(dropped.person.fullName.trim()), takeBack: bringBack });
  };
  useEffect(() => takeFocus(nameField.current), []);
  useRestoreOnUndo();
  useCardScan({
    onCard: (card) => {
      settle();
      const { dropped } = useReception.getState();
      draft.takeCard(card, { at: new Date().toISOString(), today, childBelow });
      if (useReception.getState().dropped !== dropped) tellDropped(words.laidAside);
    },
    onUnreadable: draft.refuseCard,
  });

  const faults =
    Object.keys(personFaults(draft.person, today)).length +
    draft.requests.reduce(
      (sum, request) =>
        sum +
        Object.keys(wardFaults(request, today)).length +
        Object.keys(organisationFaults(request)).length,
      0,
    );
  const blocked = draft.person.fullName.trim() === '' ? words.key.saveBlocked : undefined;
  const live = draft.issued === null ? (match?.person.today ?? null) : null;
  const served = draft.issued === null && live === null ? (match?.person.servedToday ?? null) : null;
  const continued = draft.requests.some((request) => request.continues !== null);

  /** Who surely waits today or was served today; a hand that is faster than the list is asked for as well. */
  const metToday = async (): Promise<KnownPerson | null> => {
    const { idNumber } = personInput(draft.person, today);
    const found =
      match?.sure === true || idNumber === undefined
        ? null
        : await desk.call('person.search', { search: idNumber, limit: 8 });
    const sure = found?.ok === true ? matchKnown(found.value, draft.person, undefined) : match;
    if (sure?.sure !== true) return null;
    return sure.person.today === null && sure.person.servedToday === null ? null : sure.person;
  };
  const issue = async (print: boolean, anyway: boolean) => {
    if (blocked !== undefined || faults > 0) {
      flushSync(() => setTried(true));
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      sayInBar(blocked ?? words.fixFirst(faults));
      return;
    }
    const met = anyway ? null : await metToday();
    if (met !== null) {
      document.querySelector<HTMLElement>('[data-duplicate] button')?.focus();
      sayInBar(met.today === null ? words.servedToday.choose : words.duplicate.choose);
      return;
    }
    if ((await save.issue(print)) === null) return;
    settle();
    focusName();
  };
  const addToLive = async () => {
    if (live === null || !(await save.addTo(live.ticketId))) return;
    begin();
    focusName();
  };

  return {
    nameField,
    tried,
    blocked,
    isPending: save.isPending,
    problem: save.problem,
    live,
    served,
    // Today's ticket is settled first; what is taken up is no longer offered.
    earlier: live === null && draft.issued === null && !continued ? (match?.person.unfinished ?? null) : null,
    issue: (print, anyway = false) => void issue(print, anyway),
    reprint: save.reprint,
    reprintLive: () => {
      if (live === null) return;
      begin();
      save.reprint(live.ticketId, live.number);
      draft.startOver();
      focusName();
    },
    addToLive: () => void addToLive(),
    goOn: () => {
      if (match !== null) draft.goOnWith(match.person);
    },
    addRequest: () => {
      flushSync(draft.addRequest);
      focusSection(2);
    },
    startOver: () => {
      settle();
      const isWiped = !isUntouched(draft);
      draft.startOver();
      if (isWiped) tellDropped(words.wiped);
      focusName();
    },
    bringBack,
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
