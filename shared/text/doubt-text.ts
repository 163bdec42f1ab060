import type { Progress } from '#shared/domain/report/campaign.ts';
import type { Language } from '../domain/language.ts';
import { formatNumber } from './format.ts';
import type { Catalogue } from './vi.ts';

/** What does not add up in a campaign, as a sentence: `119 + 1.068 = 1.187, không phải 2.352`. */
export function doubtText(
  doubt: Progress['doubts'][number],
  progress: Progress,
  text: Catalogue,
  language: Language,
): string {
  const count = (value: number) => formatNumber(value, language);
  if (doubt.code === 'above-target')
    return text.campaign.doubtAbove(
      text.account.level[doubt.level],
      count(doubt.activated),
      count(doubt.target),
    );
  const parts = progress.rows.map((row) => count(row.before)).join(' + ');
  return text.campaign.doubtTotal(
    parts,
    count(doubt.sum),
    count(doubt.stated),
    count(Math.abs(doubt.difference)),
  );
}
