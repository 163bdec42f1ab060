import { z } from 'zod';
import { LIMIT_UNITS } from '#shared/domain/procedure/vocabulary.ts';
import { officers, type DeskMethod } from './method.ts';
import { count, day } from './primitives.ts';

export const limit = z.object({ value: z.int().min(0).max(366), unit: z.enum(LIMIT_UNITS) });

export const calendarContract = {
  'calendar.due-date': {
    kind: 'query',
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
    }),
  },
} as const satisfies Record<string, DeskMethod>;
