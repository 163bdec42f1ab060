import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { readZip } from '#electron/books/stored-zip.ts';
import { OUTCOMES, type Paper } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { press, pressOn } from '#tests/support/random-day.ts';
import { recountDay } from '#tests/support/recount.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import {
  busyDay,
  DAY,
  expectedFigures,
  exported,
  figuresOf,
  later,
  sheetRows,
  type Cell,
} from './exported-day.ts';
import { size } from '#tests/support/sizes.ts';

const text = catalogue('vi');
const { report: words, exportBook: books } = text;
const minutes = (milliseconds: number | null) =>
  milliseconds === null ? words.noValue : Math.round(milliseconds / 60_000);

/** Times stand beside the tickets, so their figures come last in a row. */
function timesOf(rows: readonly (readonly Cell[])[], row: 'waiting' | 'serving'): Cell[] {
  const found = rows.find((cells) => cells.includes(words.row[row] ?? ''));
  return (found ?? []).slice((found ?? []).indexOf(words.row[row] ?? '') + 1).filter((cell) => cell !== null);
}

function part(bytes: Uint8Array, path: string): string {
  const found = readZip(bytes).find((one) => one.path === path);
  if (found === undefined) throw new Error(`no part ${path}`);
  return Buffer.from(found.bytes).toString('utf8');
}

/** The printed page says what the naive recount of the event log says. */
async function expectPageEqualsLog(desk: TestDesk): Promise<void> {
  const { bytes } = await exported(desk, 'xlsx');
  const report = desk.call('report.day', { businessDay: DAY });
  const recount = recountDay(desk.desk.eventsSince(0, 100_000), DAY);
  const rows = await sheetRows(bytes, books.daySheet);
  const open = recount.requests.open > 0;
  const { tickets } = recount;
  for (const [column, count] of Object.entries({ ...tickets, 'not-here': tickets.notHere })) {
    if (column === 'notHere' || (column === 'open' && count === 0)) continue;
    const label = words.column[column as 'issued'];
    expect(figuresOf(rows, words.title.tickets, label)[0], column).toBe(count);
  }
  const figures = (
    row: { total: number; open: number; byOutcome: Record<string, number> },
    activated: number,
  ) => [
    row.total,
    ...OUTCOMES.map((outcome) => row.byOutcome[outcome]),
    ...(open ? [row.open] : []),
    activated,
  ];
  for (const row of recount.requests.byProcedure) {
    const label = text.common.procedureShort[row.procedure];
    expect(figuresOf(rows, words.title.requests, label)).toEqual(figures(row, row.activated));
  }
  if (recount.requests.total > 0)
    expect(figuresOf(rows, words.title.requests, words.total)).toEqual(
      figures(recount.requests, recount.activated),
    );
  for (const { paper, seen, inVneid, missing, mismatch, notWanted } of recount.papers) {
    if (paper === 'id-card') continue;
    const states = [seen, missing, mismatch, notWanted, inVneid];
    const sum = states.reduce((total, value) => total + value, 0);
    const label = text.common.paper[paper as Paper];
    expect(figuresOf(rows, words.title.papers, label)).toEqual([sum, ...states]);
  }
  for (const row of ['waiting', 'serving'] as const) {
    const { count, medianMs, p90Ms } = report[row];
    expect(timesOf(rows, row)).toEqual([count, minutes(medianMs), minutes(p90Ms)]);
  }
  const hidden = await sheetRows(bytes, 'figures');
  const machine = new Map(
    hidden.flatMap(([section, row, column, value]) =>
      typeof value === 'number' && section !== 'report'
        ? [[[section, row, column].join('/'), value] as const]
        : [],
    ),
  );
  expect(machine).toEqual(expectedFigures(report));
}

test('a day of 200 citizens: the page, the hidden sheet, the JSON and the recount agree, before and after the close', async () => {
  const desk = await busyDay(200);
  await expectPageEqualsLog(desk);
  const frozen = desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
  await expectPageEqualsLog(desk);
  expect(frozen.tickets.issued).toBe(200);
  const json = await exported(desk, 'json');
  expect(JSON.parse(json.bytes.toString('utf8'))).toEqual(frozen);
});

test('random days agree too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 5, maxLength: 60 }), async (presses) => {
      const desk = openTestDesk({ counters: 3 });
      for (const pressed of presses) pressOn(desk, pressed);
      await expectPageEqualsLog(desk);
      expect(desk.incidents).toEqual([]);
      desk.desk.close();
    }),
    { numRuns: size('EXPORT_RUNS', 6, 200) },
  );
});

test('the page names office, receiving level, day in words, version and the head of the journal', async () => {
  const desk = openTestDesk();
  desk.issue();
  const live = await sheetRows((await exported(desk, 'xlsx')).bytes, books.daySheet);
  expect(live.flat()).toContain('Số liệu tạm tính lúc 07:30 ngày 20/11/2026, ngày chưa chốt');
  desk.clock.pass(9.5 * 3600);
  const { chainHead } = desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
  const { bytes } = await exported(desk, 'xlsx');
  const texts = (await sheetRows(bytes, books.daySheet)).flat();
  for (const text of [
    'Công an phường Bình Minh',
    'Phòng PC06',
    'SỐ LIỆU NGÀY',
    'Thứ Sáu, ngày 20 tháng 11 năm 2026',
    'Phiên bản 1, chốt lúc 17:00 ngày 20/11/2026',
  ])
    expect(texts).toContain(text);
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain(`Dấu nhật ký ${chainHead.slice(0, 16)}`);
  const english = await exported(desk, 'xlsx', 'en');
  expect(english.fileName).toBe('so-lieu-ngay-2026-11-20-BM-01-ban-1-en.xlsx');
  expect((await sheetRows(english.bytes, 'Day figures')).flat()).toContain('Friday, 20 November 2026');
});

describe('the parts of the file', () => {
  test('one A4 page to print, titles quoted, header frozen, merged blocks, counts grouped by dots, hidden sheet', async () => {
    const desk = await busyDay(20);
    const { bytes, mediaType } = await exported(desk, 'xlsx');
    expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const workbook = part(bytes, 'xl/workbook.xml');
    expect(workbook).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">'Số liệu ngày'!\$1:\$7<\/definedName>/,
    );
    expect(workbook).toMatch(
      /<definedName name="_xlnm.Print_Area" localSheetId="0">'Số liệu ngày'!\$A\$1:\$L\$\d+</,
    );
    expect(workbook).toContain('<sheet name="figures" sheetId="3" r:id="rId3" state="hidden"/>');
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    for (const xml of [
      '<pageSetUpPr fitToPage="1"/>',
      '<pane ySplit="7" topLeftCell="A8" state="frozen"',
      'paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"',
      '<mergeCell ref="A4:L4"/>',
    ])
      expect(sheet).toContain(xml);
    expect(part(bytes, 'xl/styles.xml')).toContain('[&gt;=1000]0&quot;.&quot;000;#,##0');
    const hidden = await sheetRows(bytes, 'figures');
    expect(hidden.slice(1, 3)).toEqual([
      ['report', 'schema', 'name', 'quay-tiep-dan/so-lieu'],
      ['report', 'schema', 'version', 3],
    ]);
  });

  const names = [
    '=1+1',
    '+84912',
    '-5 hồ sơ',
    '@SUM(A1)',
    '＝1+1',
    '\t=1+1',
    '#REF!',
    '#N/A',
    'A_x0041_B',
    '&L&"x',
    '<f>1</f>',
    "O'B",
    'x\ufffey',
    'dòng 1\ndòng 2',
  ];
  test.each(names)('an office named %j stays text', async (name) => {
    const desk = openTestDesk();
    const code = '0012';
    desk.call('office.update', { name, code, receivingLevel: name });
    const { bytes, fileName } = await exported(desk, 'xlsx');
    expect(fileName).toBe('so-lieu-ngay-2026-11-20-0012-tam-tinh.xlsx');
    for (const { path, bytes: xml } of readZip(bytes)) {
      const text = Buffer.from(xml).toString('utf8');
      expect(text, path).not.toMatch(/<f[ >]|t="e"|<hyperlink/);
      expect(text, path).not.toMatch(/[\ufffe\uffff]/);
    }
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const typed = [...(sheets[0]?.cells ?? new Map())].filter(([key]) => ['0,0', '1,2', '1,6'].includes(key));
    expect(typed).toHaveLength(3);
    for (const [, cell] of typed) {
      expect(typeof cell.value).toBe('string');
      expect(cell.style?.numFmt).toBe('@');
    }
    expect(typed.map(([, cell]) => cell.value)).toContain(code);
  });
});

test('the training desk marks its files', async () => {
  const { daySheet } = await import('#electron/books/day-sheets.ts');
  const desk = openTestDesk();
  const report = desk.call('report.day', { businessDay: DAY });
  const marked = (training: boolean) =>
    daySheet(report, { language: 'vi', training, at: desk.clock.now() }).cells.some(
      ({ value }) => value === books.training,
    );
  expect([marked(true), marked(false)]).toEqual([true, false]);
});

test('a desk without a browser says so, and an unknown day has no file', async () => {
  const desk = openTestDesk();
  const problem = async (businessDay: string, format: 'pdf' | 'xlsx') => {
    const reply = await later(desk, 'report.export', { businessDay, format });
    return reply.ok ? null : reply.problem;
  };
  expect(await problem(DAY, 'pdf')).toEqual({
    code: 'pdf-not-made',
    reason: 'no-browser',
  });
  expect(await problem('2026-11-19', 'xlsx')).toEqual({ code: 'unknown-day', businessDay: '2026-11-19' });
});
