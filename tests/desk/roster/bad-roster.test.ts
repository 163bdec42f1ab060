import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { csv } from '../extract/extract-desk.ts';
import { inventPeople, refusal, review, slashed } from './roster-desk.ts';

const [one, two, three] = inventPeople(3, 7) as [
  ReturnType<typeof inventPeople>[number],
  ReturnType<typeof inventPeople>[number],
  ReturnType<typeof inventPeople>[number],
];
const heading = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD'];
const sexOf = { male: 'Nam', female: 'Nữ' } as const;
const row = (person: typeof one, at = 1): string[] => [
  String(at),
  person.fullName,
  slashed(person.birthDate),
  sexOf[person.sex],
  person.idNumber,
];

/** What a list of one line says of it. */
async function lineOf(cells: readonly string[], columns = heading) {
  const { lines } = await review(openTestDesk(), 'ds.csv', csv([columns, [...cells]]));
  return lines[0];
}

describe('what does not hold on a line is said with its line, and is not taken', () => {
  const changed = (at: number, value: string): string[] =>
    row(one).map((cell, index) => (index === at ? value : cell));
  test.each([
    [
      'a number of 11 signs',
      changed(4, one.idNumber.slice(1, -1)),
      { state: 'doubtful', doubt: 'number', idNumberMasked: null },
    ],
    [
      'a number of 13 signs',
      changed(4, `${one.idNumber}1`),
      { state: 'doubtful', doubt: 'number', idNumberMasked: null },
    ],
    [
      'a number with a letter',
      changed(4, `${one.idNumber.slice(0, 11)}O`),
      { state: 'doubtful', doubt: 'number', idNumberMasked: null },
    ],
    [
      'a number whose leading zero a workbook dropped, with a birth date that bears it out',
      changed(4, one.idNumber.replace(/^0+/, '')),
      { state: 'new', doubt: null, idNumberMasked: maskIdNumber(one.idNumber) },
    ],
    [
      'a number whose leading zero a workbook dropped, with a sex that speaks against it',
      changed(4, one.idNumber.replace(/^0+/, '')).with(3, one.sex === 'male' ? 'Nữ' : 'Nam'),
      { state: 'doubtful', doubt: 'number', idNumberMasked: null },
    ],
    ['no number', changed(4, ''), { state: 'no-number', doubt: null }],
    [
      'a day that never was',
      changed(2, `31/02/${one.birthDate.slice(0, 4)}`),
      {
        state: 'doubtful',
        doubt: 'birth-date',
        birthDate: one.birthDate.slice(0, 4),
        found: `31/02/${one.birthDate.slice(0, 4)}`,
      },
    ],
    [
      'a birth date to come, as a number of days',
      changed(2, '99999'),
      { state: 'doubtful', doubt: 'birth-date', birthDate: null },
    ],
    [
      'a birth date to come',
      changed(2, '01/02/2029'),
      { state: 'doubtful', doubt: 'birth-date', birthDate: null },
    ],
    [
      'a birth date that is none',
      changed(2, 'xem hồ sơ'),
      { state: 'doubtful', doubt: 'birth-date', birthDate: null },
    ],
    [
      'a birth year against the number',
      changed(2, '01/01/1901'),
      { state: 'doubtful', doubt: 'number-against-birth' },
    ],
    [
      'a sex against the number',
      changed(3, one.sex === 'male' ? 'Nữ' : 'Nam'),
      { state: 'doubtful', doubt: 'number-against-sex' },
    ],
    ['a name in letters of an old font', changed(1, 'NguyÔn ThÞ Mai'), { state: 'doubtful', doubt: 'name' }],
    ['nobody', changed(1, ''), { state: 'unreadable', fullName: null }],
    [
      'a day and month with a year of two digits',
      changed(2, slashed(one.birthDate).replace(/\d\d(?=\d\d$)/, '')),
      { state: 'new', birthDate: one.birthDate },
    ],
    [
      'a year alone',
      changed(2, one.birthDate.slice(0, 4)),
      { state: 'new', birthDate: one.birthDate.slice(0, 4) },
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await lineOf(cells)).toMatchObject({ line: 2, ...expected });
  });
});

test('a person who stands there twice is taken once, and both lines are named', async () => {
  const { lines } = await review(
    openTestDesk(),
    'ds.csv',
    csv([heading, row(one), row(two, 2), row(one, 3)]),
  );
  expect(lines.map(({ line, state, sameAs }) => [line, state, sameAs])).toEqual([
    [4, 'doubled', 2],
    [2, 'new', null],
    [3, 'new', null],
  ]);
});

test('a person on the roster of another agency is named with it, and counted at both', async () => {
  const desk = openTestDesk();
  const first = await review(desk, 'Trạm Y tế.csv', csv([heading, row(one)]));
  desk.call('roster.apply', { reviewId: first.reviewId });
  const second = await review(desk, 'Hội Nông dân.csv', csv([heading, row(one), row(two, 2)]));
  expect(second.lines[0]).toMatchObject({ line: 2, state: 'elsewhere', others: ['Trạm Y tế'] });
  desk.call('roster.apply', { reviewId: second.reviewId });
  expect(desk.call('roster.list', {}).map(({ name, figures }) => [name, figures.people])).toEqual([
    ['Hội Nông dân', 2],
    ['Trạm Y tế', 1],
  ]);
});

test('a name that a formula shows is nobody, and a number that one shows is none', async () => {
  const rows = [heading, row(one), row(two, 2)];
  const cells = new Map([
    ['1,1', { formula: 'A1', value: one.fullName }],
    ['2,4', { formula: 'B2', value: two.idNumber }],
  ]);
  const book = await writeXlsx({ sheets: [{ name: 'DS', rows, cells }] });
  const { lines } = await review(openTestDesk(), 'ds.xlsx', book);
  expect(lines.map(({ line, state, doubt }) => [line, state, doubt])).toEqual([
    [2, 'unreadable', null],
    [3, 'doubtful', 'number'],
  ]);
});

describe('lists as offices send them', () => {
  test('birth dates of men and women in two columns, under a heading of two rows', async () => {
    const rows = [
      ['STT', 'Họ và tên', 'Năm sinh', '', 'Số định danh cá nhân'],
      ['', '', 'Nam', 'Nữ', ''],
      ...[one, two, three].map((person, at) => [
        String(at + 1),
        person.fullName,
        person.sex === 'male' ? person.birthDate.slice(0, 4) : '',
        person.sex === 'female' ? person.birthDate.slice(0, 4) : '',
        person.idNumber,
      ]),
    ];
    const { counts, lines } = await review(openTestDesk(), 'ds.csv', csv(rows));
    expect(counts).toMatchObject({ new: 3 });
    expect(lines.map(({ birthDate }) => birthDate)).toEqual(
      [one, two, three].map(({ birthDate }) => birthDate.slice(0, 4)),
    );
  });

  test('family name and given name in two columns, by headings or under one over both', async () => {
    const split = (person: typeof one): string[] => [
      person.fullName.split(' ').slice(0, -1).join(' '),
      person.fullName.split(' ').at(-1) ?? '',
      person.idNumber,
    ];
    const byHeadings = await review(
      openTestDesk(),
      'ds.csv',
      csv([['Họ và tên đệm', 'Tên', 'CCCD'], split(one)]),
    );
    expect(byHeadings.lines[0]?.fullName).toBe(one.fullName);
    const book = await writeXlsx({
      sheets: [
        {
          name: 'DS',
          rows: [['Họ và tên', null, 'CCCD'], split(one)],
          merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 1 }],
        },
      ],
    });
    const underOne = await review(openTestDesk(), 'ds.xlsx', book);
    expect(underOne.lines[0]?.fullName).toBe(one.fullName);
  });

  test('pasted without a heading, by what stands in the columns', async () => {
    const pasted = [one, two]
      .map((person) => [person.fullName, slashed(person.birthDate), person.idNumber].join('\t'))
      .join('\n');
    const { counts, lines, name } = await review(openTestDesk(), 'Dán từ Excel.tsv', pasted);
    expect(counts).toMatchObject({ new: 2 });
    expect(lines.map(({ fullName, birthDate }) => [fullName, birthDate])).toEqual(
      [one, two].map(({ fullName, birthDate }) => [fullName, birthDate]),
    );
    expect(name).toBe('Dán từ Excel');
  });

  test('names alone', async () => {
    const { counts } = await review(openTestDesk(), 'ds.csv', `${one.fullName}\n${two.fullName}\n`);
    expect(counts).toMatchObject({ 'no-number': 2 });
  });

  test('the row of column numbers, a heading repeated on the next page, a sum and who signs are nobody', async () => {
    const rows = [
      heading,
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      row(one),
      heading,
      row(two, 2),
      ['', 'Tổng số: 02 người', '', '', ''],
      ['', '', 'Ngày 05 tháng 6 năm 2023', '', ''],
      ['', '', '', '', 'HIỆU TRƯỞNG'],
    ];
    const { total, counts } = await review(openTestDesk(), 'ds.csv', csv(rows));
    expect({ total, fresh: counts.new }).toEqual({ total: 2, fresh: 2 });
  });
});

test('the head of an agency, and who is named like a sum or a room, are people; Hoa and Hòa of one year are two', async () => {
  const people = [
    ['Nguyễn Văn Mẫu', '1970', 'Hiệu trưởng'],
    ['Tống Thị Mẫu', '1980', ''],
    ['Trương Thị Mẫu', '', ''],
    ['An Đình Mẫu', '1981', ''],
    ['Công Tằng Mẫu', '1982', 'Giám đốc'],
    ['Trần Thị Hoa', '1983', ''],
    ['Trần Thị Hòa', '1983', ''],
  ];
  const rows = [
    ['Họ và tên', 'Năm sinh', 'Chức vụ'],
    ['Tổ Văn', '', ''],
    ...people,
    ['Tổng: 7 người', '', ''],
    ['Kế toán', '', 'Hiệu trưởng'],
  ];
  const { lines, counts } = await review(openTestDesk(), 'ds.csv', csv(rows));
  expect(lines.map(({ fullName, unit }) => [fullName, unit])).toEqual(
    people.map(([fullName]) => [fullName, 'Tổ Văn']),
  );
  expect(counts['no-number']).toBe(people.length);
});

test.each([
  [
    'no column of names',
    csv([
      ['STT', 'Số CCCD', 'Ghi chú'],
      ['1', '1', ''],
    ]),
    'columns-missing',
  ],
  [
    'letters of an old font',
    csv([heading, ...[1, 2, 3].map((at) => ['1', `NguyÔn ThÞ Lª ${'abc'[at]}`, '', '', ''])]),
    'old-letters',
  ],
  [
    'two columns of numbers',
    csv([
      [...heading, 'CMND'],
      [...row(one), ''],
    ]),
    'columns-doubled',
  ],
  ['a heading alone', csv([heading]), 'no-rows'],
  [
    'more people than any staff',
    csv([
      heading,
      ...Array.from({ length: 5_001 }, (_, at) => [
        String(at + 1),
        `Trần Văn Mẫu ${'abcdefghij'[at % 10]}`,
        '',
        '',
        '',
      ]),
    ]),
    'too-many-people',
  ],
])('a file with %s is refused with its reason', async (_, bytes, reason) => {
  expect(await refusal(openTestDesk(), 'ds.csv', bytes)).toMatchObject({ code: 'extract-refused', reason });
});
