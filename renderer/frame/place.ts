import type { Office } from '#shared/contract/office.ts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** Where this window works. */
export type Place =
  | 'reception'
  | 'day-end'
  | 'handouts'
  | 'settings'
  | 'rules'
  | { readonly counterId: string };

type PlaceStore = {
  readonly place: Place;
  /** The ticket another screen asked to be opened here. */
  readonly ticketId: string | null;
  /** The person whose new ticket another screen asked for. */
  readonly personId: string | null;
  readonly go: (place: Place, ticketId?: string, personId?: string) => void;
};

/** Kept for the tab: two windows on one PC are two places. */
export const usePlace = create<PlaceStore>()(
  persist(
    (set) => ({
      place: 'reception',
      ticketId: null,
      personId: null,
      go: (place, ticketId, personId) =>
        set({ place, ticketId: ticketId ?? null, personId: personId ?? null }),
    }),
    {
      name: 'desk-place',
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ place }) => ({ place }),
    },
  ),
);

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
