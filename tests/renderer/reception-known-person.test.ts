import { describe, expect, test } from 'vitest';
import { matchKnown, type KnownPerson } from '#renderer/reception/known-person.ts';
import { NO_PERSON, type TypedPerson } from '#renderer/person/reception-draft.ts';

const known = (part: Partial<KnownPerson>): KnownPerson => ({
  id: 'one',
  fullName: 'Đặng Thị Hồng Nhung',
  idNumber: '079190123456',
  birthDate: '1990-01-15',
  sex: 'female',
  phone: null,
  lastDay: '2026-11-02',
  today: null,
  servedToday: null,
  unfinished: null,
  ...part,
});
const live = { ticketId: 't', number: 'A012', state: 'waiting' as const };
const typed = (part: Partial<TypedPerson>): TypedPerson => ({
  ...NO_PERSON,
  fullName: 'Đặng Thị Hồng Nhung',
  ...part,
});

describe('who the typed person may be', () => {
  test('number and name together are sure, however the name is marked', () => {
    expect(
      matchKnown(
        [known({})],
        typed({ fullName: 'dang thi hong nhung', idNumber: '079 190 123 456' }),
        undefined,
      ),
    ).toEqual({ person: known({}), sure: true });
  });

  test('a number alone never decides who somebody is', () => {
    expect(
      matchKnown([known({})], typed({ fullName: 'Lê Văn Khoa', idNumber: '079190123456' }), undefined),
    ).toBeNull();
  });

  test('a name alone is only likely', () => {
    expect(matchKnown([known({})], typed({}), undefined)?.sure).toBe(false);
  });

  test('another number or another birth date is another person', () => {
    expect(matchKnown([known({})], typed({ idNumber: '079190999999' }), undefined)).toBeNull();
    expect(matchKnown([known({})], typed({}), '1971-05-05')).toBeNull();
  });

  test('a birth year agrees with a day of that year', () => {
    expect(matchKnown([known({})], typed({}), '1990')).not.toBeNull();
    expect(matchKnown([known({ birthDate: '1990' })], typed({}), '1990-07-01')).not.toBeNull();
  });

  test('whoever waits today goes before an older visit', () => {
    const people = [known({ id: 'old' }), known({ id: 'now', today: live })];
    expect(matchKnown(people, typed({}), undefined)?.person.id).toBe('now');
  });

  test('a name still being typed matches nobody', () => {
    expect(matchKnown([known({})], typed({ fullName: 'Đặng Thị' }), undefined)).toBeNull();
    expect(matchKnown([known({})], typed({ fullName: '' }), undefined)).toBeNull();
  });
});
