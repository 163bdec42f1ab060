import { addDays } from '#shared/domain/calendar/business-date.ts';
import { inventPerson, seededRandom } from '#tests/support/invented-cards.ts';
import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  hasOldLetters,
  readDateCell,
  readNameCell,
  readNumberCell,
  readStateCell,
  type CellValue,
} from '#electron/desk/table/read-cell.ts';
import { EXTRACT_HEADINGS } from '#electron/desk/account/extract/extract-columns.ts';
import { findColumns as findAny } from '#electron/desk/table/find-columns.ts';
import { size } from '#tests/support/sizes.ts';

const findColumns = (rows: readonly (readonly unknown[])[]) => findAny(rows, EXTRACT_HEADINGS, 'idNumber');

const trouble = (code: string) => ({ trouble: code });
const value = (read: unknown) => ({ value: read });

describe('a number', () => {
  test.each<[CellValue, unknown]>([
    ['001190000017', value('001190000017')],
    ["'001 190.000-017", value('001190000017')],
    [1_190_000_017, value('001190000017')],
    ['1190000017', value('001190000017')],
    [79_090_000_025, value('079090000025')],
    ['012345678', value('012345678')],
    ['\u200b001190000017', value('001190000017')],
    ['001190\u001f000017', value('001190000017')],
    ['001190000017\u200e', value('001190000017')],
    ['０0１190000017', value('001190000017')],
    ['\u200b', trouble('empty')],
    ['12345678', trouble('not-a-number')],
    ['0011900000177', trouble('not-a-number')],
    [1.5, trouble('not-a-number')],
    [1e20, trouble('not-a-number')],
    [true, trouble('not-a-number')],
    [new Date(0), trouble('not-a-number')],
    ['  ', trouble('empty')],
    [null, trouble('empty')],
    [undefined, trouble('empty')],
  ])('%o', (cell, read) => {
    expect(readNumberCell(cell)).toEqual(read);
  });
});

describe('a name', () => {
  test.each<[CellValue, unknown]>([
    [' Trần Thị Mẫu '.normalize('NFD'), value('Trần Thị Mẫu')],
    ['a'.repeat(200), value('a'.repeat(200))],
    ['a'.repeat(201), trouble('not-text')],
    [7, trouble('not-text')],
    ['', value(null)],
  ])('%o', (cell, read) => {
    expect(readNameCell(cell)).toEqual(read);
  });
});

describe('a date', () => {
  test.each<[CellValue, unknown]>([
    ['20/11/2026', value('2026-11-20')],
    ['5.3.2026', value('2026-03-05')],
    ['05-03-2026', value('2026-03-05')],
    ['08:15 05/03/2026', value('2026-03-05')],
    ['08:15:30 05/03/2026', value('2026-03-05')],
    ['05/03/2026 08:15', value('2026-03-05')],
    ['2026-3-5', value('2026-03-05')],
    ['2026-03-05T08:15:00', value('2026-03-05')],
    ['2026-11-28T18:30:00.000Z', value('2026-11-29')],
    ['2026-11-28T16:59:59Z', value('2026-11-28')],
    ['2026-11-28 18:30:00+07:00', value('2026-11-28')],
    ['2026-11-28T23:30:00-05:00', value('2026-11-29')],
    ['\u200e20/11/2026', value('2026-11-20')],
    ['２０/11/2026', value('2026-11-20')],
    ['Ngày 5 tháng 3 năm 2026', value('2026-03-05')],
    ['5 tháng 3, 2026', value('2026-03-05')],
    [new Date('2026-03-05T00:00:00Z'), value('2026-03-05')],
    // Days since the first one a workbook knows, with or without an hour.
    [46_346, value('2026-11-20')],
    ['46346.75', value('2026-11-20')],
    [36_526, value('2000-01-01')],
    [36_525, trouble('not-a-date')],
    [73_050, value('2099-12-31')],
    [73_051, trouble('not-a-date')],
    ['31/06/2026', trouble('no-such-day')],
    ['29/02/2026', trouble('no-such-day')],
    ['hôm qua', trouble('not-a-date')],
    [true, trouble('not-a-date')],
    [new Date(NaN), trouble('not-a-date')],
    [' ', value(null)],
  ])('%o', (cell, read) => {
    expect(readDateCell(cell)).toEqual(read);
  });
});

describe('a state', () => {
  const no = ['Chưa kích hoạt', 'không', 'not activated', 'No', 'Chờ duyệt', 'Đã hủy', 'Khóa', 'inactive'];
  const yes = ['Đã kích hoạt', 'đã kích hoạt mức 2', 'Kích hoạt', 'Kích hoạt thành công', 'Thành công'];
  const short = ['activated', 'Active', 'có', 'rồi', 'x', 'YES', '1'];
  test.each<[CellValue, unknown]>([
    ...no.map((cell): [CellValue, unknown] => [cell, value(false)]),
    ...[...yes, ...short].map((cell): [CellValue, unknown] => [cell, value(true)]),
    [true, value(true)],
    [false, value(false)],
    [1, value(true)],
    [0, value(false)],
    [2, trouble('not-a-state')],
    ['0', trouble('not-activated')],
    ['đang xử lý', trouble('not-a-state')],
    [new Date(0), trouble('not-a-state')],
    ['', value(null)],
  ])('%o', (cell, read) => {
    expect(readStateCell(cell)).toEqual(read);
  });
});

describe('the columns of an extract', () => {
  test.each([
    ['Số định danh cá nhân', 'idNumber'],
    ['Số định danh', 'idNumber'],
    ['Mã số định danh', 'idNumber'],
    ['Số ĐDCN', 'idNumber'],
    ['SDDCN', 'idNumber'],
    ['CCCD', 'idNumber'],
    ['Số căn cước', 'idNumber'],
    ['Căn cước công dân', 'idNumber'],
    ['Identity number', 'idNumber'],
    ['Họ và tên', 'fullName'],
    ['Họ, chữ đệm và tên', 'fullName'],
    ['Tên công dân', 'fullName'],
    ['Full name', 'fullName'],
    ['Ngày kích hoạt', 'activatedOn'],
    ['Thời gian kích hoạt', 'activatedOn'],
    ['Thời điểm kích hoạt', 'activatedOn'],
    ['Activated on', 'activatedOn'],
    ['Date of activation', 'activatedOn'],
    ['Trạng thái', 'state'],
    ['Tình trạng tài khoản', 'state'],
    ['Kích hoạt', 'state'],
    ['Status', 'state'],
  ] as const)('%s means %s', (heading, meaning) => {
    const other = meaning === 'idNumber' ? 'Họ và tên' : 'Số định danh cá nhân';
    expect(findColumns([['STT', ` ${heading} `, other]])).toMatchObject({
      row: 0,
      places: { [meaning]: 1 },
      names: { [meaning]: heading },
    });
  });

  test.each(['STT', 'Ghi chú', 'Địa chỉ', 'Họ khác', 'Quê quán'])('%s means none of them', (heading) => {
    const found = findColumns([[heading, 'Số định danh cá nhân', 'Họ và tên']]);
    expect(found?.places).toEqual({ idNumber: 1, fullName: 2 });
  });

  test('stand under titles, within the first twenty rows', () => {
    const heading = ['Số định danh cá nhân', 'Họ và tên'];
    const titled = (rows: number) => [
      ...Array.from({ length: rows }, () => ['DANH SÁCH SỐ ĐỊNH DANH CÁ NHÂN']),
      heading,
    ];
    expect(findColumns(titled(19))?.row).toBe(19);
    expect(findColumns(titled(20))).toBeUndefined();
    expect(findColumns([['Số định danh cá nhân']])).toBeUndefined();
  });

  test('keep the first of two that mean the same, and name the second', () => {
    expect(findColumns([['CCCD', 'Họ và tên', 'Số căn cước', 'Căn cước']])).toMatchObject({
      places: { idNumber: 0, fullName: 1 },
      doubled: 'Số căn cước',
    });
  });
});

describe('whatever cannot be seen changes no reading', () => {
  const runs = size('PROPERTY_RUNS', 100, 2000);
  const unseen = fc.constantFrom('\u200b', '\u200e', '\u200f', '\u001f', '\ufeff', '\u2060', '\u00ad');
  const wide = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const put = (text: string, sign: string, at: number) =>
    text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1));

  test.each([
    ['a number', readNumberCell, '001190000017'],
    ['a date', readDateCell, '20/11/2026'],
    ['an instant', readDateCell, '2026-11-28T18:30:00.000Z'],
    ['a name', readNameCell, 'Trần Thị Mẫu'],
    ['a state', readStateCell, 'Đã kích hoạt'],
  ] as const)('%s', (_, read, text) => {
    fc.assert(
      fc.property(unseen, fc.nat(), fc.boolean(), (sign, at, isWide) => {
        expect(read(put(isWide ? wide(text) : text, sign, at))).toEqual(read(text));
      }),
      { numRuns: runs },
    );
  });

  test('an instant is the day it was in Việt Nam', () => {
    const days = fc.integer({ min: 0, max: 7_000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const instant = new Date(Date.parse(`${day}T00:00:00+07:00`) + second * 1_000).toISOString();
        expect(readDateCell(instant)).toEqual({ value: day });
      }),
      { numRuns: runs },
    );
  });
});

describe('letters of old fonts', () => {
  test.each([
    ['TCVN3', ['NguyÔn V¨n An', 'TrÇn ThÞ MÉu', 'Lª Minh', 'Ph¹m Thu Hµ']],
    ['VNI', ['Nguyeãn Vaên An', 'Traàn Thò Maãu', 'Leâ Minh', 'Phaïm Thu Haø']],
  ])('%s is recognised', (_, names) => {
    expect(hasOldLetters(names)).toBe(true);
  });

  test('names in Unicode are not, and a foreigner among them changes nothing', () => {
    const random = seededRandom(51);
    const names = Array.from({ length: 300 }, () => inventPerson(random).fullName);
    expect(hasOldLetters(names)).toBe(false);
    expect(hasOldLetters(names.map((name) => name.toUpperCase()))).toBe(false);
    expect(hasOldLetters(['Jürgen Müßig', 'Trần Thị Mẫu', 'Hoà', 'Loan'])).toBe(false);
    for (const name of names) expect([name, hasOldLetters([name, name])]).toEqual([name, false]);
  });
});
