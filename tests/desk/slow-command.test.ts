import { expect, test } from 'vitest';
import type { DeskSetting } from '#electron/desk/desk-call.ts';
import { dispatchCall } from '#electron/desk/dispatch.ts';
import { services } from '#electron/desk/services.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('of a slow command only those events are told that the journal holds', async () => {
  const { desk, clock } = openTestDesk();
  const setting = {
    store: desk.store,
    clock,
    run: 'run',
    version: '0',
    training: false,
    electron: false,
  } as unknown as DeskSetting;
  const told: DeskEvent[] = [];
  const before = desk.lastEvent();
  const saved = { path: '/x', bytes: 1, sha256: '' };
  await dispatchCall(
    setting,
    {
      ...services,
      async 'report.save'(call) {
        call.store.write(() => call.append({ name: 'report.saved', data: { part: 'kept' } }));
        expect(() =>
          call.store.write(() => {
            call.append({ name: 'report.saved', data: { part: 'rolled back' } });
            throw new Error('the second part failed');
          }),
        ).toThrow('the second part failed');
        return saved;
      },
    },
    (events) => told.push(...events),
    () => {},
    'report.save',
    { businessDay: '2026-11-20', format: 'csv', folder: '/x' },
    { role: 'leader', device: 'test' },
    'key-of-this-test',
  );
  expect(told.map(({ number, data }) => ({ number, data }))).toEqual([
    { number: before + 1, data: { part: 'kept' } },
  ]);
  expect(desk.lastEvent()).toBe(before + 1);
});
