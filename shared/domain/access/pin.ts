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
