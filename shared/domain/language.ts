/** Languages of the program, the first one where nobody chose. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language that came from outside, such as an address; Vietnamese where it is none of ours. */
export function knownLanguage(asked: unknown): Language {
  return LANGUAGES.find((one) => one === asked) ?? 'vi';
}

/** The words of a language; those in English for every language that has none of its own. */
export function inLanguage<T>(words: { readonly vi: T; readonly en: T }, language: Language): T {
  return language === 'vi' ? words.vi : words.en;
}
