/**
 * Hundredths of a percent of `part` over `whole`, rounded half up: 449 is 4,49 %. Null where `whole` is 0. Whole numbers
 * only, so that no figure hangs on how a fraction is stored; throws RangeError on anything but counts.
 */
export function percentHundredths(part: number, whole: number): number | null {
  if (!isCount(part) || !isCount(whole)) throw new RangeError(`not counts: ${part} of ${whole}`);
  if (whole === 0) return null;
  const doubled = 2n * BigInt(whole);
  return Number((2n * BigInt(part) * 10_000n + BigInt(whole)) / doubled);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
