import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import type { Person, Ticket } from '#shared/contract/ticket.ts';
import type { Site } from '#shared/domain/account/follow-up.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { create } from 'zustand';
import { typedPerson } from '#renderer/person/person-change.ts';
import { typedForm } from '#renderer/ui/typed-date.ts';
import type { KnownPerson } from './known-person.ts';
import {
  newRequest,
  NO_PERSON,
  type ReadCard,
  type RequestDraft,
  type Scan,
  type TypedPerson,
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
  /** Where people are served now; it stays for the next person, as a team on the road stays out. */
  readonly site: Site;
  readonly staff: boolean;
  /** A name of the office's list, or empty. */
  readonly residence: string;
  /** Warnings an officer has looked at. */
  readonly seen: readonly string[];
  /** Why the officer goes on in spite of a warning, by its code. */
  readonly reasons: Readonly<Record<string, string>>;
};

type ReceptionState = ReceptionDraft & {
  /** What was wiped off the screen, until somebody else is typed. */
  readonly dropped: ReceptionDraft | null;
  /** The number just issued, shown large until the next person is typed. */
  readonly issued: { readonly ticket: Ticket; readonly from: ReceptionDraft } | null;
  readonly typePerson: (part: Partial<TypedPerson>) => void;
  readonly choose: (known: KnownPerson) => void;
  /** The person at the desk after a correction that the desk has stored. */
  readonly corrected: (person: Person) => void;
  /** Goes on with the request of an earlier visit that still waited for papers. */
  readonly goOnWith: (known: KnownPerson) => void;
  readonly takeCard: (card: ReadCard, at: string) => void;
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
  /** Brings back what was on screen before a number that has been taken back. */
  readonly restore: () => void;
};

const fresh = (site: Site = 'desk'): ReceptionDraft => ({
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

export const useReception = create<ReceptionState>()((set, get) => ({
  ...fresh(),
  issued: null,
  dropped: null,
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
      return { person, requests, known: stays ? state.known : null, issued: null, dropped: null };
    }),
  choose: (known) =>
    set((state) => ({
      known,
      issued: null,
      dropped: null,
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
  takeCard: (card, at) =>
    set((state) => ({
      issued: null,
      dropped: null,
      known: null,
      requests: state.requests.map((request) => ({
        ...request,
        continues: null,
        byHand: request.continues === null ? request.byHand : null,
      })),
      seen: [],
      reasons: {},
      scan: { ok: true, kind: card.kind, at, warnings: card.warnings },
      person: {
        // A number alone belongs to whoever is typed already; a whole card is somebody.
        ...(card.fullName === undefined ? state.person : NO_PERSON),
        idNumber: card.idNumber,
        ...(card.fullName === undefined ? {} : { fullName: card.fullName }),
        ...(card.birthDate === undefined ? {} : { birthDate: typedForm(card.birthDate) }),
        ...(card.sex === undefined ? {} : { sex: card.sex }),
      },
    })),
  refuseCard: (reason) => set({ scan: { ok: false, reason } }),
  forgetScan: () => set({ scan: null }),
  changeRequest: (part) =>
    set((state) => ({
      requests: state.requests.map((request, index) =>
        index === state.active ? { ...request, ...part } : request,
      ),
    })),
  addRequest: () =>
    set((state) => {
      const key = Math.max(...state.requests.map((request) => request.key)) + 1;
      return { requests: [...state.requests, newRequest(key)], active: state.requests.length };
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
    set(({ dropped }) => (dropped === null ? {} : { ...dropped, issued: null, dropped: null })),
  done: (ticket) =>
    set((state) => ({ ...fresh(state.site), dropped: null, issued: { ticket, from: draftOf(state) } })),
  restore: () => set(({ issued }) => (issued === null ? {} : { ...issued.from, issued: null })),
}));

function draftOf(draft: ReceptionDraft): ReceptionDraft {
  const { person, known, scan, requests, active, classes, site, staff, residence, seen, reasons } = draft;
  return { person, known, scan, requests, active, classes, site, staff, residence, seen, reasons };
}

/** Whether nothing has been typed or scanned for the person at the desk. */
export function isUntouched(draft: ReceptionDraft): boolean {
  const { fullName, idNumber, birthDate, phone } = draft.person;
  return (
    [fullName, idNumber, birthDate, phone].every((text) => text.trim() === '') && draft.classes.length === 0
  );
}
