import { describe, expect, test } from 'vitest';
import { aboutValue, asBothLanguages, asLimit, pathLabel, ruleLines } from '#shared/text/rule-text.ts';
import { catalogue } from '#shared/text/catalogue.ts';

const text = catalogue('vi');
const lines = (value: unknown, path = 'x.y') => ruleLines({ path }, value as never, text, 'vi');

describe('a value of a pack in words', () => {
  test.each([
    ['a limit in working days', { value: 3, unit: 'working-day' }, [text.rules.days(3, true)]],
    ['a limit in days of the calendar', { value: 3, unit: 'calendar-day' }, [text.rules.days(3, false)]],
    ['a text in both languages', { vi: 'Có thẻ', en: 'With a card' }, ['Có thẻ']],
    ['lists in both languages', { vi: ['Một', 'Hai'], en: ['One'] }, ['Một', 'Hai']],
    ['a list in one of them', { en: ['One'] }, []],
    ['something with a title', { title: { vi: 'Tên', en: 'Name' }, more: 1 }, ['Tên']],
    ['yes', true, [text.rules.yes]],
    ['no', false, [text.rules.no]],
    ['a date', '2026-11-20', ['20/11/2026']],
    ['what only begins like a date', '2026-11-200', ['2026-11-200']],
    ['a number', 7, ['7']],
    ['a procedure', 'level-2', [text.common.procedureShort['level-2']]],
    ['what is no code', 'Theo văn bản', ['Theo văn bản']],
    ['a list', ['level-1', 7], [text.common.procedureShort['level-1'], '7']],
    [
      'a table, without its empty rows',
      { 'level-1': [1, 2], other: null },
      [`${text.common.procedureShort['level-1']}: 1, 2`],
    ],
    ['nothing', null, []],
    [
      'a paper that is needed',
      { paper: 'id-card', required: true },
      [`${text.common.paper['id-card']}, ${text.rules.required}`],
    ],
    [
      'a paper that may be shown',
      { paper: 'id-card', required: false },
      [`${text.common.paper['id-card']}, ${text.rules.onWish}`],
    ],
    ['a paper nobody knows', { paper: 'thu' }, [`thu, ${text.rules.onWish}`]],
  ])('%s', (_what, value, said) => {
    expect(lines(value)).toEqual(said);
  });

  test.each([
    ['bands.adult.from', 14, text.rules.age.from(14)],
    ['bands.adult.below', 14, text.rules.age.below(14)],
    ['elderFrom', 60, text.rules.age.from(60)],
    ['bands.adult.other', 14, '14'],
    ['other.bands.adult.from', 14, '14'],
  ])('an age stands at %s', (path, value, said) => {
    expect(lines(value, path)).toEqual([said]);
  });

  test('half a limit and half a pair are neither', () => {
    expect([asLimit({ value: 3 }), asLimit({ unit: 'working-day' }), asLimit([3]), asLimit(null)]).toEqual(
      Array(4).fill(null),
    );
    expect([asBothLanguages({ vi: 'a' }), asBothLanguages({ en: 'a' }), asBothLanguages('a')]).toEqual(
      Array(3).fill(null),
    );
  });
});

describe('what a value speaks of', () => {
  const about = (path: string, given: { vi: string; en: string } | null = null) =>
    aboutValue({ path, about: given } as never, text, 'vi');

  test.each([
    ['limits.level-2', text.common.procedureShort['level-2']],
    ['messages.approved-level-2', text.common.procedureShort['level-2']],
    ['limits', null],
    ['limits.no-such-key', null],
  ])('at %s', (path, said) => {
    expect(about(path)).toBe(said);
  });

  test('is what the pack itself says', () => {
    expect(about('limits.level-2', { vi: 'Thời hạn', en: 'Limit' })).toBe('Thời hạn');
  });

  test('and its section has a name, or stands as it is', () => {
    const [section, name] = Object.entries(text.rules.section)[0] ?? ['', ''];
    expect(pathLabel(`${section}.level-2`, text)).toBe(name);
    expect(pathLabel('thu.level-2', text)).toBe('thu');
  });
});
