import { z } from 'zod';
import { count, day } from '#shared/domain/values.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { accounts, openDay } from './stale.ts';

const dataStatus = z.object({
  encrypted: z.boolean(),
  /** When the newest good copy was made; null where there is none. */
  lastBackup: z.iso.datetime().nullable(),
  /** How many people are known by name, and the day on which the one seen longest ago was here. */
  people: count,
  oldestPerson: day.nullable(),
  /** People whose data has been kept long enough: it goes when a day is opened. Counted up to a thousand. */
  purgeDue: count,
  /** Room on the disk of the data; null where it cannot be told. */
  freeBytes: count.nullable(),
});

export const dataContract = {
  'data.status': {
    kind: 'query',
    stale: ['backup', 'person', 'ticket', 'request', 'day', 'follow-up', 'office', ...accounts, ...openDay],
    roles: officers,
    input: z.object({}),
    output: dataStatus,
  },
  /**
   * Deletes the personal data that has been kept for the days of the setting since its last use; figures, reports and journal
   * stay as they are. Happens by itself whenever a day is opened. Answers how many people went.
   */
  'data.purge': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({}),
    output: z.object({ people: count }),
  },
} as const satisfies Record<string, DeskMethod>;
