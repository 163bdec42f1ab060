import { expect, test } from 'vitest';
import { inLanguage, type Language } from '#shared/domain/language.ts';

test('a language that the law is not written in shows the English words', () => {
  const words = { vi: 'Có thẻ', en: 'With a card' };
  expect(['vi', 'en', 'km'].map((language) => inLanguage(words, language as Language))).toEqual([
    words.vi,
    words.en,
    words.en,
  ]);
});
