import type { Chord } from '#renderer/ui/key-chord.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** Where this window works. */
export type Place =
  | 'reception'
  | 'board'
  | 'dashboard'
  | 'follow-up'
  | 'roster'
  | 'road'
  | 'day-end'
  | 'handouts'
  | 'settings'
  | 'rules'
  | { readonly counterId: string };

/** Places that a key leads to from anywhere. */
export const PLACE_KEYS = {
  dashboard: 'Alt+B',
  'follow-up': 'Alt+G',
  'day-end': 'Alt+C',
} as const satisfies Partial<Record<Extract<Place, string>, Chord>>;

export function placeKey(place: Place): Chord | undefined {
  return isCounter(place) ? undefined : (PLACE_KEYS as Partial<Record<string, Chord>>)[place];
}

export type FoundPerson = Output<'person.search'>[number];
type Wanted = { readonly ticketId?: string; readonly person?: FoundPerson; readonly callNext?: boolean };

type PlaceStore = {
  readonly place: Place;
  /** Somebody chose it in this window. */
  readonly isChosen: boolean;
  /** The ticket another screen asked to be opened here. */
  readonly ticketId: string | null;
  /** The person whose new ticket another screen asked for. */
  readonly person: FoundPerson | null;
  /** Another screen asked the counter to call the next one. */
  readonly callNext: boolean;
  readonly go: (place: Place, wanted?: Wanted) => void;
};

/** Kept for the tab: two windows on one PC are two places. */
export const usePlace = create<PlaceStore>()(
  persist(
    (set) => ({
      place: 'reception',
      isChosen: false,
      ticketId: null,
      person: null,
      callNext: false,
      go: (place, { ticketId = null, person = null, callNext = false } = {}) =>
        set({ place, isChosen: true, ticketId, person, callNext }),
    }),
    {
      name: 'desk-place',
      storage: createJSONStorage(() => sessionStorage),
      // One that was kept was chosen.
      partialize: ({ place, isChosen }) => (isChosen ? { place, isChosen } : {}),
    },
  ),
);

/** Where a window that nobody sent anywhere opens: at the counter of its PC. */
export function openAt(counterId: string | null): void {
  if (counterId !== null && !usePlace.getState().isChosen) usePlace.setState({ place: { counterId } });
}

/** The place that can be shown: a counter that this office does not have, or no longer uses, leads to reception. */
export function placeIn(office: Office, place: Place): Place {
  if (!isCounter(place)) return place;
  return office.counters.some((counter) => counter.active && counter.id === place.counterId)
    ? place
    : 'reception';
}

export function isCounter(place: Place): place is { readonly counterId: string } {
  return typeof place === 'object';
}
