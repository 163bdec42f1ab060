import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** Where this window works. */
export type Place = 'reception' | 'day-end' | 'settings' | 'rules' | { readonly counterId: string };

type PlaceStore = {
  readonly place: Place;
  /** The ticket another screen asked to be opened here. */
  readonly ticketId: string | null;
  readonly go: (place: Place, ticketId?: string) => void;
};

/** Kept for the tab: two windows on one PC are two places. */
export const usePlace = create<PlaceStore>()(
  persist(
    (set) => ({
      place: 'reception',
      ticketId: null,
      go: (place, ticketId) => set({ place, ticketId: ticketId ?? null }),
    }),
    {
      name: 'desk-place',
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ place }) => ({ place }),
    },
  ),
);

export function isCounter(place: Place): place is { readonly counterId: string } {
  return typeof place === 'object';
}
