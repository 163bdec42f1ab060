import type { LevelCauses } from '#shared/contract/level-shapes.ts';
import type { Language } from '../domain/language.ts';
import { catalogue } from './catalogue.ts';
import { formatDay, formatInstant, formatNumber } from './format.ts';

/** A doubt about an office's figures in words, without the office: `Ngày 20/11/2026: 119 + 1.068 ≠ 2.352`. */
export function levelDoubtText(doubt: LevelCauses['doubts'][number], language: Language): string {
  const { doubt: words } = catalogue(language).levelBook;
  const count = (value: number): string => formatNumber(value, language);
  switch (doubt.code) {
    case 'parts-differ':
      return words[doubt.code](
        formatDay(doubt.businessDay, language),
        doubt.parts.map(count).join(' + '),
        count(doubt.stated),
      );
    case 'more-activated-than-taken':
      return words[doubt.code](count(doubt.taken), count(doubt.activated));
    case 'clock':
      return words.clock(formatDay(doubt.businessDay, language), formatInstant(doubt.frozenAt, language));
    case 'same-as-before':
      return words[doubt.code](formatDay(doubt.businessDay, language));
  }
}
