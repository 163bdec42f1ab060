import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { readEventLog } from '#tests/support/event-log.ts';
import { runHost, type RunningHost } from '#tests/support/running-host.ts';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { size } from '#tests/support/sizes.ts';

/** Operations in all, over every test of this file; CONTESTED_OPS=10000 is a thorough run. */
const operations = size('CONTESTED_OPS', 1500, 10_000);
const callers = 16;
/** A round where all press at once: one issue, sixteen presses, a start and a finish. */
const roundOperations = callers + 3;
const rounds = Math.floor(operations / 8 / roundOperations);
const mixedOperations = operations - 2 * rounds * roundOperations;
const seed = 20_261_123;
const patienceMs = 60_000 + operations * 10;

const folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-contested-'));
let host: RunningHost;
let client: LoadClient;
let counters: string[];

beforeAll(async () => {
  host = await runHost(folder);
  client = loadClient(host);
  const office = await ask(client, 'office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Trung tâm tổng hợp',
    counters: Array.from({ length: callers }, (_, index) => `Quầy ${index + 1}`),
    series: [
      { letter: 'A', name: 'Mọi thủ tục' },
      { letter: 'K', name: 'Kích hoạt', procedures: ['activate'] },
    ],
  });
  counters = office.counters.map(({ id }) => id);
  await ask(client, 'day.open', { businessDay: '2026-11-23' });
}, patienceMs);

afterAll(async () => {
  client?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const issueInput = (procedure: 'level-2' | 'activate', priority: boolean) => ({
  priority,
  requests: [{ procedure, subject: 'citizen' as const }],
});

const outcomesOf = (ticket: Ticket) =>
  ticket.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));

/** The winner of a round serves its ticket to the end, so that the next round finds every counter free. */
async function serve(ticket: Ticket, counterId: string): Promise<void> {
  await ask(client, 'ticket.start', { ticketId: ticket.id, counterId });
  await ask(client, 'ticket.finish', { ticketId: ticket.id, outcomes: outcomesOf(ticket) });
}

/** What a round gave: the tickets won, and how often each problem was answered. */
function tally(replies: readonly DeskReply<Ticket | null>[]) {
  const won = replies.flatMap((reply) => (reply.ok && reply.value !== null ? [reply.value] : []));
  const refusals = replies.flatMap((reply) => (reply.ok ? [] : [reply.problem.code]));
  return { won, refusals };
}

describe(`${callers} counters, ${operations} operations over HTTP`, () => {
  const issued = new Map<string, string>();
  const givenTo = new Map<string, string[]>();

  test(
    'issue, call, start and finish mixed: no number twice, no gap, no person at two counters',
    async () => {
      const refused: unknown[] = [];
      const repeated: [string, string][] = [];
      let done = 0;

      async function value<T>(reply: Promise<DeskReply<T>>): Promise<T | null> {
        done += 1;
        const answer = await reply;
        if (answer.ok) return answer.value;
        refused.push(answer.problem);
        return null;
      }

      async function work(caller: number): Promise<void> {
        const luck = chance(seed + caller);
        const counterId = counters[caller] ?? '';
        while (done < mixedOperations) {
          if (luck.happens(0.5)) {
            const input = issueInput(luck.happens(0.3) ? 'activate' : 'level-2', luck.happens(0.15));
            const key = randomUUID();
            const presses = luck.happens(0.05) ? 2 : 1;
            const [ticket, same] = await Promise.all(
              Array.from({ length: presses }, () => value(client.call('ticket.issue', input, key))),
            );
            if (ticket) issued.set(ticket.id, ticket.number);
            if (ticket && same) repeated.push([ticket.number, same.number]);
            continue;
          }
          const called = await value(client.call('ticket.call-next', { counterId }));
          if (called === null) continue;
          givenTo.set(called.id, [...(givenTo.get(called.id) ?? []), counterId]);
          expect(called.counterId).toBe(counterId);
          await value(client.call('ticket.start', { ticketId: called.id, counterId }));
          await value(client.call('ticket.finish', { ticketId: called.id, outcomes: outcomesOf(called) }));
        }
      }

      await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
      expect(refused).toEqual([]);
      expect(givenTo.size).toBeGreaterThan(mixedOperations / 8);
      expect([...givenTo].filter(([, at]) => at.length > 1)).toEqual([]);
      expect(repeated.length).toBeGreaterThan(0);
      expect(repeated.filter(([first, second]) => first !== second)).toEqual([]);
      expect(withGaps([...issued.values()])).toEqual([]);
    },
    patienceMs,
  );

  test(
    'all press the same person: exactly one gets them, and the others are told',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const ticket = await ask(client, 'ticket.issue', issueInput('level-2', false));
        issued.set(ticket.id, ticket.number);
        const { won, refusals } = tally(
          await Promise.all(
            counters.map((counterId) => client.call('ticket.call', { ticketId: ticket.id, counterId })),
          ),
        );
        expect(won).toHaveLength(1);
        expect(refusals).toEqual(Array<string>(callers - 1).fill('ticket-state'));
        const counterId = won[0]?.counterId ?? '';
        givenTo.set(ticket.id, [...(givenTo.get(ticket.id) ?? []), counterId]);
        await serve(ticket, counterId);
      }
    },
    patienceMs,
  );

  test(
    'one counter pressed sixteen times at once gets one person',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const counterId = counters[round % callers] ?? '';
        const ticket = await ask(client, 'ticket.issue', issueInput('level-2', false));
        issued.set(ticket.id, ticket.number);
        const { won, refusals } = tally(
          await Promise.all(counters.map(() => client.call('ticket.call-next', { counterId }))),
        );
        expect(won).toHaveLength(1);
        expect(refusals).toEqual(Array<string>(callers - 1).fill('counter-busy'));
        for (const called of won) {
          givenTo.set(called.id, [...(givenTo.get(called.id) ?? []), counterId]);
          await serve(called, counterId);
        }
      }
    },
    patienceMs,
  );

  test(
    'the event log tells the same: every number once, every person at one counter, every counter one person',
    async () => {
      const log = readLog(await readEventLog(host));
      expect(log.faults).toEqual([]);
      expect(log.numbers).toEqual(issued);
      expect(withGaps([...log.numbers.values()])).toEqual([]);
      expect(log.givenTo).toEqual(givenTo);
      expect(await ask(client, 'system.verify-events', {})).toMatchObject({ firstBroken: null });
    },
    patienceMs,
  );
});

/** Series whose numbers are not exactly 1, 2, 3 … once each. */
function withGaps(numbers: readonly string[]): string[] {
  const series = Map.groupBy(numbers, (number) => number.slice(0, 1));
  return [...series].flatMap(([letter, own]) => {
    const sorted = own.map((number) => Number(number.slice(1))).toSorted((a, b) => a - b);
    const wrong = sorted.findIndex((number, index) => number !== index + 1);
    return wrong < 0 ? [] : [`${letter} breaks at ${wrong + 1}`];
  });
}

/** Follows the log event by event and notes what must never happen. */
function readLog(events: readonly DeskEvent[]) {
  const numbers = new Map<string, string>();
  const taken = new Set<string>();
  const givenTo = new Map<string, string[]>();
  const holder = new Map<string, string>();
  const ended = new Set<string>();
  const faults: string[] = [];
  for (const { number, name, ticketId, counterId, data } of events) {
    if (ticketId === null) continue;
    const held = holder.get(ticketId);
    if (name === 'ticket.issued') {
      const given = data['number'];
      if (taken.has(given)) faults.push(`event ${number} gives ${given} again`);
      taken.add(given);
      numbers.set(ticketId, given);
    } else if (name === 'ticket.called' && counterId !== null) {
      if (held !== undefined || ended.has(ticketId)) faults.push(`event ${number} calls a person again`);
      if ([...holder.values()].includes(counterId)) faults.push(`event ${number} calls to a busy counter`);
      holder.set(ticketId, counterId);
      givenTo.set(ticketId, [...(givenTo.get(ticketId) ?? []), counterId]);
    } else if (name === 'ticket.started' && held !== counterId) {
      faults.push(`event ${number} starts a person who stands elsewhere`);
    } else if (name === 'ticket.finished') {
      holder.delete(ticketId);
      ended.add(ticketId);
    }
  }
  return { numbers, givenTo, faults };
}
