import type { Language } from '#shared/domain/language.ts';
import { formatInstant } from './format.ts';

/** Who told of a case and when: `18:28, 30/11/2026, Nguyễn Văn Mẫu`; empty where nobody knows. */
export function toldText(
  told: { readonly officer: string; readonly at: string | null } | null,
  language: Language,
): string {
  if (told === null) return '';
  const when = told.at === null ? '' : formatInstant(told.at, language);
  return [when, told.officer].filter((part) => part !== '').join(', ');
}
