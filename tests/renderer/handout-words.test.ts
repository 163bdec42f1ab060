import { expect, test } from 'vitest';
import { handoutFacts } from '#renderer/paper/handout/facts.ts';
import { readHandoutOrder } from '#renderer/paper/handout/handout-order.ts';
import { ownText, formCode, HANDOUTS, POSTERS, shippedText } from '#renderer/paper/handout/sheets.ts';
import { filledLine, unknownSlots } from '#renderer/paper/handout/slots.ts';
import { shortName } from '#renderer/paper/handout/day-lists.tsx';
import { CONSONANTS, FIGURES_AND_MARKS, VOWEL_ROWS } from '#renderer/paper/handout/vietnamese-letters.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const sheets = [...HANDOUTS, ...POSTERS];
const everyLine = sheets.flatMap((sheet) =>
  LANGUAGES.flatMap((language) =>
    Object.entries(shippedText(sheet, language).lines).map(([name, line]) => ({
      sheet,
      language,
      name,
      line,
    })),
  ),
);

test('each sheet is found again by the code in its foot, counted from one', () => {
  expect(HANDOUTS.map(formCode)).toEqual(HANDOUTS.map((_, place) => `TO-${place + 1}`));
  expect(POSTERS.map(formCode)).toEqual(POSTERS.map((_, place) => `TD-${place + 1}`));
});

test('no shipped line carries a number of days or hours: they come from the rule pack', () => {
  expect(
    everyLine.filter(({ line }) => /\d+\s*(?:ngày|giờ|tuổi|days?|hours?|working|years?)/iu.test(line)),
  ).toEqual([]);
});

test('every shipped line is short, and its braces name something that can be filled', () => {
  for (const { line } of everyLine) {
    expect(unknownSlots(line), line).toEqual([]);
    expect(line.replaceAll('**', '').length, line).toBeLessThanOrEqual(60);
    expect(line.split('**').length % 2, line).toBe(1);
  }
});

test('English rests on the same facts as Vietnamese, line by line', () => {
  const slots = (line: string): string[] =>
    [...line.matchAll(/\{[^}]+\}/gu)].map(([slot]) => slot).toSorted();
  for (const sheet of sheets) {
    const [vi, en] = [shippedText(sheet, 'vi').lines, shippedText(sheet, 'en').lines];
    for (const [name, line] of Object.entries(vi))
      expect(slots(en[name] ?? ''), `${sheet}.${name}`).toEqual(slots(line));
  }
});

test.each([
  ['Trong **{window}**.', { window: '7 ngày' }, 'Trong **7\u00a0ngày**.'],
  ['Trong {window}, gọi {hotline}.', { window: '7 ngày' }, null],
  ['   ', {}, null],
  ['<b>{age}</b>', { age: '14' }, '<b>14</b>'],
] as const)('%s with %o', (line, facts, filled) => {
  expect(filledLine(line, facts)).toBe(filled);
});

test('facts follow the pack of the office: its own limit, its own hotline', () => {
  const { call } = openTestDesk();
  const pack = call('rules.show', {});
  const facts = () => {
    const office = call('office.show', {});
    if (office === null) throw new Error('no office');
    return handoutFacts(office, call('rules.show', {}), [], 'vi');
  };
  expect(facts().words).toMatchObject({
    'level-1': '01 ngày làm việc',
    'level-2': '03 ngày làm việc',
    'with-card': '07 ngày làm việc',
    window: '07 ngày',
    age: '14',
  });
  call('rules.override', {
    packId: pack.id,
    path: 'activation.window',
    value: { value: 10, unit: 'calendar-day' },
    why: 'Công văn thử',
  });
  call('office.update', { settings: { hotline: '1900 0000' } });
  expect(facts().words).toMatchObject({ window: '10 ngày', hotline: '1900 0000' });
  expect(facts().lock.find(({ way }) => way === 'app')?.can).toEqual(['lock']);
});

test('only what differs from the shipped words is kept, and taking it back leaves nothing', () => {
  const shipped = shippedText('levels', 'vi');
  expect(ownText(shipped, { title: shipped.title, lines: shipped.lines })).toBeUndefined();
  expect(ownText(shipped, { title: ' ', lines: { ...shipped.lines, lead: 'Lời riêng', one: '' } })).toEqual({
    lines: { lead: 'Lời riêng', one: '' },
  });
});

test.each(['http://kho.example/app', 'javascript:alert(1)', 'https://a b', 'apps.example'])(
  'the desk refuses %s as the address of a store',
  (appStore) => {
    const { refusal } = openTestDesk();
    const problem = refusal('office.update', { settings: { storeAddresses: { appStore, googlePlay: '' } } });
    expect(problem.code).toBe('invalid-input');
  },
);

test('the alphabet of the test page is whole, each letter one code point', () => {
  const letters = VOWEL_ROWS.flatMap(({ capitals, small }) => [...capitals, ...small]);
  expect(new Set(letters).size).toBe(144);
  const whole = letters.join('') + CONSONANTS.capitals + CONSONANTS.small + FIGURES_AND_MARKS;
  for (const letter of 'ỲỴỶỸẵẳợữ₫Đđ') expect(whole).toContain(letter);
  expect(whole.normalize('NFC')).toBe(whole);
});

test.each([
  ['Nguyễn Thị Hường', 'N. T. Hường'],
  ['  Ổn ', 'Ổn'],
  ['đặng  văn ỷ', 'Đ. V. ỷ'],
])('%s is listed as %s', (full, short) => {
  expect(shortName(full)).toBe(short);
});

test('an address names a known sheet on a paper it exists for', () => {
  expect(readHandoutOrder('#handout=lock&format=80')).toMatchObject({
    sheet: 'lock',
    format: 'a5',
    language: 'vi',
  });
  expect(readHandoutOrder('#handout=test-page&format=58&language=en')).toMatchObject({
    format: '58',
    language: 'en',
  });
  expect(readHandoutOrder('#handout=nothing')).toBeUndefined();
});
