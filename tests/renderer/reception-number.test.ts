import { describe, expect, test } from 'vitest';
import type { PrintJob } from '#shared/contract/print.ts';
import { numberPrints, unprintedNumber } from '#renderer/reception/number-prints.ts';

const job = (part: Partial<PrintJob>): PrintJob => ({
  id: 'j',
  ticketId: 't',
  number: 'A001',
  form: null,
  sheet: 'number',
  format: '80',
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

describe('what became of the printed number', () => {
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

describe('asking for the paper of a number again', () => {
  test.each([
    ['failed', true],
    ['queued', true],
    ['sent', false],
    ['confirmed', false],
  ] as const)('prints the job that %s: %s', (state, isSame) => {
    const latest = job({ id: 'latest', state });
    const jobs = [job({ id: 'slip', sheet: 'guidance', state: 'failed' }), latest, job({ state: 'failed' })];
    expect(unprintedNumber(jobs, 't')).toBe(isSame ? latest : undefined);
  });

  test('is about that number alone', () => {
    expect(unprintedNumber([job({ ticketId: 'other', state: 'failed' })], 't')).toBeUndefined();
  });
});
