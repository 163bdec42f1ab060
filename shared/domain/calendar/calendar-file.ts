import { z } from 'zod';
import { isIsoDate } from './business-date.ts';

export const DAY_KINDS = [
  'holiday',
  'compensatory-off',
  'swap-off',
  'working-saturday',
  'office-off',
  'office-working',
] as const;
/** `working-saturday` and `office-working` are worked; the others are off. */
export type DayKind = (typeof DAY_KINDS)[number];

const isoDay = z.string().refine(isIsoDate, 'not a day YYYY-MM-DD');

const calendarDaySchema = z.strictObject({
  date: isoDay,
  name: z.string().min(1),
  kind: z.enum(DAY_KINDS),
  certainty: z.enum(['confirmed', 'second-hand', 'unconfirmed']),
  source: z.string().min(1),
  note: z.string().min(1).optional(),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const calendarFileSchema = z
  .strictObject({
    title: z.string().min(1),
    warnFrom: z.string().regex(/^\d{2}-\d{2}$/),
    years: z.array(z.strictObject({ year: z.int(), announced: z.boolean(), source: z.string().min(1) })),
    days: z.array(calendarDaySchema),
  })
  .superRefine((file, context) => {
    const seen = new Set<string>();
    file.days.forEach((day, index) => {
      if (seen.has(day.date)) {
        context.addIssue({
          code: 'custom',
          path: ['days', index, 'date'],
          message: `the day ${day.date} stands twice`,
        });
      }
      seen.add(day.date);
    });
  });
/** A shipped or imported calendar. */
export type CalendarFile = z.infer<typeof calendarFileSchema>;

type CalendarImport =
  | { readonly ok: true; readonly file: CalendarFile }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly message: string }[] };

/** Reads a calendar from parsed JSON; a broken one is refused with the path of every fault. */
export function readCalendarFile(value: unknown): CalendarImport {
  const parsed = calendarFileSchema.safeParse(value);
  if (parsed.success) return { ok: true, file: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  };
}
