import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchTicket } from '#shared/domain/queue/find-ticket.ts';

const ticket = { number: 'A003', name: 'Đặng Thị Thu Hà' };

describe('finding a ticket', () => {
  test.each([
    ['A003', 'exact'],
    ['a3', 'exact'],
    ['3', 'exact'],
    ['003', 'exact'],
    ['a00', 'part'],
    ['00', 'part'],
    ['ha dang', 'part'],
    ['Thu hà', 'part'],
    ['dang 3', 'part'],
    ['', 'part'],
    ['b3', null],
    ['30', null],
    ['13', null],
    ['ang', null],
    ['ha lan', null],
  ])('%s', (search, match) => {
    expect(matchTicket(search, ticket)).toBe(match);
  });

  test.each([
    ["H'Bia Niê", 'h bia'],
    ["H'Bia Niê", 'hbia'],
    ["H'Bia Niê", 'bia nie'],
    ["Y'Thông Kbuôr", 'y thong'],
    ["O'Brien Liam", 'obrien'],
    ['Kim Ji-sung', 'jisung kim'],
  ])('%s is found by %s', (name, search) => {
    expect(matchTicket(search, { number: 'A003', name })).toBe('part');
    expect(matchTicket(`${search} x`, { number: 'A003', name })).toBeNull();
  });

  test('a telephone finds its ticket: the whole number or its last four digits', () => {
    const called = { number: 'A003', name: 'Trần Thị Mẫu', phones: ['0912345218'] };
    for (const search of ['0912345218', '0912 345 218', '+84912345218', '5218'])
      expect(matchTicket(search, called)).toBe('part');
    for (const search of ['0912345219', '5219', '09123']) expect(matchTicket(search, called)).toBeNull();
  });

  test('a ticket without a name is found by its number only', () => {
    expect(matchTicket('3', { number: 'A003', name: null })).toBe('exact');
    expect(matchTicket('ha', { number: 'A003', name: null })).toBeNull();
  });

  test('every number is found by itself, with and without its zeros', () => {
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'K'), fc.integer({ min: 1, max: 1500 }), (letter, count) => {
        const number = `${letter}${String(count).padStart(3, '0')}`;
        for (const search of [number, `${letter}${count}`, String(count), number.slice(1)])
          expect(matchTicket(search, { number, name: null })).toBe('exact');
      }),
    );
  });
});
