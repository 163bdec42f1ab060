import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { card as cardOfContract } from '#shared/contract/identity.ts';
import {
  CARD_UNREADABLE_REASONS,
  CARD_WARNING_CODES,
  type CardReading,
} from '#shared/domain/identity/card-codes.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { healthQr, inventPerson, seededRandom } from '#tests/support/invented-cards.ts';
import { CCCD, MRZ } from './sample-card.ts';
import { size } from '#tests/support/sizes.ts';

const fuzzRuns = size('FUZZ_RUNS', 4000, 10_000);

describe('garbage', () => {
  const known = new Set<string>(CARD_UNREADABLE_REASONS);
  const warnings = new Set<string>(CARD_WARNING_CODES);
  function expectTyped(reading: CardReading): void {
    if (!reading.ok) {
      expect(known.has(reading.reason)).toBe(true);
      return;
    }
    expect(reading.card.idNumber).toMatch(/^\d{12}$/);
    for (const { code } of reading.card.warnings) expect(warnings.has(code)).toBe(true);
    for (const date of [reading.card.birthDate, reading.card.issuedOn])
      if (date !== undefined) expect(date).toMatch(/^(?:19|20)\d{2}(?:-\d{2}-\d{2})?$/);
    for (const text of [reading.card.fullName, reading.card.address])
      if (text !== undefined) expect(text.normalize('NFC')).toBe(text);
    expect(cardOfContract.safeParse(reading.card).success).toBe(true);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  }
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'0123456789|<NamữIDVM \n/-&#%;ÃáºÆ°'), maxLength: 200 }),
    fc.stringMatching(/^\d{12}\|\d{0,12}\|.{0,20}\|\d{4,8}\|N.{0,3}\|.{0,30}\|\d{0,8}$/),
    fc
      .tuple(
        fc.constantFrom(CCCD, MRZ, healthQr(inventPerson(seededRandom(7)))),
        fc.nat(),
        fc.nat(),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      )
      .map(([text, from, length, other]) => {
        const at = from % text.length;
        return text.slice(0, at) + other + text.slice(at + (length % 20));
      }),
  );

  test(`${fuzzRuns} garbage scans give a card or a reason and never throw`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(noise, (text) => expectTyped(readCard(text))),
      { numRuns: fuzzRuns },
    );
  });

  test('lone surrogates and very long fields are no trouble', () => {
    expectTyped(readCard('\ud800'.repeat(4096)));
    expectTyped(readCard(`079190123456|${'ễ'.repeat(4000)}`));
    expectTyped(readCard(`079190123456${'|'.repeat(4000)}`));
  });

  test('the longest and most repetitive scans are answered like any other', { timeout: 10_000 }, () => {
    for (const text of [
      CCCD,
      MRZ,
      `079190123456${'1'.repeat(4000)}`,
      '1|'.repeat(2000),
      'a'.repeat(4096),
      '079190123456'.repeat(341),
    ])
      expectTyped(readCard(text));
  });
});
