import { firstRunVi } from '#shared/text/areas/first-run.ts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { emptyDraft, type OfficeDraft } from './draft.ts';

type GuideState = {
  readonly step: number;
  readonly draft: OfficeDraft;
  readonly change: (part: Partial<OfficeDraft>) => void;
  readonly go: (step: number) => void;
  readonly clear: () => void;
};

const fresh = () => ({
  step: 0,
  draft: emptyDraft({ counter: firstRunVi.counters.defaultName, series: firstRunVi.counters.defaultSeries }),
});

/** The guide's draft. It outlives a reload of the page, not the window; it holds nothing about persons. */
export const useGuide = create<GuideState>()(
  persist(
    (set) => ({
      ...fresh(),
      change: (part) => set((state) => ({ draft: { ...state.draft, ...part } })),
      go: (step) => set({ step }),
      clear: () => set(fresh()),
    }),
    {
      name: 'first-run',
      version: 2,
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ step, draft }) => ({ step, draft }),
    },
  ),
);
