import { readXlsx } from 'hucre/xlsx';
import { parseCsv } from 'hucre/csv';
import { describe, expect, test } from 'vitest';
import type { ExportMaterial } from '#electron/books/export-material.ts';
import { makeFile } from '#electron/books/make-file.ts';
import { readZip } from '#electron/books/stored-zip.ts';
import { yearOf } from '#shared/domain/report/year-sum.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { figuresOf, sheetRows, type Cell } from './exported-day.ts';
import { daysOf, inventedDay, inventedMonth, OFFICE, S2 } from './invented-reports.ts';

const { exportBook: words, report } = catalogue('vi');
const options = { language: 'vi', training: false, at: '2026-12-01T01:00:00.000Z' } as const;
const november = inventedMonth('2026-11');

const materials: Record<string, ExportMaterial> = {
  day: { kind: 'day', report: inventedDay('2026-11-20') },
  month: { kind: 'month', month: november, days: daysOf(november), over: true },
  year: {
    kind: 'year',
    year: 2026,
    office: OFFICE,
    months: [inventedMonth('2026-10'), november],
    over: true,
  },
  campaign: { kind: 'campaign', progress: S2, office: OFFICE },
  people: {
    kind: 'people',
    list: {
      office: OFFICE,
      from: '2026-11-20',
      to: '2026-11-20',
      masked: true,
      rows: Array.from({ length: 120 }, () => ({
        businessDay: '2026-11-20',
        number: 'A001',
        fullName: '=1+1',
        idNumber: '001*****0001',
        phone: '09*****111',
        procedure: 'level-2' as const,
        outcome: 'taken' as const,
        activated: true,
        specialCase: null,
        told: null,
      })),
    },
  },
  roster: {
    kind: 'roster',
    list: {
      office: OFFICE,
      rosterId: '0198c5a0-0000-7000-8000-000000000001',
      agency: 'Trường THCS Cẩm Mẫu',
      level: 'level-2',
      dueOn: '2026-12-15',
      on: '2026-11-20',
      masked: true,
      people: 140,
      rows: Array.from({ length: 120 }, () => ({
        fullName: '=1+1',
        birthDate: '1990-05-05',
        idNumber: '001*****0001',
        unit: '@Phòng',
        state: 'not-yet' as const,
        dueOn: null,
        exempt: null,
        doubt: null,
      })),
    },
  },
};
/** Lists of people: they run on over pages, and have no figures. */
const LISTS = ['people', 'roster'];
const kinds = Object.keys(materials);

const book = async (kind: string, language: 'vi' | 'en' = 'vi') => {
  const material = materials[kind];
  if (material === undefined) throw new Error(kind);
  return makeFile({ material, format: 'xlsx', options: { ...options, language } });
};

test.each(kinds)(
  '%s: every sheet is an A4 page with its print titles, frozen head and borders',
  async (kind) => {
    for (const language of ['vi', 'en'] as const) {
      const parts = readZip((await book(kind, language)).bytes);
      const text = (path: string) =>
        Buffer.from(parts.find((part) => part.path === path)?.bytes ?? []).toString('utf8');
      const workbook = text('xl/workbook.xml');
      const sheets = [...workbook.matchAll(/<sheet name="([^"]+)"[^>]*?( state="hidden")?\/>/g)];
      expect(new Set(sheets.map(([, name]) => name)).size).toBe(sheets.length);
      for (const [index, [, name, hidden]] of sheets.entries()) {
        expect(name?.length).toBeLessThanOrEqual(31);
        const sheet = text(`xl/worksheets/sheet${index + 1}.xml`);
        expect(sheet).toMatch(/<pane ySplit="\d+" topLeftCell="A\d+" state="frozen"/);
        if (hidden !== undefined) continue;
        const height = LISTS.includes(kind) ? 0 : 1;
        expect(sheet).toContain(
          `paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="${height}"`,
        );
        expect(sheet).toContain('<mergeCell ');
        expect(workbook).toContain(`name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$`);
      }
      const hidden = sheets.filter(([, , state]) => state !== undefined).map(([, name]) => name);
      expect(hidden).toEqual(LISTS.includes(kind) ? [] : ['figures']);
    }
  },
);

test.each(kinds)('%s: what people typed stays text, whatever it begins with', async (kind) => {
  const { bytes } = await book(kind);
  for (const { path, bytes: xml } of readZip(bytes))
    expect(Buffer.from(xml).toString('utf8'), path).not.toMatch(/<f[ >]|t="e"|<hyperlink/);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const typed = sheets.flatMap(({ cells }) =>
    [...(cells ?? new Map()).values()].filter(
      ({ value }) => typeof value === 'string' && /^(=|\+84|@Ph|-1 |0012)/.test(value),
    ),
  );
  expect(typed.length).toBeGreaterThan(0);
  const loose = typed.filter(({ style }) => style?.numFmt !== '@').map(({ value }) => value);
  // The page's own lines that name the campaign are words of ours around its name.
  expect(loose.filter((value) => !String(value).includes(', từ '))).toEqual([]);
});

test.each(kinds)('%s: the same figures give the same bytes, on any later day', async (kind) => {
  const material = materials[kind];
  if (material === undefined) throw new Error(kind);
  for (const format of LISTS.includes(kind) ? (['csv'] as const) : (['xlsx', 'csv', 'json'] as const)) {
    const first = await makeFile({ material, format, options });
    const again = await makeFile({
      material: structuredClone(material),
      format,
      options: { ...options, at: '2027-05-05T05:05:05.000Z' },
    });
    expect(Buffer.compare(first.bytes, again.bytes), format).toBe(0);
    expect(again.fileName).toBe(first.fileName);
  }
});

test('names of files', async () => {
  expect(await Promise.all(kinds.map(async (kind) => (await book(kind)).fileName))).toEqual([
    'so-lieu-ngay-2026-11-20-00123-ban-1.xlsx',
    'so-lieu-thang-2026-11-00123-ban-2.xlsx',
    'so-lieu-nam-2026-00123-ban-3.xlsx',
    'chi-tieu-Dot-cao-diem-den-2026-11-20-00123.xlsx',
    'danh-sach-2026-11-20-00123.xlsx',
    'chua-xong-Truong-THCS-Cam-Mau-2026-11-20.xlsx',
  ]);
});

describe('a month', () => {
  test('has its sums, its days, its parts, and a sheet for each day', async () => {
    const { bytes } = await book('month');
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      words.monthSheet,
      words.daysSheet,
      words.partsSheet,
      ...november.days.map(({ day }) => `${day.slice(8)}-11`),
      'figures',
    ]);
    const days = await sheetRows(bytes, words.daysSheet);
    const { total } = november;
    expect(figuresOf(days, report.title.days, '04/11/2026')).toEqual([2, 1003, 1103, 43, 23, 3]);
    expect(figuresOf(days, report.title.days, report.total)).toEqual([
      total.issued,
      total.requests,
      total.taken,
      total.activated,
      total.referred,
    ]);
  });

  test('that is not closed yet says so and names the open days', async () => {
    const open = { ...november, openDays: ['2026-11-22'] };
    const { fileName, bytes } = await makeFile({
      material: { kind: 'month', month: open, days: daysOf(open), over: true },
      format: 'xlsx',
      options,
    });
    expect(fileName).toBe('so-lieu-thang-2026-11-00123-tam-tinh.xlsx');
    expect((await sheetRows(bytes, words.monthSheet)).flat()).toContain(words.monthOpen('22/11/2026'));
  });

  test.each(['month', 'year'] as const)(
    '%s that is not over is provisional up to its last closed day',
    async (kind) => {
      const material = materials[kind];
      if (material?.kind !== 'month' && material?.kind !== 'year') throw new Error(kind);
      const last = november.days.at(-1)?.day ?? '';
      const { fileName, bytes } = await makeFile({
        material: { ...material, over: false },
        format: 'xlsx',
        options,
      });
      expect(fileName).toMatch(new RegExp(`-00123-tam-tinh-den-${last}\\.xlsx$`));
      const said = (await sheetRows(bytes, kind === 'month' ? words.monthSheet : words.yearSheet)).flat();
      expect(said.some((cell) => String(cell).includes('kỳ báo cáo chưa hết'))).toBe(true);
    },
  );

  test('shows shares as 4,49% and keeps their value as in the contract', async () => {
    const { sheets } = await readXlsx((await book('month')).bytes, { readStyles: true });
    const cells = [...(sheets[0]?.cells ?? new Map()).values()];
    const share = cells.find(({ value }) => value === 449);
    expect(share?.style?.numFmt).toBe('0","00"%"');
  });
});

test('a year adds its months up, and leaves out those without days', () => {
  const october = inventedMonth('2026-10', 5);
  const year = yearOf(2026, OFFICE, [inventedMonth('2026-09', 0), october, november]);
  expect(year.months.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
  expect(year.total.taken).toBe(october.total.taken + november.total.taken);
  expect(year.byGroup).toEqual([
    { group: 'staff', total: 20, taken: 18, activated: 16 },
    { group: 'citizen', total: 4_694, taken: 228, activated: 2_126 },
  ]);
  const [first] = year.byProcedure;
  expect(first?.byOutcome['taken']).toBe(2 * (november.byProcedure[0]?.byOutcome['taken'] ?? -1));
  expect(november.byGroup[0]?.total).toBe(10);
});

test('a campaign says what does not add up, and a share without a target is a dash', async () => {
  const rows = await sheetRows((await book('campaign')).bytes, words.campaignSheet);
  expect(rows.flat().join('\n')).toContain('= 3.923, không phải 3.932');
  const none = { ...S2, rows: S2.rows.map((row) => ({ ...row, target: 0, percent: null })) };
  const { bytes } = await makeFile({
    material: { kind: 'campaign', progress: none, office: OFFICE },
    format: 'xlsx',
    options,
  });
  const shown = await sheetRows(bytes, words.campaignSheet);
  expect(figuresOf(shown, words.unit('@Phường Đồng Sen'), 'Mức 1').at(-1)).toBe('–');
});

test('the CSV of a month holds the same figures as its hidden sheet', async () => {
  const { bytes } = await book('month');
  const material = materials['month'];
  if (material === undefined) throw new Error('no month');
  const csv = await makeFile({ material, format: 'csv', options });
  const [header, ...rows] = parseCsv(Buffer.from(csv.bytes).toString('utf8'));
  expect(header?.[0]).toBe('period');
  const [, ...hidden] = await sheetRows(bytes, 'figures');
  const guarded = (value: Cell | undefined) =>
    value === null || value === undefined ? '' : value.toString().replace(/^(?=[=+@-])/, "'");
  expect(rows.map((row) => row.slice(3).map(String))).toEqual(
    hidden.map((row) => row.slice(0, 4).map(guarded)),
  );
});
