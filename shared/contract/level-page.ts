import { z } from 'zod';
import { day, language } from '#shared/domain/values.ts';

/** A printed report of a receiving level, as its print page is asked for it; the page draws it from the level's own answers. */
export const levelPage = z.object({
  /** The report of a period, or the list of who has not sent `to`. */
  sheet: z.enum(['period', 'missing']),
  from: day,
  to: day,
  group: z.string().max(80).optional(),
  language,
});
export type LevelPage = z.infer<typeof levelPage>;
