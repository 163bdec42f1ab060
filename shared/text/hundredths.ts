import type { Language } from '../domain/language.ts';
import { formatPercent } from './format.ts';

/** `4,49%` from 449 hundredths of a percent; `–` where nothing can be divided. */
export function formatHundredths(percent: number | null, language: Language): string {
  return percent === null ? '–' : formatPercent(percent / 10_000, language);
}
