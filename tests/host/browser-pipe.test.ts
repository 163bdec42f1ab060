import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readAnswers } from '#electron/host/browser-pipe.ts';
import { fc } from '#tests/support/property.ts';

test('answers of a browser are heard whole and in order, each at its end, wherever the pipe cuts them', () => {
  const cuts = fc.array(fc.nat(200), { maxLength: 12 });
  const texts = fc.array(
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(texts, cuts, (said, places) => {
      const bytes = Buffer.from(said.map((text) => `${text}\0`).join(''));
      const stream = new PassThrough();
      const heard: string[] = [];
      readAnswers(stream, (text) => heard.push(text));
      const marks = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
        (a, b) => a - b,
      );
      for (const [at, end] of marks.entries()) {
        stream.emit('data', bytes.subarray(marks[at - 1] ?? 0, end));
        const ended = bytes.subarray(0, end).toString('latin1').split('\0').length - 1;
        expect(heard).toEqual(said.slice(0, ended).map((text) => text.toWellFormed()));
      }
    }),
  );
});
