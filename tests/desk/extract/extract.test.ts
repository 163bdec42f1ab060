import { writeXlsx } from 'hucre/xlsx';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExtractReview } from '#shared/contract/follow-up.ts';
import { size } from '#tests/support/sizes.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';
import { csv, deskOf, FRIDAY, heading, mau, review, thu, vidu } from './extract-desk.ts';

let desk: TestDesk;
afterEach(() => desk.desk.close());

function open(people: Parameters<typeof deskOf>[0]): ReturnType<typeof deskOf> {
  const opened = deskOf(people);
  desk = opened.desk;
  return opened;
}

async function reviewed(fileName: string, bytes: Buffer | Uint8Array): Promise<ExtractReview> {
  const reply = await review(desk, fileName, bytes);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem), { cause: desk.incidents.at(-1) });
  return reply.value;
}

const byLine = ({ lines }: ExtractReview) =>
  [...lines]
    .sort((a, b) => a.line - b.line)
    .map(({ line, state, trouble }) => [line, state, trouble?.code ?? null]);
const activated = () => desk.call('report.day', { businessDay: FRIDAY }).breakdowns.activated;

describe('an extract', () => {
  test.each([
    ['little', (bytes: Buffer) => bytes],
    ['big', (bytes: Buffer) => bytes.swap16()],
  ])('as UTF-16 text with its %s end first is read', async (_, ended) => {
    open([mau]);
    const text = csv([heading, ['1', mau[1], mau[0], '2026-11-19T18:30:00.000Z', '']], '\t').toString('utf8');
    const result = await reviewed('trich-xuat.txt', ended(Buffer.from(text, 'utf16le')));
    expect(result.lines).toMatchObject([{ state: 'new', nameInFile: mau[0], activatedOn: FRIDAY }]);
  });

  test.each([',', ';', '\t', '|'])(
    'as CSV with "%s" is reviewed line by line, and changes nothing yet',
    async (delimiter) => {
      const { requests } = open([mau, vidu, thu]);
      desk.call('follow-up.activate', {
        requestId: requests.get(thu[0]) ?? '',
        activatedOn: FRIDAY,
        source: 'telephone',
      });
      const result = await reviewed(
        'trich-xuat.csv',
        csv(
          [
            heading,
            ['1', mau[1], 'TRAN THI MAU', '20/11/2026', 'Đã kích hoạt'],
            ['2', vidu[1], 'Lê Văn Khác', '20/11/2026', 'Đã kích hoạt'],
            ['3', thu[1], thu[0], '20/11/2026', 'Đã kích hoạt'],
            ['4', '001190000099', 'Người Lạ', '20/11/2026', 'Đã kích hoạt'],
            ['5', '001190000108', 'Người Khác', '', 'Chưa kích hoạt'],
            ['6', '0011', 'Sai Số', '20/11/2026', 'Đã kích hoạt'],
            ['7', '001190000110', 'Sai Ngày', '31/06/2026', 'Đã kích hoạt'],
          ],
          delimiter,
        ),
      );
      expect(byLine(result)).toEqual([
        [2, 'new', null],
        [3, 'unclear', 'another-name'],
        [4, 'already', null],
        [5, 'unknown', null],
        [6, 'not-activated', null],
        [7, 'unreadable', 'not-a-number'],
        [8, 'unreadable', 'no-such-day'],
      ]);
      expect(result).toMatchObject({
        format: 'csv',
        total: 7,
        columns: { idNumber: heading[1], fullName: heading[2], activatedOn: heading[3], state: heading[4] },
        counts: {
          new: 1,
          unclear: 1,
          already: 1,
          unknown: 1,
          'not-activated': 1,
          unreadable: 2,
          doubled: 0,
          'on-roster': 0,
        },
      });
      // Whoever must be looked at comes first.
      expect(result.lines[0]?.state).toBe('unreadable');
      expect(result.lines.find(({ line }) => line === 2)).toMatchObject({
        requestId: requests.get(mau[0]),
        activatedOn: FRIDAY,
        nameInFile: 'TRAN THI MAU',
      });
      expect(result.lines.every(({ idNumberMasked }) => !/^\d{12}$/.test(idNumberMasked ?? ''))).toBe(true);
      expect(activated().total).toBe(1);
    },
  );

  test('as XLSX says the same: titles above the heading, numbers that lost their zeros, dates of every kind', async () => {
    open([mau, vidu, thu, ['Hoàng Thị Bốn', '001190000044']]);
    const rows = [
      ['DANH SÁCH TÀI KHOẢN ĐỊNH DANH ĐÃ KÍCH HOẠT', null, null, null, null],
      [],
      heading,
      [1, 1_190_000_017, mau[0], new Date(Date.UTC(2026, 10, 20)), 'Đã kích hoạt'],
      [2, 79_090_000_025, vidu[0], 46_346, 'Đã kích hoạt'],
      [3, thu[1], thu[0], 'ngày 20 tháng 11 năm 2026', 'đã kích hoạt'],
      [4, '001190000044', 'Hoàng Thị Bốn', 'hôm qua', 'Đã kích hoạt'],
    ];
    const merges = [{ startRow: 0, endRow: 0, startCol: 0, endCol: 4 }];
    const book = await writeXlsx({ sheets: [{ name: 'Sheet1', rows, merges }] });
    const result = await reviewed('trich-xuat.xlsx', book);
    expect(result.format).toBe('xlsx');
    expect(byLine(result)).toEqual([
      [4, 'new', null],
      [5, 'new', null],
      [6, 'new', null],
      [7, 'unreadable', 'not-a-date'],
    ]);
    expect(result.lines.filter(({ state }) => state === 'new').map(({ activatedOn }) => activatedOn)).toEqual(
      [FRIDAY, FRIDAY, FRIDAY],
    );
  });

  test('is applied as a whole on the open day, once', async () => {
    open([mau, vidu]);
    const { reviewId } = await reviewed(
      'a.csv',
      csv([heading, ['1', mau[1], mau[0], '20/11/2026', ''], ['2', vidu[1], vidu[0], '20/11/2026', '']]),
    );
    expect(desk.call('extract.apply', { reviewId, lines: [3] })).toEqual({ applied: 1, left: 1 });
    expect(activated().bySource).toEqual({ desk: 0, telephone: 0, extract: 1 });
    expect(desk.refusal('extract.apply', { reviewId, lines: [2, 99] })).toMatchObject({ reason: 'not-new' });
    expect(activated().total).toBe(1);
    // The whole review again: what is counted already is left.
    expect(desk.call('extract.apply', { reviewId })).toEqual({ applied: 1, left: 1 });
    expect(desk.call('extract.apply', { reviewId })).toEqual({ applied: 0, left: 2 });
    expect(activated().total).toBe(2);
    desk.call('day.close', { businessDay: FRIDAY });
    expect(desk.refusal('extract.apply', { reviewId }).code).toBe('day-not-open');
    expect(desk.refusal('extract.apply', { reviewId: uuid() }).code).toBe('day-not-open');
  });

  test('is forgotten when three newer ones were reviewed', async () => {
    open([mau]);
    const file = csv([heading, ['1', mau[1], mau[0], '20/11/2026', '']]);
    const [first = '', second = ''] = [
      await reviewed('a.csv', file),
      await reviewed('b.csv', file),
      await reviewed('c.csv', file),
      await reviewed('d.csv', file),
    ].map(({ reviewId }) => reviewId);
    expect(desk.refusal('extract.apply', { reviewId: first })).toEqual({ code: 'unknown-review' });
    expect(desk.call('extract.apply', { reviewId: second })).toEqual({ applied: 1, left: 0 });
  });

  test('names nobody in the journal', async () => {
    open([mau]);
    const { reviewId } = await reviewed(
      'Trần Thị Mẫu.csv',
      csv([heading, ['1', mau[1], mau[0], '20/11/2026', '']]),
    );
    desk.call('extract.apply', { reviewId });
    const { database } = desk.store;
    const kept = (table: string, column: string) =>
      JSON.stringify(database.prepare(`SELECT ${column} FROM ${table}`).all());
    expect(kept('event', 'data')).not.toMatch(/Mẫu|001190000017/);
    expect(kept('idempotency', 'reply')).not.toMatch(/Mẫu|001190000017/);
  });
});

describe('a person of an extract', () => {
  test('who stands there twice counts once; who stands there with two stories is left to a person', async () => {
    open([mau, vidu]);
    const line = (number: string, name: string, date: string) => ['1', number, name, date, ''];
    const result = await reviewed(
      'a.csv',
      csv([
        heading,
        line(mau[1], mau[0], '20/11/2026'),
        line(mau[1], 'tran thi mau', '20/11/2026'),
        line(vidu[1], vidu[0], '20/11/2026'),
        line(vidu[1], vidu[0], '19/11/2026'),
      ]),
    );
    expect(byLine(result).map(([number, state]) => [number, state])).toEqual([
      [2, 'new'],
      [3, 'doubled'],
      [4, 'doubled'],
      [5, 'doubled'],
    ]);
  });

  test('with several files is meant with the newest open one; two of one day are unclear', async () => {
    const { requests } = open([mau, vidu, vidu]);
    desk.call('day.close', { businessDay: FRIDAY });
    desk.clock.pass(72 * 3600);
    desk.call('day.open', { businessDay: '2026-11-23' });
    const again = desk.call('ticket.issue', {
      requests: [
        { procedure: 'level-2', subject: 'citizen', person: { fullName: mau[0], idNumber: mau[1] } },
      ],
    });
    desk.call('ticket.settle', { ticketId: again.id, outcome: 'taken' });
    const file = csv([
      heading,
      ['1', mau[1], mau[0], '23/11/2026', ''],
      ['2', vidu[1], vidu[0], '23/11/2026', ''],
    ]);
    const first = await reviewed('a.csv', file);
    expect(byLine(first)).toEqual([
      [2, 'new', null],
      [3, 'unclear', 'several-requests'],
    ]);
    expect(first.lines.find(({ line }) => line === 2)?.requestId).toBe(again.requests[0]?.id);
    expect(requests.get(mau[0])).not.toBe(again.requests[0]?.id);
  });

  test('has one account activated by a line, however often the file comes', async () => {
    open([]);
    const visit = (procedure: 'level-1' | 'level-2') => {
      const person = { fullName: mau[0], idNumber: mau[1] };
      const { id } = desk.call('ticket.issue', { requests: [{ procedure, subject: 'citizen', person }] });
      desk.call('ticket.settle', { ticketId: id, outcome: 'taken' });
    };
    visit('level-1');
    desk.call('day.close', { businessDay: FRIDAY });
    desk.clock.pass(72 * 3600);
    desk.call('day.open', { businessDay: '2026-11-23' });
    visit('level-2');
    const dated = csv([heading, ['1', mau[1], mau[0], '23/11/2026', '']]);
    const undated = csv([heading, ['1', mau[1], mau[0], '', 'Đã kích hoạt']]);
    const { reviewId, counts } = await reviewed('a.csv', dated);
    expect(counts.new).toBe(1);
    desk.call('extract.apply', { reviewId });
    expect(byLine(await reviewed('a.csv', dated))).toEqual([[2, 'already', null]]);
    // It may speak of the other account: a person looks at it.
    expect(byLine(await reviewed('a.csv', undated))).toEqual([[2, 'unclear', 'which-account']]);
  });

  test('was not activated before the file was taken, nor tomorrow', async () => {
    open([mau, vidu]);
    const result = await reviewed(
      'a.csv',
      csv([heading, ['1', mau[1], mau[0], '19/11/2026', ''], ['2', vidu[1], vidu[0], '21/11/2026', '']]),
    );
    expect(byLine(result)).toEqual([
      [2, 'unclear', 'before-request'],
      [3, 'unreadable', 'in-future'],
    ]);
  });

  test('is never known from a formula, whatever its cell shows, nor from merged cells', async () => {
    open([mau, vidu, thu]);
    const rows = [
      heading,
      [1, null, mau[0], '20/11/2026', ''],
      [2, vidu[1], vidu[0], '20/11/2026', ''],
      [3, thu[1], thu[0], '20/11/2026', ''],
    ];
    const cells = new Map([['1,1', { formula: `"${mau[1]}"`, formulaResult: mau[1] }]]);
    const merges = [{ startRow: 2, endRow: 3, startCol: 3, endCol: 3 }];
    const book = await writeXlsx({ sheets: [{ name: 'Sheet1', rows, cells, merges }] });
    const result = await reviewed('a.xlsx', book);
    expect(byLine(result)).toEqual([
      [2, 'unreadable', 'formula'],
      [3, 'unreadable', 'merged'],
      [4, 'unreadable', 'merged'],
    ]);
    expect(result.lines[0]?.trouble).toEqual({ code: 'formula', column: heading[1] });
  });
});

const many = size('EXTRACT_LINES', 20_000, 100_000);

test(`${many} lines are reviewed while the desk answers others`, { timeout: 60_000 }, async () => {
  open([mau]);
  const rows = Array.from({ length: many }, (_, index) => [
    String(index),
    `0011${String(index).padStart(8, '0')}`,
    `Người Thử ${index}`,
    '20/11/2026',
    'Đã kích hoạt',
  ]);
  const file = csv([heading, ...rows, ['x', mau[1], mau[0], '20/11/2026', '']]);
  let answered = 0;
  let isOver = false;
  const result = reviewed('a.csv', file).finally(() => (isOver = true));
  while (!isOver) {
    desk.call('queue.board', {});
    answered += 1;
    await new Promise((next) => void setImmediate(next));
  }
  const { total, counts, lines } = await result;
  expect({ total, counts: { new: counts.new, unknown: counts.unknown }, shown: lines.length }).toEqual({
    total: many + 1,
    counts: { new: 1, unknown: many },
    shown: 1_000,
  });
  expect(answered).toBeGreaterThan(100);
});

test('more than 200,000 lines are refused', { timeout: 60_000 }, async () => {
  open([mau]);
  const rows = Array.from({ length: 200_001 }, (_, index) => [
    '1',
    `0011${String(index).padStart(8, '0')}`,
    'A',
    '',
    '',
  ]);
  expect(await review(desk, 'a.csv', csv([heading, ...rows]))).toMatchObject({
    ok: false,
    problem: { reason: 'too-many-rows' },
  });
});
