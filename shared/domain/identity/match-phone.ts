import { checkPhoneNumber } from './phone-number.ts';

/** The telephone a search asks for: a whole number as it is stored, or its last four digits; null for any other text. */
export function searchedPhone(
  search: string,
): { readonly whole: string } | { readonly lastFour: string } | null {
  const digits = search.replace(/[\s.-]/gu, '');
  if (/^\d{4}$/.test(digits)) return { lastFour: digits };
  const checked = checkPhoneNumber(search);
  return checked.ok ? { whole: checked.value } : null;
}

/** Whether a stored telephone is the one that a search asks for. */
export function matchesPhone(search: string, phone: string): boolean {
  const asked = searchedPhone(search);
  if (asked === null) return false;
  return 'whole' in asked ? phone === asked.whole : phone.endsWith(asked.lastFour);
}
