import type { UnitTotals } from '#shared/domain/report/campaign.ts';
import { percentHundredths } from '#shared/domain/report/progress.ts';
import type { Rounding } from '../domain/procedure/vocabulary.ts';
import type { Language } from '../domain/language.ts';
import { formatDay, formatNumber } from './format.ts';
import { formatHundredths } from './hundredths.ts';
import type { Catalogue } from './vi.ts';

/** What was last stated of a unit, as a sentence: issued, activated and the share. */
export function unitText(
  { day, rows }: UnitTotals,
  rounding: Rounding,
  { campaign }: Catalogue,
  language: Language,
): string {
  const issued = rows.reduce((sum, row) => sum + row.issued, 0);
  const activated = rows.reduce((sum, row) => sum + row.activated, 0);
  return campaign.unitLast(
    formatDay(day, language),
    formatNumber(issued, language),
    formatNumber(activated, language),
    formatHundredths(percentHundredths(activated, issued, rounding), language),
  );
}
