import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const day = 24 * 3600;

test('opening a day forgets the keys that are older than a week, and no other', () => {
  const { desk, clock, call } = openTestDesk({ day: null });
  const add = (name: string, key: string) => desk.dispatch('counter.add', { name }, { role: 'leader' }, key);
  const openDay = (businessDay: string) => {
    call('day.open', { businessDay });
    call('day.withdraw', { businessDay });
  };
  const forgotten = { ok: false, problem: { code: 'name-taken' } };
  const eight = add('Quầy 8', 'the-key-of-8');
  clock.pass(4 * day);
  const nine = add('Quầy 9', 'the-key-of-9');
  expect(add('Quầy 8', 'the-key-of-8')).toEqual(eight);
  clock.pass(4 * day);
  openDay('2026-11-28');
  expect(add('Quầy 8', 'the-key-of-8')).toMatchObject(forgotten);
  expect(add('Quầy 9', 'the-key-of-9')).toEqual(nine);
  // Nothing younger is left.
  clock.pass(30 * day);
  openDay('2026-12-28');
  expect(add('Quầy 9', 'the-key-of-9')).toMatchObject(forgotten);
});
