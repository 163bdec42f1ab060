import { z } from 'zod';

/** Languages of the program, the first one where nobody chose. */
export const LANGUAGES = ['vi', 'en'] as const;
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

/** A language that came from outside, such as an address; Vietnamese where it is none of ours. */
export function knownLanguage(asked: unknown): Language {
  return LANGUAGES.find((one) => one === asked) ?? 'vi';
}

/** A sheet that belongs to no ticket, and its language: a handout, a list, the test page, such as `level-1.vi`. */
export const sheetForm = z.string().regex(new RegExp(`^[a-z0-9-]{1,40}\\.(?:${LANGUAGES.join('|')})$`));

/** What is written in Vietnamese and English alone: the words of the law and the handouts. */
export const bilingualText = z.object({ vi: z.string(), en: z.string() });

/** The words of a language; those in English for every language that has none of its own. */
export function inLanguage<T>(words: { readonly vi: T; readonly en: T }, language: Language): T {
  return language === 'vi' ? words.vi : words.en;
}
