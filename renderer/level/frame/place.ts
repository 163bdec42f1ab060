import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** The pages of the level, in the order of their keys Alt+1 to Alt+5. */
export const LEVEL_PLACES = ['day', 'period', 'causes', 'offices', 'settings'] as const;
type LevelPlace = (typeof LEVEL_PLACES)[number];

/** What a period is: a month `2026-12`, a year `2026`, or two days. */
export type Period = { readonly from: string; readonly to: string };

type PlaceStore = {
  readonly place: LevelPlace;
  /** The office that is open over its page; null shows the page. */
  readonly officeCode: string | null;
  /** The day on the board; null is the one that is due. */
  readonly day: string | null;
  readonly period: Period | null;
  /** The office on which the focus stands in the lists. */
  readonly at: string | null;
  readonly go: (place: LevelPlace) => void;
  readonly openOffice: (officeCode: string) => void;
  readonly back: () => void;
  readonly showDay: (day: string | null) => void;
  readonly showPeriod: (period: Period | null) => void;
  readonly standAt: (officeCode: string) => void;
};

/** Kept for the tab: two windows are two places. */
export const useLevelPlace = create<PlaceStore>()(
  persist(
    (set) => ({
      place: 'day',
      officeCode: null,
      day: null,
      period: null,
      at: null,
      go: (place) => set({ place, officeCode: null }),
      openOffice: (officeCode) => set({ officeCode, at: officeCode }),
      back: () => set({ officeCode: null }),
      showDay: (day) => set({ day }),
      showPeriod: (period) => set({ period }),
      standAt: (at) => set({ at }),
    }),
    {
      name: 'level-place',
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ place, officeCode, period }) => ({ place, officeCode, period }),
    },
  ),
);
