import { expect, test } from 'vitest';
import { shortOfficeName } from '#shared/domain/office/short-name.ts';

test.each([
  ['Công an phường Bình Minh', 'P. Bình Minh'],
  ['công an xã Ea Mơ', 'X. Ea Mơ'],
  ['Phường Xã Đàn', 'P. Xã Đàn'],
  ['Công an đặc khu Hòn Nghệ', 'ĐK. Hòn Nghệ'],
  ['Công an xã', 'Công an xã'],
  ['Công an tỉnh Lam Giang', 'Công an tỉnh Lam Giang'],
  ['Xãng', 'Xãng'],
])('%s is %s where there is little room', (name, short) => {
  expect(shortOfficeName(name)).toBe(short);
});
