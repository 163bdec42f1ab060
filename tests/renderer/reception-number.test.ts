import { describe, expect, test } from 'vitest';
import type { PrintJob } from '#shared/contract/print.ts';
import type { Series } from '#shared/contract/office.ts';
import { expectedNumber, letterFor } from '#renderer/reception/expected-number.ts';
import { ticketsAhead } from '#renderer/reception/expected-slip.ts';
import { numberPrints } from '#renderer/reception/number-prints.ts';

const series = (letter: string, procedures: Series['procedures']): Series => ({
  id: letter,
  letter,
  name: letter,
  procedures,
});
const ticket = (number: string) => ({ number });
const queued = (priority: boolean) => ({ priority }) as Parameters<typeof ticketsAhead>[0]['waiting'][number];

describe('the number expected next', () => {
  test.each([
    [[], 'A', 'A001'],
    [['A001', 'A002'], 'A', 'A003'],
    [['B007', 'A002'], 'A', 'A003'],
    [['A002', 'A049', 'A003'], 'A', 'A050'],
    [['A999'], 'A', 'A1000'],
    [['A1000', 'A999'], 'A', 'A1001'],
  ])('after %j in series %s it is %s', (numbers, letter, expected) => {
    expect(expectedNumber(numbers.map(ticket), letter)).toBe(expected);
  });

  test('comes from the series that names the procedure, else from the one for the rest', () => {
    const all = [series('A', []), series('K', ['activate', 'unlock'])];
    expect(letterFor(all, 'activate')).toBe('K');
    expect(letterFor(all, 'level-2')).toBe('A');
    expect(letterFor([], 'level-2')).toBeNull();
  });
});

describe('how many go before a new number', () => {
  test('an ordinary one waits for everybody', () => {
    expect(ticketsAhead({ waiting: [queued(true), queued(false)] }, false, 2)).toBe(2);
  });

  test('a priority one goes before the ordinary ones, by the rule', () => {
    expect(ticketsAhead({ waiting: [queued(false), queued(false), queued(false)] }, true, 2)).toBe(0);
    expect(
      ticketsAhead({ waiting: [queued(true), queued(true), queued(false), queued(false)] }, true, 2),
    ).toBe(3);
  });
});

describe('what became of the printed number', () => {
  const job = (part: Partial<PrintJob>): PrintJob => ({
    id: 'j',
    ticketId: 't',
    number: 'A001',
    form: null,
    sheet: 'number',
    paper: '80',
    state: 'sent',
    copy: 0,
    createdAt: '2026-11-20T01:00:00.000Z',
    problem: null,
    route: 'driver-dialog',
    attempts: 1,
    sending: false,
    mayHavePrinted: false,
    waitsForPerson: false,
    ...part,
  });

  test('is told by its latest job, guidance slips apart', () => {
    const prints = numberPrints([
      job({ id: 'slip', sheet: 'guidance', state: 'failed' }),
      job({ id: 'again', copy: 1, state: 'confirmed' }),
      job({}),
    ]);
    expect(prints.get('t')).toEqual({ state: 'confirmed', copies: 1 });
  });

  test('is unknown for a number that was never sent to print', () => {
    expect(numberPrints([job({ ticketId: 'other' })]).get('t')).toBeUndefined();
  });
});
