import { expect, test } from 'vitest';
import { ownNames } from '#electron/host/own-names.ts';

const own = ownNames(() => 8080, ['quay.phuong']);

test.each([
  ['127.0.0.1:8080', true],
  ['LOCALHOST:8080', true],
  ['[::1]:8080', true],
  ['quay.phuong:8080', true],
  ['127.0.0.1', false],
  ['127.0.0.1:808', false],
  ['127.0.0.1:80801', false],
  ['x127.0.0.1:8080', false],
  ['127.0.0.1:8080.phuong', false],
  ['quay.phuong.vi-du:8080', false],
  ['', false],
])('%s: own %s, as a host and as the origin of a page', (name, isOwn) => {
  expect(own.host(name)).toBe(isOwn);
  expect(own.origin(`http://${name}`)).toBe(isOwn);
  expect(own.origin(`https://${name}`)).toBe(false);
});

test('a program without a page names no origin; a call without a host is nobody', () => {
  expect(own.origin(undefined)).toBe(true);
  expect(own.host(undefined)).toBe(false);
  expect(own.origin('null')).toBe(false);
});
