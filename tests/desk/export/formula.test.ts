import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { writeCsv } from '#electron/books/csv-writer.ts';
import { makeFile } from '#electron/books/make-file.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { OFFICE } from './invented-reports.ts';
import { DAY } from './exported-day.ts';

/** What a spreadsheet may take for a formula: a sign, with or without blanks before it, and a body. */
const SIGNS = ['=', '+', '-', '@', '|', '＝', '＋', '－', '＠', '="', "='", '=+', '-+', '+-', '@@'];
const BLANKS = ['', ' ', '\u00a0', '\u200b', '\ufeff'];
const BODIES = [
  '1+1',
  'SUM(A1:A9)',
  'HYPERLINK("http://127.0.0.1:9/?"&A1,"x")',
  "cmd|' /C calc'!A0",
  'WEBSERVICE("http://127.0.0.1:9/")',
  'IMPORTXML("http://127.0.0.1:9/","//a")',
  'A1',
];
const PAYLOADS = SIGNS.flatMap((sign) =>
  BLANKS.flatMap((blank) => BODIES.map((body) => blank + sign + body)),
);

test('500 payloads in CSV: each comes back as the text it was, with nothing before it but one sign', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(500);
  const rows = parseCsv(writeCsv(PAYLOADS.map((payload) => [payload])).toString('utf8'));
  expect(rows.map(([text]) => text)).toEqual(PAYLOADS.map((payload) => `'${payload}`));
});

test(
  '500 payloads in CSV and XLSX, opened by LibreOffice: no formula',
  { timeout: 180_000, tags: ['slow'] },
  async (context) => {
    if (spawnSync('soffice', ['--version']).error !== undefined)
      return context.skip('LibreOffice (soffice) is not on this machine');
    const folder = temporaryFolder('formula');
    const csv = writeCsv(PAYLOADS.map((payload) => [payload, 1]));
    const rows = PAYLOADS.map((fullName) => ({
      number: 'A001',
      businessDay: DAY,
      fullName,
      idNumber: null,
      phone: '+84912345678',
      procedure: 'level-2' as const,
      outcome: null,
      activated: false,
      specialCase: null,
      told: null,
    }));
    const { bytes } = await makeFile({
      material: { kind: 'people', list: { office: OFFICE, from: DAY, to: DAY, masked: false, rows } },
      format: 'xlsx',
      options: { language: 'vi', training: false, at: '2026-12-01T01:00:00.000Z' },
    });
    writeFileSync(join(folder, 'a.csv'), csv);
    writeFileSync(join(folder, 'b.xlsx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, 'a.csv'),
        join(folder, 'b.xlsx'),
      ],
      { timeout: 150_000 },
    );
    for (const name of ['a.fods', 'b.fods']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toContain('HYPERLINK');
      expect(text).not.toContain('table:formula');
    }
  },
);
