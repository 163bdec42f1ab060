import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/domain/language.ts';
import {
  asBothLanguages,
  asLimit,
  documentDay,
  handbookOf,
  ruleLabel,
  ruleLimits,
  ruleLines,
  ruleSays,
  withSlotNames,
  withSlots,
} from '#shared/text/rule-text.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
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
      'papers, the needed ones first',
      [
        { paper: 'degree', required: false },
        { paper: 'id-card', required: true },
      ],
      [
        `${text.rules.required}: ${text.common.paper['id-card']}`,
        `${text.rules.onWish}: ${text.slip.paper('degree')}`,
      ],
    ],
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

const { call } = openTestDesk();
const packs = call('rules.packs', {}).map(({ id }) => call('rules.show', { packId: id }));

describe.each(packs.map((pack) => [pack.id, pack] as const))('the handbook of %s', (id, pack) => {
  test('every value stands in one chapter and theme, with something beside it', () => {
    const shown = handbookOf(pack.values).flatMap(({ sections }) => sections.flatMap(({ values }) => values));
    expect(shown.map(({ path }) => path).toSorted()).toEqual(pack.values.map(({ path }) => path).toSorted());
    for (const value of shown) expect(ruleLabel(value, text, 'vi'), value.path).not.toBe('');
  });

  test.each(LANGUAGES)('says no code, no day as files have it and no slot in %s', (language) => {
    const words = catalogue(language);
    const news = call('rules.news', { packId: id });
    const values = [
      ...pack.values,
      ...news.values.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()),
    ];
    for (const value of values) {
      const said = [
        ruleLabel(value, words, language),
        ruleLimits(value, words, language) ?? '',
        ...ruleSays(value, words, language),
      ].join(' ');
      expect(said, value.path).not.toMatch(
        /\{|\d{4}-\d{2}|undefined|null|\[object|\b(?:asked|value|paper|unit):/,
      );
      // Codes are joined by hyphens; of words only a few are.
      expect(
        said.replaceAll(/e-mail|e-identity|one-stop|re-issued|on-site|long-term|https?:\S+/giu, ''),
        value.path,
      ).not.toMatch(/\b[a-z]+-[a-z0-9]+\b/);
    }
    const days = news.documents.map(({ issuer, date }) => documentDay(issuer, date, words, language));
    for (const day of days) expect(day).not.toMatch(/\d{4}-\d{2}|null/);
  });
});

test('numbers come before sentences, and a chapter holds what its question asks', () => {
  const [now] = packs;
  const places = new Map(now?.values.map(({ path, chapter, theme }) => [path, `${chapter} ${theme}`]));
  expect(
    [
      'bands.citizen-14.from',
      'bands.citizen-6-14.from',
      'limits.level-2',
      'limits.foreigner-level-2-new',
      'limits.lock-by-authority',
      'reasons.limit-level-2',
      'reasons.card-anywhere',
      'notes.card-fee-first',
      'notes.form-tk01',
      'notes.residence-unknown',
      'notes.counts-when-activated',
      'notes.representative-confirms',
      'paperRules.foreigner-papers',
      'paperRules.old-card',
      'papers.health-insurance',
      'sms.approved-level-2',
      'reporting.dailyBefore',
    ].map((path) => places.get(path)),
  ).toEqual([
    'who citizen',
    'who child',
    'limits citizen',
    'limits foreigner',
    'limits lock',
    'limits citizen',
    'who place',
    'who with-card',
    'papers citizen',
    'who desk',
    'reports report',
    'who everyone',
    'papers foreigner',
    'papers with-card',
    'papers paper',
    'limits activation',
    'reports report',
  ]);
});

test('an officer edits slots by their names, and they go back as they were', () => {
  const words = 'Không quá {days} ngày; {limits.level-2} ngày; phiếu {form}.';
  const shown = withSlotNames(words, text);
  expect(shown).not.toContain('{');
  expect(withSlots(shown, words, text)).toBe(words);
  expect(withSlots(shown.replace('phiếu', 'mẫu'), words, text)).toBe(words.replace('phiếu', 'mẫu'));
});
