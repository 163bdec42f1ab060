import { expect, test } from 'vitest';
import { cardNote, personWarnings } from '#renderer/person/person-warnings.ts';
import { NO_PERSON } from '#renderer/person/reception-draft.ts';
import { vi } from '#shared/text/vi.ts';

const words = vi.reception.reading;
// The number says a man born in 1990; the card says a woman.
const person = {
  ...NO_PERSON,
  fullName: 'Trần Ngọc Ánh',
  idNumber: '052090347781',
  birthDate: '09/08/1990',
  sex: 'female' as const,
};
const draft = (seen: string[], reasons: Record<string, string> = {}) => ({
  person,
  scan: null,
  seen,
  reasons,
});

test('a disagreement of number and card warns and asks for a reason', () => {
  expect(personWarnings(person, null, [], '2026-11-20').map(({ code }) => code)).toContain('sex-mismatch');
});

test('going on keeps what was looked at, with the reason, beside the card', () => {
  const note = cardNote(
    draft(['sex-mismatch'], { 'sex-mismatch': 'xác định lại giới tính' }),
    '2026-11-20',
    words,
  );
  expect(note).toBe(`${words.warning['sex-mismatch']}: xác định lại giới tính`);
});

test('what nobody looked at, and what was put right, leaves no note', () => {
  expect(cardNote(draft([]), '2026-11-20', words)).toBeNull();
  expect(
    cardNote({ ...draft(['sex-mismatch']), person: { ...person, sex: 'male' } }, '2026-11-20', words),
  ).toBeNull();
});
