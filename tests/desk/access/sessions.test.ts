import { expect, test } from 'vitest';
import { openSessions } from '#electron/access/sessions.ts';

test('of more sessions than any office has the one unused longest goes, not whoever signed in first', () => {
  const sessions = openSessions();
  const who = { officer: 'o', device: 'd', proven: true };
  const [first = '', second = ''] = Array.from({ length: 256 }, () => sessions.open(who, undefined));
  expect(sessions.named(first, 'd')).toBeDefined();
  const latest = sessions.open(who, undefined);
  expect([first, second, latest].map((secret) => sessions.named(secret, 'd') !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
  expect(sessions.all()).toHaveLength(256);
});
