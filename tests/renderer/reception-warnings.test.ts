import { describe, expect, test } from 'vitest';
import {
  CARD_WARNING_CODES,
  cardAdvice,
  CARD_UNREADABLE_REASONS,
} from '#shared/domain/identity/card-codes.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Scan } from '#renderer/person/reception-draft.ts';
import { adviceText, personWarnings, warningText } from '#renderer/person/person-warnings.ts';
import { NO_PERSON, type TypedPerson } from '#renderer/person/reception-draft.ts';

const today = '2026-11-20';
const person = (part: Partial<TypedPerson>): TypedPerson => ({
  ...NO_PERSON,
  fullName: 'Trần Ngọc Ánh',
  idNumber: '052091007781',
  ...part,
});
const codes = (typed: TypedPerson, scan: Scan | null = null, seen: readonly string[] = []) =>
  personWarnings(typed, scan, seen, today).map(({ code }) => code);

describe('what is asked to be looked at', () => {
  test('follows the fields: it comes with a mismatch and goes when it is corrected', () => {
    expect(codes(person({ sex: 'female' }))).toEqual(['sex-mismatch']);
    expect(codes(person({ sex: 'male' }))).toEqual([]);
    expect(codes(person({ sex: 'male', birthDate: '09081990' }))).toEqual(['year-mismatch']);
    expect(codes(person({ idNumber: '999091007781' }))).toEqual(['unknown-prefix']);
  });

  test('a number still being typed says nothing', () => {
    expect(codes(person({ idNumber: '05209100778', sex: 'female' }))).toEqual([]);
  });

  test('what an officer has looked at stays away', () => {
    expect(codes(person({ sex: 'female' }), null, ['sex-mismatch'])).toEqual([]);
  });

  test('of a scan only what concerns this desk is shown, and a mismatch once', () => {
    const scan: Scan = {
      ok: true,
      kind: 'qr-cccd',
      at: '2026-11-20T01:00:00.000Z',
      warnings: [{ code: 'retype-name' }, { code: 'issued-on-unreadable' }, { code: 'sex-mismatch' }],
    };
    expect(codes(person({ sex: 'female' }), scan)).toEqual(['sex-mismatch', 'retype-name']);
    expect(codes(person({ sex: 'male' }), scan)).toEqual(['retype-name']);
  });

  test('of everything a scan may say, each warning has its place: told by the fields, not told, or told as it came', () => {
    const byFields = ['unknown-prefix', 'century-unconfirmed', 'sex-mismatch', 'year-mismatch'];
    const notTold = [
      'issued-on-unreadable',
      'old-number-unreadable',
      'retype-address',
      'marks-composed',
      'doubled-scan',
      'birth-year-only',
    ];
    const scan: Scan = {
      ok: true,
      kind: 'qr-cccd',
      at: '2026-11-20T01:00:00.000Z',
      warnings: CARD_WARNING_CODES.map((code) => ({ code })),
    };
    expect(codes(person({ sex: 'male' }), scan)).toEqual(
      CARD_WARNING_CODES.filter((code) => ![...byFields, ...notTold].includes(code)),
    );
  });
});

describe.each(['vi', 'en'] as const)('the sentences in %s', (language) => {
  const words = catalogue(language).reception.reading;

  test('every warning has one, with its figures in it', () => {
    for (const code of CARD_WARNING_CODES) {
      const sentence = warningText({ code, expected: '1991', found: '1990' }, words);
      expect(sentence.length).toBeGreaterThan(10);
      if (code === 'year-mismatch') expect(sentence).toMatch(/1991.*1990/);
      if (code === 'unknown-prefix') expect(sentence).toContain('1990');
    }
  });

  test('every reason has one, and says what to do', () => {
    for (const reason of CARD_UNREADABLE_REASONS) {
      expect(words.reason[reason].length).toBeGreaterThan(10);
      expect(adviceText(reason, words)).not.toBe('');
      expect(cardAdvice[reason]).not.toBe('none');
    }
  });
});
