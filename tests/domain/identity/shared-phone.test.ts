import { describe, expect, test } from 'vitest';
import { otherHolder } from '#shared/domain/identity/shared-phone.ts';

const today = '2026-11-20';
const mother = { fullName: 'Trần Thị Mẫu', idNumber: '001190000017', birthDate: '1990', phone: '0912345218' };

describe('one telephone for two people', () => {
  test.each([
    [
      'another grown person',
      { fullName: 'Lê Văn Mẫu', idNumber: '001090000018', birthDate: '1990-02-03' },
      true,
    ],
    ['somebody whose age nobody knows', { fullName: 'Lê Văn Mẫu', idNumber: null, birthDate: null }, true],
    [
      'a namesake with another number',
      { fullName: 'Trần Thị Mẫu', idNumber: '001190000099', birthDate: '1990' },
      true,
    ],
    ['her child', { fullName: 'Lê Thị Mẫu Con', idNumber: '001318000018', birthDate: '2018-05-06' }, false],
    [
      'a child who is 14 tomorrow',
      { fullName: 'Lê Thị Mẫu Con', idNumber: null, birthDate: '2012-11-21' },
      false,
    ],
    [
      'a child who is 14 today',
      { fullName: 'Lê Thị Mẫu Con', idNumber: null, birthDate: '2012-11-20' },
      true,
    ],
    ['herself', { fullName: 'Tran Thi Mau', idNumber: '001190000017', birthDate: '1990' }, false],
    ['herself without a number', { fullName: 'Trần Thị Mẫu', idNumber: null, birthDate: null }, false],
  ])('%s', (_who, person, isTold) => {
    const found = otherHolder({ ...person, phone: '0912 345 218' }, [mother], today);
    expect(found).toBe(isTold ? mother : undefined);
  });

  test('a child who goes by the number of a grown-up holds it for nobody', () => {
    const child = {
      fullName: 'Lê Thị Mẫu Con',
      idNumber: null,
      birthDate: '2018-05-06',
      phone: mother.phone,
    };
    const neighbour = { fullName: 'Lê Văn Mẫu', idNumber: null, birthDate: '1990', phone: mother.phone };
    expect(otherHolder(neighbour, [child], today)).toBeUndefined();
    expect(otherHolder(neighbour, [child, mother], today)).toBe(mother);
  });

  test("another telephone, or none, is nobody else's", () => {
    const other = { fullName: 'Lê Văn Mẫu', idNumber: null, birthDate: null };
    expect(otherHolder({ ...other, phone: '0912345219' }, [mother], today)).toBeUndefined();
    expect(otherHolder({ ...other, phone: null }, [{ ...mother, phone: null }], today)).toBeUndefined();
  });
});
