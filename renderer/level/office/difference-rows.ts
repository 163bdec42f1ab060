import type { FileVersion } from '#shared/contract/level-shapes.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatNumber } from '#shared/text/format.ts';
import { figureName } from '#shared/text/report-words.ts';
import type { Catalogue } from '#shared/text/vi.ts';

type DifferenceRow = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** With its sign; null where one of the two is a text. */
  readonly delta: string | null;
  readonly isLess: boolean;
};

/** What a version says otherwise than the one before it, in words. */
export function differenceRows(
  { differences }: FileVersion,
  text: Catalogue,
  language: Language,
): DifferenceRow[] {
  const shown = (value: string | number | null) =>
    value === null || value === '' ? '–' : typeof value === 'number' ? formatNumber(value, language) : value;
  return differences.map((one) => {
    const { before, after } = one;
    const delta =
      typeof before === 'string' || typeof after === 'string' ? null : (after ?? 0) - (before ?? 0);
    const sign = delta === null || delta === 0 ? '' : delta > 0 ? '+' : '−';
    return {
      key: `${one.section}/${one.row}/${one.column}`,
      name: figureName(one, text, language),
      before: shown(before),
      after: shown(after),
      delta: delta === null ? null : `${sign}${formatNumber(Math.abs(delta), language)}`,
      isLess: delta !== null && delta < 0,
    };
  });
}
