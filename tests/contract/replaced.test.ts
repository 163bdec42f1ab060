import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asDesk } from '#electron/desk/open-desk.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { codeOf, deskHouse, valueOf, workingHouse, type DeskHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn } from '#tests/support/test-desk.ts';
import { DAY } from '#tests/support/worked-day.ts';

const office = { name: 'Công an xã Khác', code: 'K1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };

/** Another database, as a restored copy is one: its numbers are its own. */
function otherDesk(house: DeskHouse): ReturnType<typeof deskIn> {
  const folder = temporaryFolder('other');
  const other = deskIn(folder, { clock: house.clock });
  onTestFinished(() => {
    other.desk.close();
    rmSync(join(folder, 'desk.db'), { force: true });
  });
  return other;
}

const leader = { role: 'leader' } as const;

/** What one window hears: its events by number, and whether it counts as live. */
async function listening(client: DeskClient) {
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const heard: (number | boolean)[] = [];
  onTestFinished(
    client.listen(
      { desk, since: lastEvent },
      ({ number }) => heard.push(number),
      (live) => heard.push(live),
    ),
  );
  await expect.poll(() => heard).toEqual([true]);
  return heard;
}

describe.each(['ipc', 'http'] as const)(
  'a desk that is replaced under a window, through the %s door',
  (name) => {
    test('ends the stream; it comes back at the new desk, whose lower numbers are heard', async () => {
      const house = await workingHouse();
      const { client } = house.doors[name];
      for (let count = 0; count < 5; count += 1)
        valueOf(await client.call('counter.add', { name: `Bàn ${count}` }, randomUUID()));
      const heard = await listening(client);
      const other = otherDesk(house);
      valueOf(await other.desk.dispatch('office.set-up', office, leader, randomUUID()));
      expect(other.desk.lastEvent()).toBe(1);
      await house.desks.office.replace(() => ({ ok: true, desk: asDesk(other.desk) }));
      await expect.poll(() => heard).toEqual([true, false, true]);
      expect(valueOf(await client.call('office.show', {}))?.name).toBe(office.name);
      valueOf(await client.call('day.open', { businessDay: DAY }, randomUUID()));
      await expect.poll(() => heard).toEqual([true, false, true, 2]);
    });

    test('is not live before there is a new one, and a call waits for it', async () => {
      const house = await workingHouse();
      const { client } = house.doors[name];
      const heard = await listening(client);
      const other = otherDesk(house);
      let open = (): void => {};
      const opened = new Promise<void>((done) => (open = done));
      void house.desks.office.replace(async () => {
        await opened;
        return { ok: true, desk: asDesk(other.desk) };
      });
      const asked = client.call('office.show', {});
      await expect.poll(() => heard).toEqual([true, false]);
      open();
      expect(valueOf(await asked)).toBeNull();
      await expect.poll(() => heard).toEqual([true, false, true]);
    });

    test('a reader that comes with the number of the former desk begins at the last event of this one', async () => {
      const house = await workingHouse();
      const { client } = house.doors[name];
      const before = valueOf(await client.call('system.health', {}));
      await house.desks.office.replace(house.open);
      for (const since of [before.lastEvent + 50, 0]) {
        const heard: (number | boolean)[] = [];
        const place = { desk: before.desk, since };
        onTestFinished(
          client.listen(
            place,
            ({ number }) => heard.push(number),
            (live) => heard.push(live),
          ),
        );
        // Lost and found: the window asks everything anew.
        await expect.poll(() => heard).toEqual([false, true]);
        valueOf(await client.call('counter.add', { name: `Bàn ${since}` }, randomUUID()));
        await expect.poll(() => heard).toHaveLength(3);
      }
    });
  },
);

test('the same database opened anew is another desk, and two never hold it at once', async () => {
  const house = await deskHouse();
  const first = house.desks.office.state();
  const replaced = [house.desks.office.replace(house.open), house.desks.office.replace(house.open)];
  const openings = await Promise.all([first, ...replaced]);
  const ids = openings.map((opening) => (opening.ok ? opening.desk.id : 'none'));
  expect(new Set(ids).size).toBe(3);
  expect(valueOf(await house.doors.direct.client.call('system.health', {})).desk).toBe(ids[2]);
});

test('a replacement that cannot be opened is told by every call, and tried again when health is asked', async () => {
  const house = await workingHouse();
  let isBroken = true;
  await house.desks.office.replace(() => {
    if (isBroken) throw new Error('hỏng');
    return house.open();
  });
  const { client } = house.doors.http;
  expect(codeOf(await client.call('counter.list', {}))).toBe('desk-not-open');
  isBroken = false;
  house.clock.pass(1);
  expect(codeOf(await client.call('system.health', {}))).toBe('ok');
});

test('a desk that is closed while its successor opens does not open it', async () => {
  const house = await workingHouse();
  const other = otherDesk(house);
  let closed = 0;
  const replaced = house.desks.office.replace(() => ({
    ok: true,
    desk: { ...asDesk(other.desk), close: async () => void (closed += 1) },
  }));
  await house.desks.office.close();
  expect((await replaced).ok).toBe(false);
  expect(closed).toBe(0);
  expect(codeOf(await house.doors.direct.client.call('counter.list', {}))).toBe('desk-closing');
});
