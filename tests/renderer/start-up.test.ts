import { describe, expect, test } from 'vitest';
import { START_UP_REASONS } from '#shared/contract/problem.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { LANGUAGES } from '#shared/domain/language.ts';

describe.each(LANGUAGES)('the start-up screens in %s', (language) => {
  const text = catalogue(language).startUp;

  test.each(START_UP_REASONS)('%s says what happened and what to do, in steps', (reason) => {
    const words = text.reason[reason];
    expect(words.title).not.toBe('');
    expect(words.what.length).toBeGreaterThan(40);
    expect(words.steps.length).toBeGreaterThanOrEqual(3);
    expect(new Set(words.steps).size).toBe(words.steps.length);
  });

  test('no two reasons look alike', () => {
    const titles = START_UP_REASONS.map((reason) => text.reason[reason].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('nobody is told to delete the data file', () => {
    const steps = START_UP_REASONS.flatMap((reason) => text.reason[reason].steps);
    expect(steps.filter((step) => /^(xóa tệp dữ liệu|delete the data)/i.test(step))).toEqual([]);
  });
});
