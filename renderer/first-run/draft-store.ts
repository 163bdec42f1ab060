import { firstRunVi } from '#shared/text/areas/first-run.ts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { NO_PASSPHRASE, passphraseFault, type NewPassphrase } from '#renderer/safety/secret-entry.tsx';
import { emptyDraft, firstFaultyStep, SAFETY_STEP, type OfficeDraft } from './draft.ts';

type GuideState = {
  readonly step: number;
  readonly draft: OfficeDraft;
  /** The passphrase that is being chosen: never kept over a reload. */
  readonly passphrase: NewPassphrase;
  /** This PC opens encrypted data by itself. */
  readonly opensItself: boolean;
  /** It was encrypted at its start: nothing is asked any more. */
  readonly isEncrypted: boolean;
  readonly choose: (passphrase: NewPassphrase) => void;
  readonly know: (facts: { readonly opensItself: boolean; readonly isEncrypted: boolean }) => void;
  readonly change: (part: Partial<OfficeDraft>) => void;
  readonly go: (step: number) => void;
  readonly clear: () => void;
};

const fresh = () => ({
  step: 0,
  passphrase: NO_PASSPHRASE,
  draft: emptyDraft({ counter: firstRunVi.counters.defaultName, series: firstRunVi.counters.defaultSeries }),
});

/** The guide's draft. It outlives a reload of the page, not the window; it holds nothing about persons. */
export const useGuide = create<GuideState>()(
  persist(
    (set) => ({
      ...fresh(),
      opensItself: false,
      isEncrypted: false,
      choose: (passphrase) => set({ passphrase }),
      know: (facts) => set(facts),
      change: (part) => set((state) => ({ draft: { ...state.draft, ...part } })),
      go: (step) => set({ step }),
      clear: () => set(fresh()),
    }),
    {
      name: 'first-run',
      version: 3,
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ step, draft }) => ({ step, draft }),
    },
  ),
);

type Choice = Pick<GuideState, 'draft' | 'passphrase' | 'opensItself' | 'isEncrypted'>;

/** Whether no passphrase is wanted: the data has one, or none was typed and this PC opens the data by itself. */
export function isWithoutPassphrase({
  passphrase,
  opensItself,
  isEncrypted,
}: Omit<Choice, 'draft'>): boolean {
  if (isEncrypted) return true;
  return opensItself && passphrase.first === '' && passphrase.again === '';
}

/** The first step with something to correct, the passphrase included. */
export function firstFaultOf(guide: Choice): number {
  const faulty = firstFaultyStep(guide.draft);
  const isMissing =
    guide.draft.encrypt === true && !isWithoutPassphrase(guide) && passphraseFault(guide.passphrase) !== null;
  return isMissing ? Math.min(faulty, SAFETY_STEP) : faulty;
}
