import { expect, test } from 'vitest';
import { levelWords } from '#shared/text/level-words.ts';

test('of an unknown office only a sheet is dropped again: its figures files are kept and read once it is registered', () => {
  const help = (['vi', 'en'] as const).map(
    (language) => levelWords(language).levelReceive.trouble['unknown-office'].help,
  );
  expect(help[0]).toMatch(/tệp số liệu đã cất được đọc lại ngay\. Bảng điền tay thì thả lại/);
  expect(help[1]).toMatch(
    /figures file is kept and then read by itself\. A filled-in sheet is dropped again/,
  );
});

test('the note of a call asks for no name of a person', () => {
  expect(levelWords('vi').level.callNote.hint).toMatch(/không ghi tên người/);
  expect(levelWords('en').level.callNote.hint).toMatch(/no name of a person/);
});
