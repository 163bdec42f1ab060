import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { wholeList } from '#renderer/follow-up/whole-list.ts';
import { describe, expect, test } from 'vitest';
import { deadlineOf, rowAfterChange, shortenedName } from '#renderer/follow-up/deadline.ts';
import { MOST_BYTES, readChosenFile, TABLE_ENDINGS } from '#renderer/ui/chosen-file.ts';

const today = '2026-11-20';

describe('the day a person is looked at for', () => {
  test.each([
    [
      'the result while there is no notice',
      { dueOn: '2026-11-25', activateBy: null },
      'result',
      '2026-11-25',
      false,
    ],
    [
      'late once that day has passed',
      { dueOn: '2026-11-19', activateBy: null },
      'result',
      '2026-11-19',
      true,
    ],
    ['not late on the day itself', { dueOn: today, activateBy: null }, 'result', today, false],
    [
      'the last day to activate once the notice came',
      { dueOn: '2026-11-10', activateBy: '2026-11-21' },
      'activation',
      '2026-11-21',
      false,
    ],
    ['late after it', { dueOn: '2026-11-10', activateBy: '2026-11-19' }, 'activation', '2026-11-19', true],
  ] as const)('is %s', (_, days, kind, day, isLate) => {
    const state = days.activateBy === null ? 'awaiting-result' : 'awaiting-activation';
    expect(deadlineOf({ state, ...days }, today)).toEqual({ kind, day, isLate });
  });
  test('is none for who has activated or has no limit', () => {
    expect(
      deadlineOf({ state: 'activated', dueOn: '2026-11-01', activateBy: '2026-11-02' }, today),
    ).toBeNull();
    expect(deadlineOf({ state: 'awaiting-result', dueOn: null, activateBy: null }, today)).toBeNull();
  });
});

describe('walking a list that changes', () => {
  const rows = ['a', 'b', 'c'].map((requestId) => ({ requestId }));
  test.each([
    ['stays on the same person', 'b', 0, 1],
    ['goes to whoever took the place', 'gone', 1, 1],
    ['stops at the last one', 'gone', 9, 2],
    ['starts at the top', null, 0, 0],
  ] as const)('%s', (_, chosen, place, expected) => {
    expect(rowAfterChange(rows, chosen, place)).toBe(expected);
  });
  test('an empty list has no row', () => expect(rowAfterChange([], 'a', 0)).toBe(-1));
});

test.each([
  ['Nguyễn Thị Hường', 'N. T. Hường'],
  ['Đặng Ổn', 'Đ. Ổn'],
  ['Lụa', 'Lụa'],
])('%s lies on paper as %s', (name, shown) => {
  expect(shortenedName(name)).toBe(shown);
});

describe('a chosen extract', () => {
  const file = (name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
    name,
    size,
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });
  test('is handed over whole, also when it is long', async () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => index % 251);
    const read = await readChosenFile(file('danh-sach.xlsx', bytes), TABLE_ENDINGS);
    expect(read.ok && Buffer.from(read.base64, 'base64').equals(Buffer.from(bytes))).toBe(true);
  });
  test.each(['csv', 'xlsx', 'txt', 'tsv', 'xls', 'xlsm', 'xlsb', 'ods', 'XLSX'])(
    'that ends with .%s goes to the desk, which reads it or says what it is',
    async (ending) => {
      const read = await readChosenFile(file(`danh-sach.${ending}`, new Uint8Array(1)), TABLE_ENDINGS);
      expect(read).toMatchObject({ ok: true });
    },
  );
  test('of the very size the desk takes is handed over', async () => {
    const read = await readChosenFile(file('danh-sach.csv', new Uint8Array(1), MOST_BYTES), TABLE_ENDINGS);
    expect(read).toMatchObject({ ok: true });
  });
  test.each([
    ['danh-sach.exe', 10, 'wrong-kind'],
    ['danh-sach.csv', 0, 'empty'],
    ['danh-sach.csv', MOST_BYTES + 1, 'too-large'],
  ])('%s of %i bytes is refused as %s', async (name, size, why) => {
    expect(await readChosenFile(file(name, new Uint8Array(1), size), TABLE_ENDINGS)).toEqual({
      ok: false,
      why,
    });
  });
});

describe('the whole list for the paper', () => {
  const desk = (total: number, fails = false) => {
    const asked: number[] = [];
    const call = (_method: string, { offset = 0, limit = 0 }: { offset?: number; limit?: number }) => {
      asked.push(offset);
      if (fails && offset > 0) return { ok: false, problem: { code: 'unexpected', incident: 'x' } };
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => ({
        requestId: `r${offset + index}`,
      }));
      return { ok: true, value: { on: '2026-11-20', counts: {}, rows } };
    };
    return {
      asked,
      client: { call: async (...of: Parameters<typeof call>) => call(...of) } as unknown as DeskClient,
    };
  };
  test.each([0, 350, 500, 1234])('of %i people has everybody, once', async (total) => {
    const rows = await wholeList(desk(total).client, { list: 'late' });
    expect(rows?.map(({ requestId }) => requestId)).toEqual(
      Array.from({ length: total }, (_, at) => `r${at}`),
    );
  });
  test('is not printed in part when the desk refuses a page', async () => {
    expect(await wholeList(desk(1234, true).client, { list: 'late' })).toBeUndefined();
  });
});
