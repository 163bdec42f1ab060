import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import type { Person, Ticket } from '#shared/contract/ticket.ts';
import type { Site } from '#shared/domain/account/follow-up.ts';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { readAddress } from '#renderer/desk/address.ts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { typedPerson } from '#renderer/person/person-change.ts';
import { typedForm } from '#renderer/ui/typed-date.ts';
import type { KnownPerson } from './known-person.ts';
import {
  cardStateOf,
  hasOther,
  isAnother,
  isNamed,
  newRequest,
  NO_PERSON,
  type ReadCard,
  type RequestDraft,
  type Scan,
  type TypedPerson,
  withCard,
} from '../person/reception-draft.ts';

export type ReceptionDraft = {
  readonly person: TypedPerson;
  /** The person of an earlier visit that an officer chose from the list. */
  readonly known: KnownPerson | null;
  readonly scan: Scan | null;
  readonly requests: readonly RequestDraft[];
  readonly active: number;
  /** Classes ticked on screen. They never leave this window: the desk hears only whether there is one. */
  readonly classes: readonly string[];
  /** Where people are served now; null: where this desk stands. It stays for the next person. */
  readonly site: Site | null;
  readonly staff: boolean;
  /** A name of the office's list, or empty. */
  readonly residence: string;
  /** Warnings an officer has looked at. */
  readonly seen: readonly string[];
  /** Why the officer goes on in spite of a warning, by its code. */
  readonly reasons: Readonly<Record<string, string>>;
};

/** When a card was read, and below which age somebody is a child, where the rules have said so. */
type CardReading = { readonly at: string; readonly today: string; readonly childBelow: number | undefined };

type ReceptionState = ReceptionDraft & {
  /** What was wiped off the screen, or gave way to another person's card, until the next number is issued. */
  readonly dropped: ReceptionDraft | null;
  /** Nothing was typed since a card or an earlier draft came on screen. */
  readonly isAsBrought: boolean;
  /** The number just issued, shown large until the next person is typed. */
  readonly issued: { readonly ticket: Ticket; readonly from: ReceptionDraft } | null;
  readonly typePerson: (part: Partial<TypedPerson>) => void;
  readonly choose: (known: KnownPerson) => void;
  /** The person at the desk after a correction that the desk has stored. */
  readonly corrected: (person: Person) => void;
  /** Goes on with the request of an earlier visit that still waited for papers. */
  readonly goOnWith: (known: KnownPerson) => void;
  readonly takeCard: (card: ReadCard, reading: CardReading) => void;
  readonly refuseCard: (reason: CardUnreadableReason) => void;
  readonly forgetScan: () => void;
  readonly changeRequest: (part: Partial<RequestDraft>) => void;
  readonly addRequest: () => void;
  readonly removeRequest: (key: number) => void;
  readonly show: (index: number) => void;
  readonly toggleClass: (name: string) => void;
  readonly count: (part: Partial<Pick<ReceptionDraft, 'site' | 'staff' | 'residence'>>) => void;
  readonly see: (warning: string) => void;
  readonly giveReason: (warning: string, reason: string) => void;
  readonly bringBack: () => void;
  readonly startOver: () => void;
  readonly done: (ticket: Ticket) => void;
  /** Puts a ticket of today on screen, where nobody of it is known. */
  readonly showTicket: (ticket: Ticket) => void;
  /** Brings back what was on screen before a number that has been taken back. */
  readonly restore: () => void;
};

const fresh = (site: Site | null = null): ReceptionDraft => ({
  person: NO_PERSON,
  known: null,
  scan: null,
  requests: [newRequest(1)],
  active: 0,
  classes: [],
  site,
  staff: false,
  residence: '',
  seen: [],
  reasons: {},
});

/** The desk whose numbers are given: the training desk has people of its own. */
const storeName = () =>
  readAddress(typeof location === 'undefined' ? '' : location.hash).training
    ? 'reception-training'
    : 'reception';

/** Kept for this window alone, over a reload of it, and gone with the number. */
export const useReception = create<ReceptionState>()(
  persist<ReceptionState, [], [], Pick<ReceptionState, 'dropped'> & ReceptionDraft>(
    (set, get) => ({
      ...fresh(),
      issued: null,
      dropped: null,
      isAsBrought: false,
      typePerson: (part) =>
        set((state) => {
          const person = { ...state.person, ...part };
          // Another name is another person; a corrected phone is not.
          const stays = state.known !== null && foldName(person.fullName) === foldName(state.known.fullName);
          const requests = stays
            ? state.requests
            : state.requests.map((request) =>
                request.continues === null ? request : { ...request, continues: null, byHand: null },
              );
          const known = stays ? state.known : null;
          return { person, requests, known, issued: null, isAsBrought: false };
        }),
      choose: (known) =>
        set((state) => ({
          known,
          issued: null,
          isAsBrought: false,
          scan: state.scan?.ok === true ? state.scan : null,
          person: {
            fullName: known.fullName,
            idNumber: known.idNumber ?? state.person.idNumber,
            birthDate: known.birthDate === null ? state.person.birthDate : typedForm(known.birthDate),
            sex: known.sex ?? state.person.sex,
            phone: known.phone ?? state.person.phone,
          },
        })),
      corrected: (person) =>
        set(({ known }) =>
          known?.id === person.id ? { known: { ...known, ...person }, person: typedPerson(person) } : {},
        ),
      goOnWith: (known) => {
        const earlier = known.unfinished;
        if (earlier === null) return;
        get().choose(known);
        get().changeRequest({ byHand: earlier.procedure, continues: earlier.requestId });
      },
      takeCard: (card, reading) => set((state) => withScan(state, card, reading)),
      refuseCard: (reason) => set({ scan: { ok: false, reason } }),
      forgetScan: () => set({ scan: null }),
      changeRequest: (part) =>
        set((state) => ({
          requests: state.requests.map((request, index) =>
            index === state.active ? { ...request, ...part, ...cardFor(state, request, part) } : request,
          ),
        })),
      addRequest: () =>
        set((state) => {
          const key = Math.max(...state.requests.map((request) => request.key)) + 1;
          const added = { ...newRequest(key), card: cardStateOf(state.scan) };
          return { requests: [...state.requests, added], active: state.requests.length };
        }),
      removeRequest: (key) =>
        set((state) => {
          if (state.requests.length === 1) return {};
          const requests = state.requests.filter((request) => request.key !== key);
          return { requests, active: Math.min(state.active, requests.length - 1) };
        }),
      show: (active) => set({ active }),
      toggleClass: (name) =>
        set((state) => ({
          classes: state.classes.includes(name)
            ? state.classes.filter((other) => other !== name)
            : [...state.classes, name],
        })),
      count: (part) => set(part),
      see: (warning) => set((state) => ({ seen: [...state.seen, warning] })),
      giveReason: (warning, reason) => set((state) => ({ reasons: { ...state.reasons, [warning]: reason } })),
      startOver: () =>
        set((state) => {
          const dropped = isUntouched(state) ? state.dropped : draftOf(state);
          return { ...fresh(state.site), issued: null, dropped };
        }),
      bringBack: () =>
        set((state) =>
          state.dropped === null
            ? {}
            : {
                ...state.dropped,
                issued: null,
                dropped: isUntouched(state) ? null : draftOf(state),
                isAsBrought: true,
              },
        ),
      done: (ticket) =>
        set((state) => ({ ...fresh(state.site), dropped: null, issued: { ticket, from: draftOf(state) } })),
      showTicket: (ticket) => {
        get().startOver();
        set({ issued: { ticket, from: fresh(get().site) } });
      },
      restore: () => set(({ issued }) => (issued === null ? {} : { ...issued.from, issued: null })),
    }),
    {
      name: storeName(),
      storage: createJSONStorage(() => sessionStorage),
      partialize: (state) => ({ ...draftOf(state), dropped: state.dropped }),
    },
  ),
);

/**
 * A card on the desk: of the child or ward of the request in focus, of the person who is typed already, or of somebody
 * else, to whom the whole draft gives way.
 */
function withScan(state: ReceptionState, card: ReadCard, reading: CardReading): Partial<ReceptionState> {
  const { person, requests, active } = state;
  const scan: Scan = { ok: true, kind: card.kind, at: reading.at, warnings: card.warnings };
  const request = requests[active];
  const subject = request === undefined ? null : subjectOfOther(request, active, card, reading);
  const isChildFirst = subject === 'child' && card.birthDate !== undefined && !isNamed(person);
  if (isChildFirst || (isNamed(person) && isAnother(person, card))) {
    if (request === undefined || subject === null)
      return { ...ofCard(fresh(state.site), card, scan), dropped: draftOf(state) };
    const dropped = isAnother(request.ward, card) ? draftOf(state) : state.dropped;
    const ward = withCard(request.ward, card);
    const filled = { ...request, subject, ward, wardScan: scan, card: cardStateOf(scan) };
    return {
      requests: requests.map((other) => (other === request ? filled : other)),
      dropped,
      isAsBrought: true,
    };
  }
  return ofCard(draftOf(state), card, scan);
}

/** For whom the request in focus is once another person's card is read for it; null where it is for nobody else. */
function subjectOfOther(
  { subject }: RequestDraft,
  place: number,
  { birthDate }: ReadCard,
  { today, childBelow }: CardReading,
): 'child' | 'guarded' | null {
  if (subject === 'guarded') return 'guarded';
  if (birthDate === undefined || childBelow === undefined) return subject === 'child' ? 'child' : null;
  const isChild = ageOn(birthDate, today).least < childBelow;
  return isChild && (subject === 'child' || (subject === 'citizen' && place > 0)) ? 'child' : null;
}

/** A draft with the card of its own person. */
function ofCard(draft: ReceptionDraft, card: ReadCard, scan: Scan): Partial<ReceptionState> {
  const known = draft.known?.idNumber === card.idNumber ? draft.known : null;
  return {
    ...draft,
    issued: null,
    isAsBrought: true,
    known,
    requests: draft.requests.map((request) => ({
      ...request,
      ...(known === null && request.continues !== null ? { continues: null, byHand: null } : {}),
      ...(request.card === 'valid' && !hasOther(request.subject) ? { card: cardStateOf(scan) } : {}),
    })),
    seen: [],
    reasons: {},
    scan,
    person: withCard(draft.person, card),
  };
}

/** Whose card a request asks about changes with the subject: what the scan of that person said stands there. */
function cardFor(
  { scan }: ReceptionDraft,
  { subject, wardScan }: RequestDraft,
  part: Partial<RequestDraft>,
): Partial<RequestDraft> {
  if (part.subject === undefined || hasOther(part.subject) === hasOther(subject)) return {};
  return { card: cardStateOf(hasOther(part.subject) ? wardScan : scan) };
}

function draftOf(draft: ReceptionDraft): ReceptionDraft {
  const { person, known, scan, requests, active, classes, site, staff, residence, seen, reasons } = draft;
  return { person, known, scan, requests, active, classes, site, staff, residence, seen, reasons };
}

/** Whether nothing has been typed or scanned for the person at the desk. */
export function isUntouched(draft: ReceptionDraft): boolean {
  return !isNamed(draft.person) && draft.classes.length === 0;
}
