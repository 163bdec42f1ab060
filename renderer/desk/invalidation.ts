import type { QueryName } from '#shared/contract/desk-contract.ts';
import type { DeskEventName } from '#shared/contract/event.ts';

type Area = DeskEventName extends infer N ? (N extends `${infer A}.${string}` ? A : never) : never;

/** What counts the open day. */
const dayFigures = ['report.day', 'report.month', 'report.dashboard', 'report.tickets'] as const;

/** Whose account is activated, and what rests on it. */
const accounts = ['follow-up.list', 'follow-up.show', 'campaign.progress', ...dayFigures] as const;

const queue = [
  'queue.board',
  'queue.wall',
  'ticket.list',
  'ticket.get',
  'person.search',
  ...dayFigures,
  'day.status',
  'slip.show',
  'slip.preview',
] as const;

/** Which answers grow old when something happens in an area. */
export const STALE_AFTER: Readonly<Record<Area, readonly QueryName[]>> = {
  office: [
    'office.show',
    'counter.list',
    'series.list',
    'queue.wall',
    'queue.board',
    'slip.show',
    'slip.preview',
    'procedure.triage',
    'calendar.due-date',
    'calendar.year',
    'rules.packs',
    'rules.show',
    'report.reminders',
    ...accounts,
  ],
  counter: [
    'office.show',
    'counter.list',
    'queue.board',
    'queue.wall',
    'ticket.get',
    'ticket.list',
    'slip.show',
    'slip.preview',
    'report.day',
  ],
  series: ['office.show', 'series.list', 'slip.preview'],
  day: [
    ...queue,
    ...accounts,
    'day.list',
    'report.versions',
    'report.calendar',
    'report.reminders',
    'print.list',
    'rules.packs',
    'system.health',
  ],
  ticket: [...queue, ...accounts, 'report.calendar'],
  request: ['ticket.get', 'slip.show', 'slip.preview', ...dayFigures],
  'follow-up': [
    ...accounts,
    'ticket.get',
    'ticket.list',
    'queue.board',
    'slip.show',
    'slip.preview',
    'report.calendar',
  ],
  extract: [...accounts, 'report.calendar'],
  campaign: ['campaign.list', 'campaign.progress', 'report.month', 'report.dashboard'],
  person: [
    'follow-up.list',
    'follow-up.show',
    'report.tickets',
    'queue.board',
    'ticket.get',
    'ticket.list',
    'person.search',
    'slip.show',
    'slip.preview',
  ],
  print: ['print.list', 'printer.list', 'slip.show', 'slip.preview'],
  slip: ['slip.show', 'slip.preview', 'slip.design'],
  report: ['export.list', 'export.key', 'report.day', 'report.calendar', 'report.reminders', 'day.list'],
  rules: [
    'rules.packs',
    'rules.show',
    'rules.compare',
    'procedure.triage',
    'slip.show',
    'slip.preview',
    'ticket.get',
    'report.day',
  ],
  calendar: [
    'calendar.year',
    'calendar.due-date',
    'slip.show',
    'slip.preview',
    'procedure.triage',
    'campaign.progress',
    'report.dashboard',
    'report.month',
    'report.calendar',
  ],
  clock: ['day.status', 'system.health'],
};

/** The methods whose kept answers an event makes stale. */
export function staleAfter(name: DeskEventName): readonly QueryName[] {
  return STALE_AFTER[name.slice(0, name.indexOf('.')) as Area];
}
