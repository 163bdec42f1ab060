import type { LevelCauses } from '#shared/contract/level-shapes.ts';
import type { Language } from '../domain/language.ts';
import { formatDay, formatInstant, formatNumber } from './format.ts';
import { levelWords } from './level-words.ts';

/** A doubt about an office's figures in words, without the office and its day: `119 + 1.068 ≠ 2.352`. */
export function levelDoubtText(doubt: LevelCauses['doubts'][number], language: Language): string {
  const words = levelWords(language).levelCauses;
  const count = (value: number): string => formatNumber(value, language);
  switch (doubt.code) {
    case 'parts-differ':
      return words.partsDiffer(doubt.parts.map(count).join(' + '), count(doubt.stated));
    case 'more-activated-than-taken':
      return words.moreActivated(count(doubt.activated), count(doubt.taken));
    case 'clock':
      return words.clock(formatInstant(doubt.frozenAt, language));
    case 'same-as-before':
      return words.same;
  }
}

/** The same with its day before it, for paper. */
export function datedDoubtText(doubt: LevelCauses['doubts'][number], language: Language): string {
  const said = levelDoubtText(doubt, language);
  return 'businessDay' in doubt ? `${formatDay(doubt.businessDay, language)}: ${said}` : said;
}
