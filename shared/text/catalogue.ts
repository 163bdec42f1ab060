import { LANGUAGES, type Language } from '#shared/domain/language.ts';
import { en } from './en.ts';
import { vi, type Catalogue } from './vi.ts';

/** Of each language its words, its name in itself, and what the palette finds it by besides. */
const languages: Readonly<Record<Language, { words: Catalogue; name: string; foundBy: string }>> = {
  vi: { words: vi, name: 'Tiếng Việt', foundBy: 'Vietnamese' },
  en: { words: en, name: 'English', foundBy: 'tiếng Anh' },
};

/** The words of the program in one language. A missing or extra word does not compile. */
export function catalogue(language: Language): Catalogue {
  return languages[language].words;
}

/** The languages to choose from, each named in itself. */
export const LANGUAGE_CHOICES = LANGUAGES.map((value) => {
  const { name, foundBy } = languages[value];
  return { value, label: name, foundBy };
});
