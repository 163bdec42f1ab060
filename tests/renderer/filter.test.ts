import { expect, test } from 'vitest';
import { filterFolded } from '#renderer/app/palette.tsx';

const items = [
  { label: 'A041 Lê Văn Đạt' },
  { label: 'A047 Đặng Thị Ẩm' },
  { label: 'Gọi kế tiếp', keywords: 'call next' },
  { label: 'Chuyển quầy' },
  { label: 'Nguyễn Hoài An' },
];
const found = (query: string) => filterFolded(items, query, 10).map((item) => item.label);

test.each([
  ['dang', ['A047 Đặng Thị Ẩm']],
  ['dat', ['A041 Lê Văn Đạt']],
  ['ĐẠT', ['A041 Lê Văn Đạt']],
  ['am dang', ['A047 Đặng Thị Ẩm']],
  ['a047', ['A047 Đặng Thị Ẩm']],
  ['call', ['Gọi kế tiếp']],
  ['hoai', ['Nguyễn Hoài An']],
  ['khong co', []],
])('%s', (query, labels) => {
  expect(found(query)).toEqual(labels);
});

test('the beginning of a word counts more than its middle', () => {
  expect(
    filterFolded([{ label: 'Hoàn tác' }, { label: 'An toàn' }], 'an', 10).map((item) => item.label),
  ).toEqual(['An toàn', 'Hoàn tác']);
});

test('an empty query shows the first ones', () => {
  expect(filterFolded(items, '  ', 2)).toHaveLength(2);
});
