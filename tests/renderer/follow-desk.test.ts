import { QueryObserver } from '@tanstack/react-query';
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { asDesk } from '#electron/desk/open-desk.ts';
import { createQueries } from '#renderer/desk/desk-provider.tsx';
import { followDesk } from '#renderer/desk/follow-desk.ts';
import { useLive } from '#renderer/desk/live.ts';
import { valueOf, workingHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn } from '#tests/support/test-desk.ts';

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
  onTestFinished(followDesk(client, queries, { desk, since: lastEvent }));
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
