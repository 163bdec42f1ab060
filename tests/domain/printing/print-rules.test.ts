import { expect, test } from 'vitest';
import { mayBecome, PRINT_STATES, waitsForPerson } from '#shared/domain/printing/job-state.ts';
import { placedMargins } from '#shared/domain/printing/sheet-format.ts';
import { PRINT_ROUTES, routeOf } from '#shared/domain/printing/route.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { PRINT_TROUBLES } from '#shared/domain/printing/trouble.ts';

test.each([
  ['queued', ['sent', 'confirmed', 'failed', 'given-up']],
  ['sent', ['sent', 'confirmed', 'failed', 'given-up']],
  ['failed', ['sent', 'confirmed', 'failed', 'given-up']],
  ['confirmed', ['confirmed', 'failed']],
  ['given-up', ['given-up']],
] as const)('a job that is %s may become %s', (from, expected) => {
  expect(PRINT_STATES.filter((to) => mayBecome(from, to))).toEqual(expected);
});

const wantedAt = '2026-11-20T01:00:00.000Z';

test.each([
  ['queued', '2026-11-20T01:00:00.000Z', false],
  ['queued', '2026-11-20T01:02:00.000Z', false],
  ['queued', '2026-11-20T01:02:00.001Z', true],
  ['queued', '2026-11-20T00:59:00.000Z', false],
  ['failed', '2026-11-20T01:00:01.000Z', true],
  ['sent', '2026-11-20T02:00:00.000Z', false],
  ['given-up', '2026-11-20T02:00:00.000Z', false],
] as const)('a job that is %s waits for a person at %s: %s', (state, now, expected) => {
  expect(waitsForPerson({ state, wantedAt }, now)).toBe(expected);
});

const withDrivers = { prints: true, hasDrivers: true };
const host = { prints: true, hasDrivers: false };
const noPrinter = { prints: false, hasDrivers: true };

test.each([
  ['driver-silent', '80', withDrivers, 'driver-silent'],
  ['driver-silent', '80', host, 'driver-dialog'],
  ['driver-dialog', 'a5', host, 'driver-dialog'],
  ['pdf-file', 'a4', withDrivers, 'pdf-file'],
  ['pdf-file', 'a4', host, 'driver-dialog'],
  ['network-thermal', '58', host, 'network-thermal'],
  ['network-thermal', '80', withDrivers, 'network-thermal'],
  ['network-thermal', 'a5', withDrivers, 'driver-dialog'],
  ['none', '80', withDrivers, 'none'],
  ['network-thermal', '80', noPrinter, 'none'],
] as const)('%s on %s paper goes by %s → %s', (chosen, format, office, expected) => {
  expect(routeOf(chosen, format, office)).toBe(expected);
});

test('margins follow the printer that pulls its paper askew, and never leave the paper', () => {
  const usual = { top: 3, right: 4, bottom: 4, left: 4 };
  expect(placedMargins('80', usual, null, { x: 0, y: 0 })).toEqual(usual);
  expect(placedMargins('80', usual, null, { x: 1.5, y: 2 })).toEqual({
    top: 5,
    right: 2.5,
    bottom: 4,
    left: 5.5,
  });
  expect(placedMargins('a5', usual, null, { x: -1, y: 2 })).toEqual({ top: 5, right: 5, bottom: 2, left: 3 });
  expect(placedMargins('a4', usual, { top: 10, right: 10, bottom: 10, left: 10 }, { x: -20, y: 0 })).toEqual({
    top: 10,
    right: 30,
    bottom: 10,
    left: 0,
  });
});

test('every trouble and every route has its sentence in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const { printing } = catalogue(language);
    for (const trouble of PRINT_TROUBLES) expect(printing.trouble[trouble]).toMatch(/\S.*\.$/);
    for (const route of PRINT_ROUTES) expect(printing.route[route]).toMatch(/\S/);
  }
});
