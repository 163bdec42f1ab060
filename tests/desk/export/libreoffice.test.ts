import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatNumber } from '#shared/text/format.ts';
import { daySheet, figureSheet } from '#electron/desk/export/day-sheet.ts';
import { writeBook } from '#electron/desk/export/xlsx-book.ts';
import { recountDay } from '#tests/support/recount.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { busyDay, DAY, exported, figuresOf } from './exported-day.ts';

const words = catalogue('vi').exportFile;
const absent =
  spawnSync('soffice', ['--version']).error !== undefined
    ? 'LibreOffice (soffice) is not on this machine'
    : null;

/** What LibreOffice makes of a file, each cell as it is shown; the hidden sheet included. */
function throughLibreOffice(
  bytes: Uint8Array,
): Record<string, (string | number | boolean | Date | null)[][]> {
  const folder = temporaryFolder('libreoffice');
  writeFileSync(join(folder, 'day.xlsx'), bytes);
  const everySheetAsShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1';
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const run = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', everySheetAsShown, '--outdir', folder, join(folder, 'day.xlsx')],
    {
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  if (files.length === 0) throw new Error(`${run.stdout}${run.stderr}`);
  return Object.fromEntries(
    files.map((name) => [
      name.slice('day-'.length, -'.csv'.length).normalize('NFC'),
      parseCsv(readFileSync(join(folder, name), 'utf8')),
    ]),
  );
}

test(
  'LibreOffice shows the day of 200 citizens as the event log counts it, and the office code with its zeros',
  { timeout: 120_000 },
  async (context) => {
    if (absent !== null) return context.skip(absent);
    const desk = await busyDay(200);
    desk.call('office.update', { code: '00123', name: '=1+1' });
    desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
    const { bytes } = await exported(desk, 'xlsx');
    const recount = recountDay(desk.desk.eventsSince(0, 100_000), DAY);
    const sheets = throughLibreOffice(bytes);
    const rows = sheets[words.sheetName] ?? [];
    expect(rows[0]?.[0]).toBe('=1+1');
    expect(rows[1]?.slice(0, 2)).toEqual([words.officeCode, '00123']);
    const shown = (values: readonly number[]) => values.map((value) => formatNumber(value, 'vi'));
    const total = [
      recount.requests.total,
      ...OUTCOMES.map((outcome) => recount.requests.byOutcome[outcome]),
      recount.activated,
    ];
    expect(figuresOf(rows, words.requestHeading, words.total)).toEqual(shown(total));
    for (const row of recount.requests.byProcedure) {
      const figures = [row.total, ...OUTCOMES.map((outcome) => row.byOutcome[outcome]), row.activated];
      expect(figuresOf(rows, words.requestHeading, words.procedure[row.procedure])).toEqual(shown(figures));
    }
    const { issued, priority, served, notHere, left, cancelled } = recount.tickets;
    expect(figuresOf(rows, words.ticketHeading, words.wholeDay)).toEqual(
      shown([issued, priority, served, notHere, left, cancelled]),
    );
  },
);

test(
  'thousands are grouped by dots on any PC, and letters survive that Excel would read as codes',
  { timeout: 120_000 },
  async (context) => {
    if (absent !== null) return context.skip(absent);
    const desk = await busyDay(5);
    const live = desk.call('report.day', { businessDay: DAY });
    const tickets = { ...live.tickets, issued: 1_234_567, served: 1_068, left: 999 };
    const report = {
      ...live,
      version: 2,
      frozenAt: live.office.name === '' ? null : desk.clock.now(),
      tickets: { ...tickets, open: 0 },
    };
    const office = { ...report.office, name: 'A_x0041_B', receivingLevel: '#REF!' };
    const bytes = await writeBook({
      pages: [
        daySheet({ ...report, office }, { language: 'vi', training: false, at: desk.clock.now() }),
        figureSheet({ ...report, office }, false),
      ],
      title: 'x',
      creator: 'x',
      madeAt: desk.clock.now(),
      grouping: 'dot',
    });
    const rows = throughLibreOffice(bytes)[words.sheetName] ?? [];
    const figures = figuresOf(rows, words.ticketHeading, words.wholeDay);
    expect([figures[0], figures[2], figures[4]]).toEqual(['1.234.567', '1.068', '999']);
    expect(rows[0]?.[0]).toBe('A_x0041_B');
    expect(rows[1]?.[4]).toBe('#REF!');
  },
);
