import { expect, test } from 'vitest';
import { ringsFor } from '#renderer/counter/use-queue-sound.ts';

test.each([
  ['when the window opens, nobody knows what was before', null, 3, true, false],
  ['somebody comes where nobody waited', 0, 1, true, true],
  ['one more comes', 1, 2, true, false],
  ['the last one was called', 1, 0, true, false],
  ['the officer has somebody at the counter', 0, 1, false, false],
])('%s', (_case, before, waiting, isFree, rings) => {
  expect(ringsFor(before, waiting, isFree)).toBe(rings);
});
