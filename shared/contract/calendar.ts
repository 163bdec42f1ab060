import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/domain/procedure/vocabulary.ts';
import { DAY_KINDS } from '#shared/domain/calendar/calendar-file.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, text } from '#shared/domain/values.ts';

const limit = z.object({ value: z.int().min(0).max(366), unit: z.enum(LIMIT_UNITS) });

const dayKind = z.enum([...DAY_KINDS, 'ordinary']);

/** One day of the year view: whether it is worked, why, and whose word that is. */
const yearDay = z.object({
  date: day,
  working: z.boolean(),
  kind: z.string().nullable(),
  name: z.string().nullable(),
  source: z.string().nullable(),
  certainty: z.string().nullable(),
  own: z.boolean(),
});

/** The days off of a year are not announced: what is counted in it is provisional. */
const yearWarning = z.object({ code: z.literal('year-not-announced'), year: z.int() });

const calendarYear = z.object({
  year: z.int(),
  announced: z.boolean(),
  days: z.array(yearDay),
  /** Years that are not announced yet and soon matter. */
  warnings: z.array(yearWarning),
});
export type CalendarYear = z.infer<typeof calendarYear>;

const year = z.int().min(2020).max(2100);

export const calendarContract = {
  'calendar.year': {
    kind: 'query',
    stale: ['calendar', 'office'],
    roles: officers,
    input: z.object({ year }),
    output: calendarYear,
  },
  /** The office's own word on one day; kind null takes it back. */
  'calendar.set-day': {
    kind: 'command',
    roles: leaders,
    input: z.object({ date: day, kind: dayKind.nullable(), name: text(120).optional(), why: text(200) }),
    output: calendarYear,
  },
  /** Takes the days of a calendar file over; refuses with `pack-refused` and the path of the first fault. */
  'calendar.import': {
    kind: 'command',
    roles: leaders,
    input: z.object({ text: z.string().max(60_000), why: text(200) }),
    output: z.object({ days: count, years: z.array(z.int()) }),
  },
  'calendar.due-date': {
    kind: 'query',
    stale: ['calendar', 'office'],
    roles: officers,
    input: z.object({ receivedOn: day, limit }),
    output: z.object({
      dueOn: day,
      counted: z.array(day),
      /** Every day from receipt to the due day with what it is, so that the date can be explained. */
      days: z.array(
        z.object({
          date: day,
          kind: z.enum(['received', 'off', 'paused', 'counted', 'due']),
          index: count.nullable(),
          why: z.string().nullable(),
        }),
      ),
      /** Not empty where the date is provisional. */
      warnings: z.array(yearWarning),
    }),
  },
} as const satisfies Record<string, DeskMethod>;
