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
