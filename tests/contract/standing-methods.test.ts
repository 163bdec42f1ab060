import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { deskContract, isMethod } from '#shared/contract/desk-contract.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { brokenLines, shapeOf } from './method-shape.ts';

/** Programs outside of this one speak these methods: a paragraph each, as `shapeOf` says it. Lines are only ever added. */
const pinned = readFileSync(new URL('./standing-methods.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((paragraph) => paragraph.split('\n'))
  .map(([name = '', ...lines]) => ({ name, lines }));

test('sixteen methods stand', () => {
  expect(pinned.map(({ name }) => name)).toHaveLength(16);
});

test.each(pinned)('$name takes and gives what it always did', ({ name, lines }) => {
  const method: DeskMethod | undefined = isMethod(name) ? deskContract[name] : undefined;
  expect(method === undefined ? ['the method is gone'] : brokenLines(lines, shapeOf(method))).toEqual([]);
});

const person = { name: z.string(), age: z.int().optional() };
const method = (input: z.ZodRawShape, output: z.ZodRawShape = person): DeskMethod => ({
  kind: 'query',
  stale: [],
  roles: ['leader'],
  input: z.object({ who: z.object(input) }),
  output: z.array(z.object(output)),
});

test.each([
  ['a field that may be left out', method({ ...person, note: z.string().optional() })],
  ['an object that may be left out', method({ ...person, at: z.object({ x: z.int() }).optional() })],
  ['a list that may be left out', method({ ...person, notes: z.array(z.string()).optional() })],
  ['an input that may now be left out', method({ ...person, name: z.string().optional() })],
  [
    'one word more in a list',
    method({ ...person, word: z.enum(['a', 'b', 'c']).optional() }),
    method({ ...person, word: z.enum(['a', 'b']).optional() }),
  ],
  ['more in an answer', method(person, { ...person, note: z.string() })],
])('nobody trips over %s', (_why, now, old = method(person)) => {
  expect(brokenLines(shapeOf(old), shapeOf(now))).toEqual([]);
});

test.each([
  ['a field that is gone', method(person, { name: z.string() })],
  ['a field that is another kind of thing', method({ ...person, age: z.string().optional() })],
  ['a tighter limit', method({ ...person, name: z.string().max(5) })],
  ['an input that is newly asked for', method({ ...person, note: z.string() })],
  ['an input that may no longer be left out', method({ ...person, age: z.int() })],
  ['an answer that may be missing', method(person, { ...person, name: z.string().optional() })],
  ['an answer that may be empty', method(person, { ...person, name: z.string().nullable() })],
  [
    'one word less in a list',
    method({ ...person, word: z.enum(['a']).optional() }),
    method({ ...person, word: z.enum(['a', 'b']).optional() }),
  ],
  ['a question that has become a command', { ...method(person), kind: 'command' } satisfies DeskMethod],
])('somebody trips over %s', (_why, now, old = method(person)) => {
  expect(brokenLines(shapeOf(old), shapeOf(now))).not.toEqual([]);
});
