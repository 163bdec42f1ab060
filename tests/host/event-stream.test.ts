import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { deskEvent, wallEvent, type DeskEvent } from '#shared/contract/event.ts';
import { instant } from '#shared/domain/values.ts';
import { streamReader, type SentMessage } from '#shared/contract/sent-messages.ts';
import { workingHouse, valueOf, type DeskHouse } from '#tests/support/desk-clients.ts';

type Reading = {
  messages: SentMessage[];
  until(enough: (messages: SentMessage[]) => boolean): Promise<SentMessage[]>;
  stop(): void;
};

/** Reads a stream of events as any program could that knows server-sent events. */
async function readEvents(
  house: DeskHouse,
  query: string,
  headers: Record<string, string> = {},
): Promise<Reading> {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`${house.host.url}/events${query}`, {
    headers: { authorization: `Bearer ${house.tokens.token}`, ...headers },
    signal: abort.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const messages: SentMessage[] = [];
  const read = streamReader((message) => messages.push(message));
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  return {
    messages,
    stop: () => abort.abort(),
    async until(enough) {
      while (!enough(messages)) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error('the stream ended');
        read(decoder.decode(part.value, { stream: true }));
      }
      return messages;
    },
  };
}

const stored = (messages: SentMessage[]): SentMessage[] => messages.filter(({ event }) => event !== 'beat');
const ids = (messages: SentMessage[]): number[] => stored(messages).map(({ id }) => Number(id));
const reached = (number: number) => (messages: SentMessage[]) => ids(messages).includes(number);

async function busyHouse(tickets: number): Promise<{ house: DeskHouse; last: number }> {
  const house = await workingHouse();
  return { house, last: await issue(house, tickets) };
}

async function issue(house: DeskHouse, times: number): Promise<number> {
  for (let n = 0; n < times; n += 1) {
    const request = {
      procedure: 'level-1',
      subject: 'citizen',
      person: { fullName: 'Trần Thị Mẫu' },
    } as const;
    valueOf(await house.doors.direct.client.call('ticket.issue', { requests: [request] }, randomUUID()));
  }
  return house.desk().lastEvent();
}

test('the id of each event is its number, and its data the event', async () => {
  const { house, last } = await busyHouse(3);
  const messages = stored(await (await readEvents(house, '?since=0')).until(reached(last)));
  expect(messages.map(({ data }) => deskEvent.parse(JSON.parse(data)))).toEqual(house.desk().eventsSince(0));
  for (const { id, data } of messages) expect((JSON.parse(data) as DeskEvent).number).toBe(Number(id));
});

test('a reader that was cut off goes on after the last id it saw', async () => {
  const { house, last } = await busyHouse(4);
  const first = await readEvents(house, '?since=0');
  await first.until(reached(3));
  first.stop();
  const next = await issue(house, 3);
  const again = await readEvents(house, '?since=3');
  expect(ids(await again.until(reached(next)))).toEqual(
    Array.from({ length: next - 3 }, (_, index) => index + 4),
  );
  const byHeader = await readEvents(house, '', { 'last-event-id': String(last) });
  expect(ids(await byHeader.until(reached(next)))).toEqual([last + 1, last + 2, last + 3]);
});

test('a stream beats with the time of the desk, at once and again', async () => {
  const { house } = await busyHouse(0);
  const quiet = await readEvents(house, '');
  const beats = await quiet.until((messages) => messages.length >= 3);
  for (const { event, id, data } of beats) {
    expect({ event, id }).toEqual({ event: 'beat', id: null });
    expect(instant.parse((JSON.parse(data) as { at: string }).at)).toBe(house.clock.now());
  }
});

test('a reader that comes again and again gets a hello and what is stored by now, and the stream ends', async () => {
  const { house, last } = await busyHouse(2);
  const whole = async (query: string, token = house.tokens.token): Promise<SentMessage[]> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${house.host.url}/events${query}`, { headers });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const messages: SentMessage[] = [];
    streamReader((message) => messages.push(message))(await response.text());
    return messages;
  };
  const [hello, ...events] = await whole('?since=1&once=1');
  const said = (of: SentMessage | undefined): unknown => JSON.parse(of?.data ?? '');
  expect(said(hello)).toEqual({ at: house.clock.now(), hello: { desk: house.desk().id, since: 1 } });
  expect(events.map(said)).toEqual(house.desk().eventsSince(1));
  expect(await whole(`?since=${last}&desk=${house.desk().id}&once=1`)).toHaveLength(1);
  // Of another desk it begins with what happens next.
  expect(said((await whole('?since=1&desk=other&once=1'))[0])).toMatchObject({ hello: { since: last } });
  // The schema is strict: a field that is not the wall's own is refused.
  for (const event of (await whole('?since=0&once=1', house.tokens.displayToken)).slice(1))
    wallEvent.parse(said(event));
});

test('a number that is none, or belongs to another database, is refused in words', async () => {
  const { house, last } = await busyHouse(1);
  const headers = { authorization: `Bearer ${house.tokens.token}` };
  for (const [since, reason] of [
    ['-1', 'no-event-number'],
    ['x', 'no-event-number'],
    ['', 'no-event-number'],
    ['1e3', 'no-event-number'],
    ['99999999999999999999', 'no-event-number'],
    [String(last + 1), 'beyond-last-event'],
  ]) {
    const response = await fetch(`${house.host.url}/events?since=${since}`, { headers });
    expect({ since, status: response.status, reply: await response.json() }).toEqual({
      since,
      status: 400,
      reply: { ok: false, problem: { code: 'invalid-input', path: 'since', reason } },
    });
  }
  expect((await fetch(`${house.host.url}/events?since=0`)).status).toBe(401);
});

test('asking for the head of the stream opens none', async () => {
  const { house } = await busyHouse(0);
  const headers = { authorization: `Bearer ${house.tokens.token}` };
  expect((await fetch(`${house.host.url}/events`, { method: 'HEAD', headers })).status).toBe(404);
});

test('the wall hears that something happened, not to whom', async () => {
  const { house, last } = await busyHouse(2);
  const wall = await readEvents(house, '?since=0', { authorization: `Bearer ${house.tokens.displayToken}` });
  // The schema is strict: a field that is not the wall's own is refused.
  const events = stored(await wall.until(reached(last))).map(({ data }) => wallEvent.parse(JSON.parse(data)));
  expect(events.map(({ name }) => name)).toContain('ticket.issued');
});

test('a reader that does not read for a while gets everything when it does', async () => {
  const { house } = await busyHouse(0);
  const sleepy = await readEvents(house, '?since=0');
  const last = await issue(house, 1000);
  expect(ids(await sleepy.until(reached(last)))).toEqual(
    Array.from({ length: last }, (_, index) => index + 1),
  );
});

test('training has events of its own', async () => {
  const { house } = await busyHouse(2);
  const response = await fetch(`${house.host.url}/training/events?since=1`, {
    headers: { authorization: `Bearer ${house.tokens.token}` },
  });
  expect(await response.json()).toMatchObject({ problem: { reason: 'beyond-last-event' } });
});
