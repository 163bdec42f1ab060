import { describe, expect, test } from 'vitest';
import type { ExportSubject } from '#shared/contract/export.ts';
import { reportQuery } from '#electron/desk/delivery/exporting.ts';
import { readReportOrder } from '#renderer/paper/report/report-order.ts';

const id = '0192a000-0000-7000-8000-000000000001';
const asked = (order: unknown): string =>
  `?report=${Buffer.from(JSON.stringify(order), 'utf8').toString('base64url')}`;

describe('the report that a page is to draw', () => {
  test.each<ExportSubject>([
    { kind: 'day', businessDay: '2026-11-20' },
    { kind: 'day', businessDay: '2026-11-20', version: 2 },
    // Lengths with every rest of four letters.
    { kind: 'day', businessDay: '2026-11-20', version: 12 },
    { kind: 'day', businessDay: '2026-11-20', version: 123 },
    { kind: 'day', businessDay: '2026-11-20', version: 1234 },
    { kind: 'month', month: '2026-11' },
    { kind: 'campaign', campaignId: id },
  ])('is read as the desk asked for it: %o', (subject) => {
    for (const language of ['vi', 'en'] as const)
      expect(readReportOrder(reportQuery({ subject, language, training: false }))).toEqual({
        subject,
        language,
      });
  });

  test('signs that an address spells otherwise are read back', () => {
    const subject = { kind: 'month', month: '2026-11' };
    // `?` and `>` make both of the letters that base64url writes in its own way.
    for (const more of ['~~~', '>>>', '???', 'ÿÿÿ'])
      expect(readReportOrder(asked({ more, subject, language: 'en' }))).toEqual({ subject, language: 'en' });
  });

  test('is in Vietnamese where no language, or none that is known, was asked for', () => {
    const subject = { kind: 'month', month: '2026-11' };
    expect(readReportOrder(asked({ subject }))).toEqual({ subject, language: 'vi' });
    expect(readReportOrder(asked({ subject, language: 'xx' }))).toEqual({ subject, language: 'vi' });
  });

  test.each([
    ['no order', ''],
    ['another query', '?sheet=number'],
    ['no letters of base64', '?report=***'],
    ['no JSON', `?report=${Buffer.from('{torn').toString('base64url')}`],
    ['nothing', asked(null)],
    ['a word', asked('day')],
    ['no subject', asked({ language: 'vi' })],
    ['a subject without its day', asked({ subject: { kind: 'day' } })],
    ['a year, which is a table', asked({ subject: { kind: 'year', year: 2026 } })],
    ['people', asked({ subject: { kind: 'people', businessDay: '2026-11-20', unmasked: false } })],
  ])('is none for %s', (_what, search) => {
    expect(readReportOrder(search)).toBeUndefined();
  });
});
