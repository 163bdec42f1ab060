import { expect, test } from 'vitest';
import { readAddress, wallAddress, withoutSecrets } from '#renderer/desk/address.ts';

const nothing = { code: undefined, token: undefined };

test.each([
  ['', { base: '', brought: nothing, training: false }],
  ['#token=abc', { base: '', brought: { ...nothing, token: 'abc' }, training: false }],
  ['code=abc', { base: '', brought: { ...nothing, code: 'abc' }, training: false }],
  ['#training=1&code=abc', { base: '/training', brought: { ...nothing, code: 'abc' }, training: true }],
  ['#training=0', { base: '', brought: nothing, training: false }],
  ['#training=true', { base: '', brought: nothing, training: false }],
  [
    '#code=%E0%A4%A',
    { base: '', brought: { ...nothing, code: expect.any(String) as string }, training: false },
  ],
])('the address %j is read', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});

test.each([
  ['#code=abc', ''],
  ['#token=abc&display=def', ''],
  ['#training=1&code=abc&theme=dark', '#training=1&theme=dark'],
  ['', ''],
])('what a browser may keep of %j is %j', (hash, rest) => {
  expect(withoutSecrets(hash)).toBe(rest);
});

test.each([
  [false, undefined, './display.html'],
  [true, undefined, './display.html#training=1'],
  [false, 'abc', './display.html#code=abc'],
  [true, 'a&b', './display.html#code=a%26b&training=1'],
])('the wall (training %j, code %j) is at %j', (training, code, address) => {
  expect(wallAddress(training, code)).toBe(address);
});
