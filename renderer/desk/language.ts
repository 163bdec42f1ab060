import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void };

const useChoice = create<LanguageChoice>()(
  persist((set) => ({ language: 'vi', choose: (language) => set({ language }) }), {
    name: 'desk-language',
    onRehydrateStorage: () => (choice) => mark(choice?.language ?? 'vi'),
  }),
);
useChoice.subscribe((choice) => mark(choice.language));

function mark(language: Language): void {
  document.documentElement.lang = language;
}

export function useLanguage(): Language {
  return useChoice((choice) => choice.language);
}

export function useChooseLanguage(): (language: Language) => void {
  return useChoice((choice) => choice.choose);
}

export function useText(): Catalogue {
  return catalogue(useLanguage());
}
