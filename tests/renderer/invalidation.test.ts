import { describe, expect, test } from 'vitest';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { EVENT_NAMES } from '#shared/contract/event.ts';
import { STALE_AFTER, staleAfter } from '#renderer/desk/invalidation.ts';

test.each(EVENT_NAMES)('%s makes some kept answer stale, and only queries are kept', (name) => {
  const stale = staleAfter(name);
  expect(stale.length).toBeGreaterThan(0);
  for (const method of stale) expect(deskContract[method].kind).toBe('query');
});

describe('what an officer must see change', () => {
  test.each([
    ['ticket.called', 'queue.board'],
    ['ticket.issued', 'queue.board'],
    ['ticket.undone', 'ticket.get'],
    ['ticket.finished', 'report.day'],
    ['ticket.finished', 'slip.show'],
    ['ticket.called', 'slip.preview'],
    ['request.paper-set', 'ticket.get'],
    ['person.updated', 'queue.board'],
    ['day.closed', 'day.status'],
    ['day.opened', 'queue.board'],
    ['counter.updated', 'counter.list'],
    ['office.updated', 'office.show'],
    ['print.marked', 'print.list'],
    ['calendar.updated', 'calendar.due-date'],
    ['rules.updated', 'procedure.triage'],
    ['calendar.updated', 'campaign.progress'],
    ['calendar.updated', 'report.dashboard'],
    ['calendar.updated', 'report.month'],
    ['calendar.updated', 'report.calendar'],
    ['follow-up.activated', 'slip.show'],
    ['follow-up.activated', 'ticket.list'],
    ['follow-up.withdrawn', 'queue.board'],
    ['follow-up.withdrawn', 'ticket.get'],
    ['counter.updated', 'report.day'],
  ] as const)('%s reaches %s', (event, method) => {
    expect(staleAfter(event)).toContain(method);
  });
});

test('every kept answer about the day can grow old, except what only reads its input', () => {
  const queries = Object.entries(deskContract).filter(([, method]) => method.kind === 'query');
  const covered = new Set<string>(Object.values(STALE_AFTER).flat());
  const neverStale = [
    'extract.review',
    'export.fetch',
    'identity.read-card',
    'report.export',
    'rules.export',
    'system.verify-events',
  ];
  expect(
    queries.map(([name]) => name).filter((name) => !covered.has(name) && !neverStale.includes(name)),
  ).toEqual([]);
});
