/** The last number a series can give on one day. */
export const LAST_NUMBER = 9999;

/**
 * A number as it is printed and called: letter and three digits from 001. After 999 it goes on with four digits
 * (A1000 … A9999), because a number that was given is never given again on the same day.
 */
export function ticketNumber(letter: string, number: number): string {
  return `${letter}${String(number).padStart(3, '0')}`;
}
