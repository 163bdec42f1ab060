import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { DOORS, valueOf, type DeskHouse, workingHouse } from '#tests/support/desk-clients.ts';
import { DAY } from '#tests/support/worked-day.ts';

/** Collects the events of one reader; `until` resolves when event `number` has come. */
function reader(client: DeskClient, since: number) {
  const events: DeskEvent[] = [];
  const waiting = new Set<() => void>();
  const stop = client.listen({ since }, (event) => {
    if ('data' in event) events.push(event);
    for (const look of waiting) look();
  });
  onTestFinished(stop);
  return {
    events,
    stop,
    numbers: () => events.map((event) => event.number),
    until: (number: number) =>
      new Promise<void>((done) => {
        const look = (): void => {
          if ((events.at(-1)?.number ?? since) < number) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
  };
}

async function issue(house: DeskHouse, times: number): Promise<number> {
  const { client } = house.doors.direct;
  for (let n = 0; n < times; n += 1) {
    const person = {
      fullName: `Trần Thị Mẫu ${'ABCDEFGHIJ'[n % 10]}`,
      idNumber: '001090000001',
      phone: '0900000001',
    };
    valueOf(
      await client.call(
        'ticket.issue',
        { requests: [{ procedure: 'level-1', subject: 'citizen', person }] },
        randomUUID(),
      ),
    );
  }
  return house.desk().lastEvent();
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe.each(DOORS)('through the %s door', (name) => {
  test('stored events come first, then live ones, each once and in order', async () => {
    const house = await workingHouse();
    const stored = await issue(house, 5);
    const all = reader(house.doors[name].client, 0);
    const late = reader(house.doors[name].client, stored - 2);
    const last = await issue(house, 10);
    await Promise.all([all.until(last), late.until(last)]);
    expect(all.numbers()).toEqual(range(1, last));
    expect(late.numbers()).toEqual(range(stored - 1, last));
    expect(all.events).toEqual(house.desk().eventsSince(0, 10_000));
  });

  test('a reader that begins at the last event hears only what happens next', async () => {
    const house = await workingHouse();
    const stored = await issue(house, 1);
    const next = reader(house.doors[name].client, stored);
    const last = await issue(house, 2);
    await next.until(last);
    expect(next.numbers()).toEqual(range(stored + 1, last));
  });

  test('nothing is missed or doubled when events are stored while the past is read', async () => {
    const house = await workingHouse();
    // More than one page of the log.
    const stored = await issue(house, 210);
    // Where nothing happens meanwhile, no news leads to the second page.
    await reader(house.doors[name].client, 0).until(stored);
    const readers = range(1, 5).map((since) => reader(house.doors[name].client, since));
    const last = await issue(house, 60);
    await Promise.all(readers.map((one) => one.until(last)));
    readers.forEach((one, index) => expect(one.numbers()).toEqual(range(index + 2, last)));
  });

  test('a reader that stopped hears nothing more', async () => {
    const house = await workingHouse();
    const stored = house.desk().lastEvent();
    const stopped = reader(house.doors[name].client, stored);
    await stopped.until(await issue(house, 1));
    stopped.stop();
    const other = reader(house.doors[name].client, stored);
    await other.until(await issue(house, 3));
    expect(stopped.numbers()).toEqual([stored + 1]);
  });

  test('no event carries a name or a number of a person', async () => {
    const house = await workingHouse();
    const all = reader(house.doors[name].client, 0);
    await all.until(await issue(house, 3));
    expect(JSON.stringify(all.events)).not.toMatch(/Mẫu|001090000001|0900000001/);
  });

  test('a refused command announces nothing, and its numbers leave no gap', async () => {
    const house = await workingHouse();
    const before = house.desk().lastEvent();
    const all = reader(house.doors[name].client, before);
    await house.doors[name].client.call('day.open', { businessDay: DAY }, randomUUID());
    await house.doors[name].client.call(
      'ticket.start',
      { ticketId: randomUUID(), counterId: randomUUID() },
      randomUUID(),
    );
    const last = await issue(house, 1);
    await all.until(last);
    expect(all.numbers()).toEqual(range(before + 1, last));
    expect(valueOf(await house.doors[name].client.call('system.verify-events', {}))).toEqual({
      events: last,
      firstBroken: null,
    });
  });
});
