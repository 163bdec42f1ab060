/** What argon2id made of a PIN: both in base64, memory in KiB, passes. */
export type KeptPin = {
  readonly salt: string;
  readonly hash: string;
  readonly m: number;
  readonly t: number;
};

/** How many digits a PIN has. */
const PIN_DIGITS = { least: 4, most: 8 } as const;

/** Wrong PINs in a row after which only a leader, or the recovery key, opens. */
export const LOCKED_AT = 10;

/** Seconds to wait after the first wrong secret in a row, the second, and so on; the last one stays. */
export const GUESS_WAITS = [0, 0, 5, 15, 30, 60] as const;

/** Seconds to wait after so many wrong ones in a row. */
export function waitAfter(wrong: number): number {
  return wrong === 0 ? 0 : (GUESS_WAITS[Math.min(wrong, GUESS_WAITS.length) - 1] ?? 0);
}

export function isPin(typed: string): boolean {
  return new RegExp(String.raw`^\d{${PIN_DIGITS.least},${PIN_DIGITS.most}}$`).test(typed);
}

/** How long a passphrase holds against somebody who has the file: by its different words, or by its different signs where it has none. */
export function passphraseStrength(passphrase: string): 'weak' | 'fair' | 'strong' {
  const typed = passphrase.normalize('NFC');
  const words = new Set(typed.toLocaleLowerCase('vi').match(/\p{L}{2,}/gu)).size;
  const signs = new Set(typed).size;
  if (words >= 4 || signs >= 16) return 'strong';
  return words >= 3 || signs >= 12 ? 'fair' : 'weak';
}
