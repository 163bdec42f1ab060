import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { csv, deskOf, heading, mau, review } from './extract-desk.ts';

type Rows = (string | number)[][];
const two = [
  { level: 'level-1', issued: 2_650, activated: 119 },
  { level: 'level-2', issued: 4_234_226, activated: 1_430_008 },
];
const title = 'THỐNG KÊ TÀI KHOẢN (tính đến ngày 13/11/2026)';
const files: [string, Rows, string | null][] = [
  [
    'lines of levels under columns of counts',
    [
      [title],
      ['Mức tài khoản', 'Đã cấp', 'Đã kích hoạt', 'Tỷ lệ kích hoạt'],
      ['Mức độ 1', '2.650', '119', '4,49%'],
      ['Mức độ 2', '4.234.226', '1.430.008', '33,77%'],
      ['Cộng', '4.236.876', '1.430.127', ''],
    ],
    '2026-11-13',
  ],
  [
    'columns of both',
    [
      ['Đến hết ngày 13 tháng 11 năm 2026'],
      ['Đơn vị', 'Mức 1 đã cấp', 'Mức 1 đã kích hoạt', 'Mức 2 đã cấp', 'Mức 2 đã kích hoạt'],
      ['Công an phường', 2_650, 119, 4_234_226, 1_430_008],
    ],
    '2026-11-13',
  ],
  [
    'sentences above the people',
    [
      ['Mức 1: đã cấp 2.650 tài khoản, đã kích hoạt 119.'],
      ['Mức 2: đã cấp 4.234.226 tài khoản, đã kích hoạt 1.430.008.'],
      heading,
      ['1', mau[1], mau[0], '20/11/2026', 'Đã kích hoạt'],
    ],
    null,
  ],
];

test.each(files)('an extract that states totals of the unit as %s proposes them', async (_how, rows, day) => {
  const { desk } = deskOf([mau]);
  const book = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] });
  for (const reply of [
    await review(desk, 'tuan.xlsx', book),
    await review(
      desk,
      'tuan.csv',
      csv(
        rows.map((row) => row.map(String)),
        ';',
      ),
    ),
  ]) {
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    expect(reply.value.unit).toEqual({ day, rows: two });
    const people = rows.includes(heading) ? 1 : 0;
    expect(reply.value).toMatchObject({ total: people, counts: { new: people } });
  }
  expect(desk.call('unit.totals', {})).toBeNull();
  desk.desk.close();
});

test.each<[string, Rows]>([
  ['people alone', [heading, ['1', mau[1], mau[0], '20/11/2026', 'Đã kích hoạt']]],
  [
    'people with a level and the days of their account',
    [
      ['Số định danh', 'Họ và tên', 'Mức', 'Ngày cấp', 'Ngày kích hoạt'],
      [mau[1], mau[0], 'Mức 2', 46_346, 46_346],
    ],
  ],
  [
    'several units',
    [
      ['Đơn vị', 'Mức 2 đã cấp', 'Mức 2 đã kích hoạt'],
      ['Xã Mẫu', 10, 5],
      ['Xã Khác', 20, 6],
      heading,
      ['1', mau[1], mau[0], '20/11/2026', 'Đã kích hoạt'],
    ],
  ],
])('%s state nothing of the unit', async (_what, rows) => {
  const { desk } = deskOf([mau]);
  const reply = await review(desk, 'tuan.xlsx', await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }));
  expect(reply).toMatchObject({ ok: true, value: { unit: null, total: 1 } });
  desk.desk.close();
});
