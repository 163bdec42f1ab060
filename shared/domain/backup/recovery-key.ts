/** Crockford's base 32: no letter that looks like a figure or another letter. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** By what a recovery key is known that opens no key file; `hash` in hexadecimal. */
export type KeptRecovery = { readonly salt: string; readonly hash: string; readonly proven: boolean };

/** Signs of the key itself, 130 bits; two of check follow them. */
export const KEY_SIGNS = 26;
const GROUP = 4;

/** The two signs that tell a mistyped key: they differ for any one wrong sign and any two changed places. */
function checkOf(values: readonly number[]): number[] {
  const sum = values.reduce((total, value, at) => total + (at + 1) * value, 0) % 1021;
  return [sum >> 5, sum & 31];
}

/** A recovery key as it is printed and read aloud, seven groups of four, from its 26 values (0–31). */
export function recoveryKeyText(values: readonly number[]): string {
  return groupedSigns([...values, ...checkOf(values)]);
}

/** Values from 0 to 31 as signs in groups of four. */
export function groupedSigns(values: readonly number[]): string {
  const signs = values.map((value) => SIGNS.charAt(value)).join('');
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';
}

/**
 * The 26 signs of a typed recovery key, whatever blanks, dashes and letter case it was typed with, O for 0, I and L for 1; null
 * where a sign is missing or wrong.
 */
export function readRecoveryKey(typed: string): string | null {
  const signs = typedSigns(typed);
  const values = Array.from(signs, (sign) => SIGNS.indexOf(sign));
  if (values.length !== KEY_SIGNS + 2 || values.includes(-1)) return null;
  const check = checkOf(values.slice(0, KEY_SIGNS));
  return check[0] === values.at(-2) && check[1] === values.at(-1) ? signs.slice(0, KEY_SIGNS) : null;
}

/** Signs as somebody typed them, without blanks, dashes and dots, O for 0, I and L for 1. */
export function typedSigns(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
