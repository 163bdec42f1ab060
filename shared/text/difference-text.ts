import type { Difference } from '#shared/domain/report/differences.ts';
import type { Language } from '../domain/language.ts';
import { formatDuration, formatNumber } from './format.ts';
import { figureName } from './report-words.ts';
import type { Catalogue } from './vi.ts';

/** One figure that differs between two versions: `Mức 2, Thu nhận: 44 → 43`. */
export function differenceText(difference: Difference, text: Catalogue, language: Language): string {
  const shown = (value: Difference['before']) => {
    if (value === null || value === '') return '–';
    if (typeof value !== 'number') return `“${value}”`;
    return difference.column.endsWith('-ms')
      ? formatDuration(value, language)
      : formatNumber(value, language);
  };
  return `${figureName(difference, text, language)}: ${shown(difference.before)} → ${shown(difference.after)}`;
}
