import { z } from 'zod';

/**
 * Name of the promise that print.html leaves on its window for the shell: it becomes a `DrawnSheet` once the sheet stands
 * with all its letters, or null when there is none to print.
 */
export const SHEET_READY = 'sheetReady';

const mm = z.number().min(0).max(2000);

/** Size of the paper that a sheet needs, and the margins outside of what is drawn, in millimetres. */
export const drawnSheet = z.object({
  widthMm: mm.min(20),
  heightMm: mm.min(20),
  margins: z.object({ top: mm, right: mm, bottom: mm, left: mm }),
});
export type DrawnSheet = z.infer<typeof drawnSheet>;
