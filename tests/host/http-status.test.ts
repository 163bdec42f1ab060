import { expect, test } from 'vitest';
import { HTTP_STATUS, statusOf } from '#electron/host/http-status.ts';
import type { DeskProblemCode } from '#shared/contract/problem.ts';

/** Other programs act on these numbers. A refusal without a row here fails. */
const BY_STATUS: Readonly<Record<number, readonly DeskProblemCode[]>> = {
  400: ['day-too-far', 'idempotency-key-missing', 'invalid-input'],
  401: ['code-refused', 'sender-refused'],
  403: ['not-allowed', 'officer-locked', 'session-locked', 'session-needed', 'wrong-pin', 'wrong-secret'],
  404: ['unknown-method'],
  409: [
    'already-activated',
    'already-set-up',
    'counter-busy',
    'day-already-closed',
    'day-already-open',
    'clock-behind',
    'day-goes-back',
    'day-jumps',
    'day-voided',
    'day-in-use',
    'day-not-closed',
    'day-not-open',
    'day-still-open',
    'export-state',
    'file-in-use',
    'idempotency-key-reused',
    'in-use',
    'last-leader',
    'leader-pin-missing',
    'leftovers-remain',
    'name-taken',
    'not-activated',
    'not-set-up',
    'numbers-unknown',
    'passphrase-needed',
    'pin-not-set',
    'already-encrypted',
    'not-encrypted',
    'copy-sealed',
    'secret-not-repeated',
    'nothing-to-correct',
    'nothing-to-undo',
    'print-job-sending',
    'print-job-state',
    'print-job-waits',
    'print-route',
    'series-exhausted',
    'ticket-elsewhere',
    'ticket-state',
    'too-many-exports',
    'undo-too-late',
    'person-in-queue',
  ],
  413: ['body-too-large'],
  422: [
    'card-unreadable',
    'date-refused',
    'extract-refused',
    'folder-not-writable',
    'no-rules-for-day',
    'not-done-here',
    'outcome-missing',
    'pack-refused',
    'papers-unseen',
    'pdf-not-made',
    'unknown-campaign',
    'unknown-copy',
    'unknown-counter',
    'unknown-day',
    'unknown-export',
    'unknown-follow-up',
    'unknown-officer',
    'unknown-person',
    'unknown-print-job',
    'unknown-request',
    'unknown-review',
    'unknown-series',
    'unknown-ticket',
    'unknown-version',
  ],
  429: ['wait-first'],
  500: ['unexpected'],
  503: [
    'backup-failed',
    'desk-closing',
    'desk-not-open',
    'encryption-failed',
    'office-key-damaged',
    'store-busy',
    'store-corrupted',
    'store-failing',
    'store-readonly',
    'unreachable',
  ],
  507: ['store-full'],
};

test('each refusal has the status it always had', () => {
  const rows = Object.entries(BY_STATUS).flatMap(([status, codes]) =>
    codes.map((code) => [code, Number(status)]),
  );
  expect(HTTP_STATUS).toEqual(Object.fromEntries(rows));
});

test('an answer is 200, a refusal its own', () => {
  expect(statusOf({ ok: true, value: null })).toBe(200);
  expect(statusOf({ ok: false, problem: { code: 'store-busy' } })).toBe(503);
});
