import { expect, test } from 'vitest';
import { passphraseStrength } from '#shared/domain/access/pin.ts';

test.each([
  ['0912345678', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['hai hai hai hai hai', 'weak'],
  ['binhminh2026', 'weak'],
  ['abcdefghijk', 'weak'],
  ['abcdefghijkl', 'fair'],
  ['abcdefghijklmno', 'fair'],
  ['abcdefghijklmnop', 'strong'],
  ['sen trang', 'weak'],
  ['sen trang cau', 'fair'],
  ['xK9#pQ2!vL7m', 'fair'],
  ['sen trang cau go', 'strong'],
  ['mùa lúa chín ven sông', 'strong'],
])('of %s it is said that it is %s', (typed, strength) => {
  expect(passphraseStrength(typed)).toBe(strength);
});
