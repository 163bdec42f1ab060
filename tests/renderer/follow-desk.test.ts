import { QueryObserver } from '@tanstack/react-query';
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { asDesk } from '#electron/desk/open-desk.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { refused } from '#shared/contract/problem.ts';
import { createQueries } from '#renderer/desk/desk-provider.tsx';
import { followDesk } from '#renderer/desk/follow-desk.ts';
import { setConnection, useLive } from '#renderer/desk/live.ts';
import { DeskRefusal } from '#renderer/desk/use-desk-query.ts';
import { valueOf, workingHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn } from '#tests/support/test-desk.ts';

/** Resolves when answers grow old for the first time. */
function nextGathering(queries: ReturnType<typeof createQueries>): Promise<void> {
  return new Promise((done) => {
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return;
      stop();
      done();
    });
  });
}

test('a window over a desk that is replaced is not live until what it shows is the answer of the new one', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const queries = createQueries();
  /** What the window showed whenever the line changed. */
  const seen: (string | undefined)[] = [];
  const offices = new QueryObserver(queries, {
    queryKey: ['office.show', {}],
    queryFn: async () => valueOf(await client.call('office.show', {})),
  });
  onTestFinished(offices.subscribe(() => {}));
  await expect.poll(() => offices.getCurrentResult().data?.name).toBe('Công an xã Thử');
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  await expect.poll(() => useLive.getState().connection).toBe('live');
  onTestFinished(
    useLive.subscribe((live, before) => {
      if (live.connection !== before.connection)
        seen.push(`${live.connection}: ${offices.getCurrentResult().data?.name}`);
    }),
  );

  const other = deskIn(temporaryFolder('other'), { clock: house.clock });
  onTestFinished(() => other.desk.close());
  const office = { name: 'Công an xã Khác', code: 'K1', receivingLevel: 'Trên', counters: ['Quầy 1'] };
  await other.desk.dispatch('office.set-up', office, { role: 'leader' }, randomUUID());
  await house.desks.office.replace(() => ({ ok: true, desk: asDesk(other.desk) }));
  await expect.poll(() => seen).toEqual(['lost: Công an xã Thử', 'live: Công an xã Khác']);
});

test('a first answer that was under way when the desk changed is asked for again', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const queries = createQueries();
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  await expect.poll(() => useLive.getState().connection).toBe('live');
  const old = valueOf(await client.call('office.show', {}));
  const late = Promise.withResolvers<typeof old>();
  /** Asks for the office; `first` is what the first question waits for. */
  const watch = (window: string, first?: Promise<typeof old>) => {
    const seen = { asked: 0 };
    const observer = new QueryObserver(queries, {
      queryKey: ['office.show', window],
      queryFn: async () => {
        seen.asked += 1;
        return (seen.asked === 1 && first) || valueOf(await client.call('office.show', {}));
      },
    });
    onTestFinished(observer.subscribe(() => {}));
    return { seen, name: () => observer.getCurrentResult().data?.name };
  };
  const slow = watch('slow', late.promise);
  const quick = watch('quick');
  await expect.poll(() => [slow.seen.asked, quick.name()]).toEqual([1, 'Công an xã Thử']);
  valueOf(await client.call('office.update', { name: 'Công an xã Mới' }, randomUUID()));
  await expect.poll(quick.name).toBe('Công an xã Mới');
  late.resolve(old);
  await expect.poll(slow.name).toBe('Công an xã Mới');
});

test('a first answer is asked for again as soon as it comes, whatever another question waits for', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const queries = createQueries();
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  await expect.poll(() => useLive.getState().connection).toBe('live');
  const old = valueOf(await client.call('office.show', {}));
  const late = Promise.withResolvers<typeof old>();
  let asked = 0;
  const office = new QueryObserver(queries, {
    queryKey: ['office.show', {}],
    queryFn: async () => {
      asked += 1;
      return asked === 1 ? late.promise : valueOf(await client.call('office.show', {}));
    },
  });
  const hanging = new QueryObserver(queries, {
    queryKey: ['office.show', 'hangs'],
    queryFn: () => new Promise<never>(() => {}),
  });
  for (const observer of [office, hanging]) onTestFinished(observer.subscribe(() => {}));
  await Promise.all([
    nextGathering(queries),
    client.call('office.update', { name: 'Công an xã Mới' }, randomUUID()),
  ]);
  late.resolve(old);
  await expect.poll(() => office.getCurrentResult().data?.name).toBe('Công an xã Mới');
});

test('what was asked before the window knew from where to listen is asked again before the line is live', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const queries = createQueries();
  const late = Promise.withResolvers<void>();
  /** `wait` is what the answer waits for on its way here. */
  const look = (window: string, wait?: Promise<void>) => {
    const observer = new QueryObserver(queries, {
      queryKey: ['office.show', window],
      queryFn: async () => {
        const office = valueOf(await client.call('office.show', {}));
        await wait;
        return office;
      },
    });
    onTestFinished(observer.subscribe(() => {}));
    return () => observer.getCurrentResult().data?.name;
  };
  const quick = look('quick');
  await expect.poll(quick).toBe('Công an xã Thử');
  const slow = look('slow', late.promise);
  valueOf(await client.call('office.update', { name: 'Công an xã Mới' }, randomUUID()));
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  setConnection('connecting');
  const seen: (string | undefined)[][] = [];
  onTestFinished(
    useLive.subscribe(({ connection }) => {
      if (connection === 'live') seen.push([quick(), slow()]);
    }),
  );
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  late.resolve();
  await expect.poll(() => seen).toEqual([['Công an xã Mới', 'Công an xã Mới']]);
});

test('a window is not live while nobody answers for what grew old on it, and asks until somebody does', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const queries = createQueries();
  let isCut = false;
  const office = new QueryObserver(queries, {
    queryKey: ['office.show', {}],
    queryFn: async () => {
      if (isCut) throw new DeskRefusal({ code: 'unreachable' });
      return valueOf(await client.call('office.show', {}));
    },
    retry: false,
  });
  onTestFinished(office.subscribe(() => {}));
  await expect.poll(() => office.getCurrentResult().data?.name).toBe('Công an xã Thử');
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  await expect.poll(() => useLive.getState().connection).toBe('live');
  isCut = true;
  valueOf(await client.call('office.update', { name: 'Công an xã Mới' }, randomUUID()));
  await expect.poll(() => useLive.getState().connection).toBe('lost');
  expect(office.getCurrentResult().data?.name).toBe('Công an xã Thử');
  isCut = false;
  await expect.poll(() => useLive.getState().connection, { timeout: 5000 }).toBe('live');
  expect(office.getCurrentResult().data?.name).toBe('Công an xã Mới');
});

test('an answer that grew old and was left before the new one came is not shown again', async () => {
  const house = await workingHouse();
  const { client } = house.doors.http;
  const { desk, lastEvent } = valueOf(await client.call('system.health', {}));
  const queries = createQueries();
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }, () => {}));
  await expect.poll(() => useLive.getState().connection).toBe('live');
  let asked = 0;
  const look = () =>
    new QueryObserver(queries, {
      queryKey: ['office.show', {}],
      queryFn: async () => {
        asked += 1;
        // The second question is never answered: the screen is left before.
        return asked === 2 ? new Promise<never>(() => {}) : valueOf(await client.call('office.show', {}));
      },
    });
  const before = look();
  const leave = before.subscribe(() => {});
  await expect.poll(() => before.getCurrentResult().data?.name).toBe('Công an xã Thử');
  valueOf(await client.call('office.update', { name: 'Công an xã Mới' }, randomUUID()));
  await expect.poll(() => asked).toBe(2);
  leave();
  await Promise.resolve();
  const after = look();
  const seen: (string | undefined)[] = [after.getCurrentResult().data?.name];
  onTestFinished(after.subscribe(({ data }) => seen.push(data?.name)));
  await expect.poll(() => seen.at(-1)).toBe('Công an xã Mới');
  expect(seen).not.toContain('Công an xã Thử');
});

test('a window whose PC joined another as a wall learns that this desk is none for it', async () => {
  let isWall = false;
  let tell: ((live: boolean) => void) | undefined;
  const client = {
    call: async () =>
      isWall ? refused({ code: 'not-allowed', role: 'display' }) : refused({ code: 'desk-closing' }),
    listen: (_from, _news, connection) => {
      tell = connection;
      return () => {};
    },
  } satisfies DeskClient;
  let shut = 0;
  const from = { desk: randomUUID(), since: 0 };
  onTestFinished(followDesk(client, createQueries(), from, () => (shut += 1)));
  tell?.(true);
  tell?.(false);
  await expect.poll(() => useLive.getState().why?.code).toBe('desk-closing');
  expect(shut).toBe(0);
  isWall = true;
  await expect.poll(() => shut, { timeout: 5000 }).toBe(1);
});

test('a window that nobody sees asks again for what was not answered', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  onTestFinished(() => void vi.unstubAllGlobals());
  let asked = 0;
  const answer = await createQueries().fetchQuery({
    queryKey: ['queue.wall', {}],
    queryFn: () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new DeskRefusal({ code: 'unreachable' })) : Promise.resolve('new');
    },
    retry: 1,
    retryDelay: 1,
  });
  expect(answer).toBe('new');
});
