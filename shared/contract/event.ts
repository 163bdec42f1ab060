import { z } from 'zod';
import { count, day, id, instant } from './primitives.ts';

/** Facts, in the past tense. They carry ids and codes, never personal data, so a purge leaves the chain whole. */
export const EVENT_NAMES = [
  'office.set-up',
  'office.updated',
  'counter.added',
  'counter.updated',
  'series.updated',
  'day.opened',
  'day.withdrawn',
  'day.closed',
  'ticket.issued',
  'ticket.request-added',
  'ticket.called',
  'ticket.recalled',
  'ticket.started',
  'ticket.not-here',
  'ticket.returned',
  'ticket.held',
  'ticket.resumed',
  'ticket.transferred',
  'ticket.finished',
  'ticket.left',
  'ticket.cancelled',
  'ticket.settled',
  'ticket.reopened',
  'ticket.undone',
  'request.paper-set',
  'person.updated',
  'print.queued',
  'print.marked',
  'report.saved',
  'rules.updated',
  'calendar.updated',
  'clock.jumped',
] as const;
export type DeskEventName = (typeof EVENT_NAMES)[number];

export const deskEvent = z.object({
  /** Rises by one; the id of the server-sent event. */
  number: count,
  at: instant,
  businessDay: day.nullable(),
  name: z.enum(EVENT_NAMES),
  ticketId: id.nullable(),
  requestId: id.nullable(),
  counterId: id.nullable(),
  data: z.record(z.string(), z.json()),
});
export type DeskEvent = z.infer<typeof deskEvent>;
