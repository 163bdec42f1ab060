import { expect, test } from 'vitest';
import type { Services } from '#electron/desk/desk-call.ts';
import { dispatcher } from '#electron/desk/dispatch.ts';
import { answered } from '#shared/contract/problem.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('of a slow command only those events are told that the journal holds', async () => {
  const { desk, store, clock } = openTestDesk();
  const told: DeskEvent[] = [];
  const before = desk.lastEvent();
  const part = (sha256: string) =>
    ({
      name: 'report.saved',
      data: { format: 'csv', version: 1, sha256, target: null, folders: 0 },
    }) as const;
  const saved = { path: '/x', bytes: 1, sha256: '' };
  const services: Pick<Services, 'report.save'> = {
    async 'report.save'(call) {
      call.store.write(() => call.append(part('kept')));
      expect(() =>
        call.store.write(() => {
          call.append(part('rolled back'));
          throw new Error('the second part failed');
        }),
      ).toThrow('the second part failed');
      return saved;
    },
  };
  const dispatch = dispatcher({
    store,
    clock,
    run: 'run',
    callerOf: (_rule, { role }) => answered({ officer: 'o', device: 'd', role }),
    facts: { desk: 'run', version: '0', training: false, electron: false, clockJumpMinutes: () => null },
    services: services as Services,
    reads: { served() {} },
    announce: (events) => told.push(...events),
    log: () => {},
  });
  await dispatch(
    'report.save',
    { businessDay: '2026-11-20', format: 'csv', folder: '/x' },
    { role: 'leader' },
    'key-of-this-test',
  );
  expect(told.map(({ number, data }) => ({ number, data }))).toEqual([
    { number: before + 1, data: part('kept').data },
  ]);
  expect(desk.lastEvent()).toBe(before + 1);
});
