import { expect, test } from 'vitest';
import { handbookPlace } from '#shared/domain/procedure/handbook.ts';
import { packFor } from '#shared/rules/packs.ts';

const pack = packFor('2026-11-29');

test.each([
  ['contact.needs', 'papers', 'citizen'],
  ['contact.representative', 'papers', 'child'],
  ['notes.representative-phone', 'papers', 'child'],
  ['contact.foreigner', 'papers', 'foreigner'],
  ['notes.phone-or-email-if-any', 'papers', 'foreigner'],
  ['fees.halfUntil', 'who', 'with-card'],
  ['notes.card-fee-exchange', 'who', 'with-card'],
  ['reasons.electronic-card-lock', 'who', 'lock'],
  ['procedures.unlock-card.form', 'papers', 'lock'],
])('%s stands in the chapter %s under %s', (path, chapter, theme) => {
  expect(handbookPlace(pack, path)).toEqual({ chapter, theme });
});
