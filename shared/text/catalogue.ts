import { en } from './en.ts';
import { vi, type Catalogue } from './vi.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of the program in one language. A missing or extra word does not compile. */
export function catalogue(language: Language): Catalogue {
  return language === 'vi' ? vi : en;
}
