// @module-tag slow
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import type { ExportMaterial } from '#electron/books/export-material.ts';
import { makeFile } from '#electron/books/make-file.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatNumber } from '#shared/text/format.ts';
import { recountDay } from '#tests/support/recount.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { busyDay, DAY, exported, figuresOf, sheetRows, type Cell } from './exported-day.ts';
import { daysOf, inventedDay, inventedMonth, OFFICE, S2 } from './invented-reports.ts';

const { report: words, exportBook: books, common } = catalogue('vi');
const absent =
  spawnSync('soffice', ['--version']).error !== undefined
    ? 'LibreOffice (soffice) is not on this machine'
    : null;

/**
 * What LibreOffice makes of some books in one run: each cell as it is shown, by book and sheet, hidden sheets included. A book that
 * it would have to repair makes no file.
 */
function throughLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
): (book: string, sheet: string) => Cell[][] {
  const folder = temporaryFolder('libreoffice');
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const everySheetAsShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1';
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const sources = Object.keys(files).map((name) => join(folder, `${name}.xlsx`));
  const run = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', everySheetAsShown, '--outdir', folder, ...sources],
    { encoding: 'utf8', timeout: 90_000 },
  );
  const made = new Map(readdirSync(folder).map((name) => [name.normalize('NFC'), name]));
  return (book, sheet) => {
    const name = made.get(`${book}-${sheet}.csv`);
    if (name === undefined) throw new Error(`no sheet ${sheet} of ${book}\n${run.stdout}${run.stderr}`);
    return parseCsv(readFileSync(join(folder, name), 'utf8'));
  };
}

const shown = (values: readonly number[]) => values.map((value) => formatNumber(value, 'vi'));

test(
  'LibreOffice opens every book without repair and shows the figures as the JSON and the event log have them',
  { timeout: 120_000 },
  async (context) => {
    if (absent !== null) return context.skip(absent);
    const desk = await busyDay(200);
    desk.call('office.update', { code: '00123', name: '=1+1' });
    desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
    const recount = recountDay(desk.desk.eventsSince(0, 100_000), DAY);
    const json = JSON.parse((await exported(desk, 'json')).bytes.toString('utf8')) as { activated: number };

    const november = inventedMonth('2026-11', 5);
    const strange = inventedDay(DAY);
    const materials: Record<string, ExportMaterial> = {
      strange: {
        kind: 'day',
        report: {
          ...strange,
          office: { ...OFFICE, name: 'A_x0041_B', receivingLevel: '#REF!' },
          tickets: { ...strange.tickets, issued: 1_234_567, served: 1_068, left: 999 },
        },
      },
      month: { kind: 'month', month: november, days: daysOf(november), over: true },
      year: { kind: 'year', year: 2026, office: OFFICE, months: [november], over: true },
      campaign: { kind: 'campaign', progress: S2, office: OFFICE },
      people: {
        kind: 'people',
        list: {
          office: OFFICE,
          from: DAY,
          to: DAY,
          masked: false,
          rows: [
            {
              businessDay: DAY,
              number: 'A001',
              fullName: '=1+1',
              idNumber: '001190000123',
              phone: '0912345678',
              procedure: 'level-2',
              outcome: 'taken',
              activated: false,
              specialCase: null,
              told: null,
            },
          ],
        },
      },
    };
    const files: Record<string, Uint8Array> = { busy: (await exported(desk, 'xlsx')).bytes };
    const options = { language: 'vi', training: false, at: '2026-12-01T01:00:00.000Z' } as const;
    for (const [name, material] of Object.entries(materials))
      files[name] = (await makeFile({ material, format: 'xlsx', options })).bytes;
    const sheet = throughLibreOffice(files);

    const busy = sheet('busy', books.daySheet);
    expect(busy[0]?.[0]).toBe('=1+1');
    expect(busy[1]?.filter((cell) => asText(cell) !== '').slice(0, 2)).toEqual([books.officeCode, '00123']);
    const total = [
      recount.requests.total,
      ...OUTCOMES.map((outcome) => recount.requests.byOutcome[outcome]),
      recount.activated,
    ];
    expect(json.activated).toBe(recount.activated);
    expect(figuresOf(busy, words.title.requests, words.total)).toEqual(shown(total));
    for (const row of recount.requests.byProcedure) {
      const figures = [row.total, ...OUTCOMES.map((outcome) => row.byOutcome[outcome]), row.activated];
      expect(figuresOf(busy, words.title.requests, common.procedureShort[row.procedure])).toEqual(
        shown(figures),
      );
    }
    const ticketsOf = (rows: Cell[][]) =>
      (['issued', 'served', 'left'] as const).map(
        (column) => figuresOf(rows, words.title.tickets, words.column[column])[0],
      );
    const { issued, served, left } = recount.tickets;
    expect(ticketsOf(busy)).toEqual(shown([issued, served, left]));

    const odd = sheet('strange', books.daySheet);
    expect(ticketsOf(odd)).toEqual(['1.234.567', '1.068', '999']);
    expect([odd[0]?.[0], odd[1]?.[6]]).toEqual(['A_x0041_B', '#REF!']);

    const targets = sheet('campaign', books.campaignSheet);
    const heading = books.unit(S2.campaign.unit);
    expect(figuresOf(targets, heading, 'Mức 1')).toEqual(['2.650', '119', '2.531', '4,49%']);
    expect(figuresOf(targets, heading, 'Mức 2')).toEqual(['1.273', '1.068', '205', '83,90%']);
    expect(figuresOf(sheet('month', books.daysSheet), words.title.days, words.total)).toEqual(
      shown([
        november.total.issued,
        november.total.requests,
        november.total.taken,
        november.total.activated,
        november.total.referred,
      ]),
    );
    expect(figuresOf(sheet('people', books.peopleSheet), books.people, 'A001').slice(0, 3)).toEqual([
      '=1+1',
      '001190000123',
      '0912345678',
    ]);

    // The hidden figures of every book, cell for cell.
    for (const name of ['busy', 'strange', 'month', 'year', 'campaign']) {
      const bytes = files[name] ?? new Uint8Array();
      const own = (await sheetRows(bytes, 'figures')).map((row) => row.slice(0, 4).map(asText));
      expect(
        sheet(name, 'figures').map((row) => row.map(asText)),
        name,
      ).toEqual(own);
    }
  },
);

const asText = (value: Cell | undefined): string =>
  value === null || value === undefined ? '' : value.toString();
