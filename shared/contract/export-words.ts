/** `running` also while it waits for its turn, or for a folder that another program holds. */
export const EXPORT_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

/** One folder a file goes to. `written`: under its name; `verified`: read back and equal. */
export const TARGET_STATES = ['waiting', 'writing', 'written', 'verified', 'failed'] as const;

/** Why there is no PDF: no browser to draw it, the page did not stand, or it took too long. */
export const PDF_TROUBLES = ['no-browser', 'not-drawn', 'no-answer'] as const;
export type PdfTrouble = (typeof PDF_TROUBLES)[number];

/** `day-file`: the signed counts of one day, for a machine to read. */
export const FILE_FORMATS = ['xlsx', 'csv', 'json', 'pdf', 'day-file'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/**
 * Formats each subject exists in, most wanted first. People who are named go only where a table can be read, and no page is laid out
 * for a year.
 */
export const SUBJECT_FORMATS = {
  day: ['xlsx', 'pdf', 'day-file', 'csv', 'json'],
  month: ['xlsx', 'pdf', 'csv', 'json'],
  year: ['xlsx', 'csv', 'json'],
  campaign: ['xlsx', 'pdf', 'csv', 'json'],
  people: ['xlsx', 'csv'],
  roster: ['xlsx', 'csv'],
} as const satisfies Readonly<Record<string, readonly FileFormat[]>>;

/** Days that a list of cases covers at most. */
export const MOST_LISTED_DAYS = 366;

/** Why an office makes a new signing key. */
export const KEY_REASONS = ['lost', 'damaged', 'new-disk', 'known-to-others'] as const;
export type KeyReason = (typeof KEY_REASONS)[number];
