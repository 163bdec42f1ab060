import type { DeskEventName } from './event.ts';

/** Which day is open, and whether one is. */
export const openDay = ['day.opened', 'day.withdrawn', 'day.voided', 'day.closed'] as const;

/** Whose account is activated. */
export const accounts = ['follow-up.activated', 'follow-up.withdrawn', 'extract'] as const;

/** Which requests there are and what became of them. */
export const outcomes = [
  'ticket.issued',
  'ticket.request-added',
  'ticket.finished',
  'ticket.left',
  'ticket.cancelled',
  'ticket.settled',
  'ticket.reopened',
  'ticket.undone',
] as const;

/** What the figures of a day are counted from; a visit says where its people were served. */
export const countedDay = [
  'ticket',
  'request',
  'day',
  ...accounts,
  'follow-up.reason-set',
  'visit.saved',
] as const;

/** Whether an answer that was kept from before the event may be no longer so. A mark is an event by its name, or an area: every event of it. */
export function isStaleAfter(marks: readonly string[], event: DeskEventName): boolean {
  return marks.some((mark) => mark === event || event.startsWith(`${mark}.`));
}
