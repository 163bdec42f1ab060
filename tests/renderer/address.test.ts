import { expect, test } from 'vitest';
import { readAddress, wallAddress } from '#renderer/desk/address.ts';

test.each([
  ['', { base: '', token: '', training: false }],
  ['#', { base: '', token: '', training: false }],
  ['#token=abc', { base: '', token: 'abc', training: false }],
  ['token=abc', { base: '', token: 'abc', training: false }],
  ['#training=1&token=abc', { base: '/training', token: 'abc', training: true }],
  ['#token=abc&training=0', { base: '', token: 'abc', training: false }],
  ['#token=abc&training=true', { base: '', token: 'abc', training: false }],
  ['#token=%E0%A4%A', { base: '', token: expect.any(String) as string, training: false }],
])('the address %j names its desk', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});

test.each([
  ['#token=officer&display=wall', './display.html#token=wall'],
  ['#token=officer', './display.html#token=officer'],
  ['', './display.html#token='],
  ['#display=wall&training=1', './display.html#token=wall&training=1'],
  ['#display=wall&training=0', './display.html#token=wall'],
  ['#display=a%26b', './display.html#token=a%26b'],
])('the wall of %j is %s', (hash, wall) => {
  expect(wallAddress(hash)).toBe(wall);
});
