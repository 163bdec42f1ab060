const isThorough = process.env['THOROUGH'] === '1';

/** Whether a run has the tests with the tag `slow` too. */
export const runsSlow = isThorough || process.env['SLOW'] === '1';
export const SLOW_REASON = 'takes long, and quicker tests watch most of it: SLOW=1';

/**
 * How much of something a test does: as little as notices its fault in every run, `thorough` with `THOROUGH=1`, and any number by a
 * variable of its own.
 */
export function size(variable: string, usual: number, thorough: number): number {
  const asked = process.env[variable];
  return asked === undefined ? (isThorough ? thorough : usual) : Number(asked);
}

/** Whether all cases are wanted instead of a choice of them: `THOROUGH=1`, or `all` in a variable of its own. */
export function wantsAll(variable: string): boolean {
  return isThorough || process.env[variable] === 'all';
}
