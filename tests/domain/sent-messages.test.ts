import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import { streamReader, type SentMessage } from '#shared/contract/sent-messages.ts';

function read(pieces: readonly string[]): SentMessage[] {
  const messages: SentMessage[] = [];
  const take = streamReader((message) => messages.push(message));
  pieces.forEach(take);
  return messages;
}

test('a message is its id, its name and its lines; comments and unknown fields are passed over', () => {
  expect(read([': hello\n\nid: 7\ndata: {"a":\ndata: 1}\n\nevent: beat\ndata: {}\nretry: 5\n\n'])).toEqual([
    { id: '7', event: null, data: '{"a":\n1}' },
    { id: '7', event: 'beat', data: '{}' },
  ]);
});

test('an unfinished message is kept back', () => {
  expect(read(['id: 1\ndata: x\n'])).toEqual([]);
});

test.each(['\n', '\r\n', '\r'])('line ends of every kind: %j', (end) => {
  expect(read([['id: 1', 'data: x', '', ''].join(end), 'x'])).toEqual([{ id: '1', event: null, data: 'x' }]);
});

test('however the stream is cut, the messages are the same', () => {
  const line = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' '));
  const whole = fc
    .array(fc.record({ id: fc.nat(), data: fc.array(line, { minLength: 1, maxLength: 3 }) }), {
      maxLength: 5,
    })
    .map((messages) =>
      messages
        .map(({ id, data }) => `id: ${id}\r\n${data.map((text) => `data: ${text}\n`).join('')}\n`)
        .join(''),
    );
  fc.assert(
    fc.property(whole, fc.array(fc.nat(200), { maxLength: 8 }), (text, cuts) => {
      const places = [
        0,
        ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b),
        text.length,
      ];
      const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
      expect(read(pieces)).toEqual(read([text]));
    }),
  );
});
