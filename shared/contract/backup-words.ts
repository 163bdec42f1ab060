/**
 * Why a copy is not in a place. `gone`: the place is not there; `slow`: it is taken, or was taken, more slowly than copies are
 * made; `other-office`: it holds copies of another office; `damaged`: what was copied does not stand the check.
 */
export const COPY_TROUBLES = [
  'gone',
  'full',
  'readonly',
  'slow',
  'other-office',
  'damaged',
  'failed',
] as const;
export type CopyTrouble = (typeof COPY_TROUBLES)[number];

/** What asked for a copy: an officer, the rhythm, the end of a day or an update of the program. */
export const COPY_CAUSES = ['hand', 'rhythm', 'day-close', 'update'] as const;
export type CopyCause = (typeof COPY_CAUSES)[number];
