import { z } from 'zod';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { PAUSE_REASONS } from '#shared/domain/queue/pause.ts';
import { TICKET_STATES } from '#shared/domain/queue/ticket-state.ts';
import { count, day, id, instant, paperCode } from '#shared/domain/values.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { openDay } from './stale.ts';
import { waitingLine } from './ticket.ts';

const queueRoom = z.object({
  businessDay: day.nullable(),
  issued: count,
  /** The counters in use, in their order. */
  counters: z.array(
    z.object({
      counterId: id,
      counter: z.string(),
      /** Who last acted at it today; null where nobody did, or somebody without a name. */
      officer: z.string().nullable(),
      ticket: z
        .object({
          number: z.string(),
          state: z.enum(TICKET_STATES),
          procedure: z.enum(PROCEDURES).nullable(),
        })
        .nullable(),
      pause: z.object({ reason: z.enum(PAUSE_REASONS), returnsAt: instant.nullable() }).nullable(),
      /** Since when it has this person, rests, or has had nobody; null where nothing happened today. */
      since: instant.nullable(),
      /** Tickets that it served to the end today, and the mean time of one in milliseconds. */
      done: count,
      servingMs: count.nullable(),
    }),
  ),
  /** In the order in which they will be called. */
  waiting: z.array(
    z.object({
      ticketId: id,
      number: z.string(),
      /** Letter of the series it waits in. */
      queue: z.string(),
      procedure: z.enum(PROCEDURES).nullable(),
      priority: z.boolean(),
      issuedAt: instant,
    }),
  ),
  byProcedure: z.array(waitingLine),
});
export type QueueRoom = z.infer<typeof queueRoom>;

export const roomContract = {
  /** The room as its leader sees it: every counter and everybody who waits, without a name of theirs. */
  'queue.room': {
    kind: 'query',
    stale: ['ticket', 'request', 'counter', 'series', 'office', 'officer', ...openDay],
    roles: leaders,
    input: z.object({}),
    output: queueRoom,
  },
  /** What a counter may have asked for next: by procedure, the papers that those who wait for it must bring or want to. */
  'queue.papers': {
    kind: 'query',
    stale: ['ticket', 'request', 'counter', 'series', 'office', ...openDay],
    roles: officers,
    input: z.object({ counterId: id }),
    output: z.array(
      z.object({
        procedure: z.enum(PROCEDURES),
        /** How many requests ask for any. */
        count,
        papers: z.array(paperCode),
      }),
    ),
  },
} as const satisfies Record<string, DeskMethod>;
