/**
 * Why a sheet did not leave, or may not have left, for paper. Kept with the job; the sentences stand in the catalogue.
 * The last three are refusals of the writer of whole files, under their own names.
 */
export const PRINT_TROUBLES = [
  'interrupted',
  'not-drawn',
  'cancelled',
  'no-driver',
  'no-device',
  'driver-failed',
  'no-answer',
  'no-address',
  'not-reached',
  'line-dropped',
  'printer-busy',
  'not-a-printer',
  'paper-out',
  'cover-open',
  'printer-offline',
  'printer-error',
  'no-folder',
  'folder-not-writable',
  'file-in-use',
  'store-full',
] as const;
export type PrintTrouble = (typeof PRINT_TROUBLES)[number];
