import { expect, test } from 'vitest';
import type { StreamMessage } from '#shared/contract/channels.ts';
import { keepListening } from '#renderer/desk/keep-listening.ts';

const events = (...numbers: number[]): StreamMessage => ({
  kind: 'events',
  events: numbers.map((number) => ({ number })) as never,
});

/** Follows one stream that says these things at once and then lives on. */
function follow(said: readonly StreamMessage[], stopAt = Infinity) {
  const heard: number[] = [];
  const lives: boolean[] = [];
  let hear: (message: StreamMessage) => void = () => undefined;
  const listen = keepListening((_from, stop, tell) => {
    hear = tell;
    return new Promise((done) => stop.addEventListener('abort', () => done()));
  }, {});
  const stop = listen(
    { since: 0 },
    ({ number }) => {
      heard.push(number);
      if (number === stopAt) stop();
    },
    (live) => lives.push(live),
  );
  for (const message of said) hear(message);
  stop();
  return { heard, lives };
}

test('who has stopped listening hears nothing more, not even of what came with the last event', () => {
  expect(follow([events(1, 2, 3), events(4)], 2).heard).toEqual([1, 2]);
  expect(follow([events(1, 2, 3), events(4)]).heard).toEqual([1, 2, 3, 4]);
});

test('an event comes once, and a line that stays is told once', () => {
  expect(follow([events(1), events(1, 2), events(2, 3), { kind: 'beat' } as StreamMessage])).toEqual({
    heard: [1, 2, 3],
    lives: [true],
  });
});
