import { expect, test } from 'vitest';
import { cannotListen } from '#electron/host/cannot-listen.ts';

test.each([
  ['EADDRINUSE', 'đang được chương trình khác dùng'],
  ['EACCES', 'từ 1024 trở lên'],
  ['EADDRNOTAVAIL', '(EADDRNOTAVAIL)'],
  [undefined, '(some words)'],
])('a port that cannot be listened on for %s is told with its number and what to do', (code, says) => {
  const told = cannotListen(Object.assign(new Error('some words'), { code }), 4711);
  expect(told).toContain('4711');
  expect(told).toContain(says);
  expect(told).toContain('--port');
});
