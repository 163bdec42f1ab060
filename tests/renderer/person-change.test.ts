import { describe, expect, test } from 'vitest';
import { changeOf, isSamePerson, peopleOf, typedPerson } from '#renderer/person/person-change.ts';
import type { Person, TicketDetail } from '#shared/contract/ticket.ts';

const known: Person = {
  id: '019a0000-0000-7000-8000-000000000001',
  fullName: 'Nguyễn Thị An',
  idNumber: '079190123456',
  birthDate: '1990-01-15',
  sex: 'female',
  phone: '0912345218',
};
const nobody: Person = { ...known, idNumber: null, birthDate: null, sex: null, phone: null };
const TODAY = '2026-11-20';

test.each([
  ['everything', known, ['079190123456', '15/01/1990', 'female', '0912345218']],
  ['a year alone', { ...known, birthDate: '1990' }, ['079190123456', '1990', 'female', '0912345218']],
  ['a name alone', nobody, ['', '', null, '']],
])('who is known by %s stands so in the form, and comes out of it unchanged', (_, person, fields) => {
  const typed = typedPerson(person);
  expect([typed.idNumber, typed.birthDate, typed.sex, typed.phone]).toEqual(fields);
  const change = changeOf(typed, TODAY);
  expect({ ...change, id: person.id }).toEqual(person);
  expect(isSamePerson(person, change)).toBe(true);
});

describe('one field that is', () => {
  const { id: _, ...whole } = known;

  test.each([
    ['fullName', 'Nguyễn Thị Ân', 'Nguyễn Thị Ân'],
    ['idNumber', '', null],
    ['birthDate', '', null],
    ['birthDate', '16/1/1990', '1990-01-16'],
    ['sex', null, null],
    ['phone', '', null],
    ['phone', '091 234 5219', '0912345219'],
  ] as const)('%s: %j changes that field alone', (field, typed, kept) => {
    const change = changeOf({ ...typedPerson(known), [field]: typed }, TODAY);
    expect(change).toEqual({ ...whole, [field]: kept });
    expect(isSamePerson(known, change)).toBe(false);
  });
});

test('who is named by several requests of a ticket is one person, in the order they came', () => {
  const other = { ...known, id: '019a0000-0000-7000-8000-000000000002' };
  const requests = [other, null, known, { ...other, phone: null }].map((person) => ({ person }));
  expect(peopleOf({ requests } as TicketDetail).map(({ id }) => id)).toEqual([other.id, known.id]);
  expect(peopleOf({ requests: [{ person: null }] } as unknown as TicketDetail)).toEqual([]);
});
