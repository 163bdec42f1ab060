import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { CUT_MARK, printable, printableSlip } from '#shared/domain/slip/printable.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';

describe('a text as it can go to paper', () => {
  test.each([
    ['Nguyễn Thị Bưởi', 'Nguyễn Thị Bưởi'],
    ['Ỳ Ỵ Ỷ Ỹ ẵ ẳ ợ ữ ₫', 'Ỳ Ỵ Ỷ Ỹ ẵ ẳ ợ ữ ₫'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['<b>Ẩn</b> & "Ổn"', '<b>Ẩn</b> & "Ổn"'],
    ['một\nhai\tba\u2028bốn', 'một hai ba bốn'],
    ['Lê\u0000\u0007 Ẩn\u202e\ufeff', 'Lê Ẩn'],
    ['nửa \ud83d chữ', 'nửa □ chữ'],
    ['\ue000', '□'],
    ['阮氏 👩‍👩‍👧', '阮氏 👩‍👩‍👧'],
    ['  ', ''],
  ])('%j becomes %j', (text, printed) => {
    expect(printable(text, 60)).toBe(printed);
  });

  test('what is cut ends with a mark, between letters, and is never longer than asked', () => {
    expect(printable('Bưởi '.repeat(1000), 12)).toBe(`Bưởi Bưởi B${CUT_MARK}`);
    expect(printable('👩‍👩‍👧'.repeat(9), 3)).toBe(`👩‍👩‍👧👩‍👩‍👧${CUT_MARK}`);
    expect(printable(`a${'\u0301'.repeat(5000)}`, 60)).toMatch(/^á.{0,4}…?$/u);
  });

  test('only what lost a letter gets the mark', () => {
    expect(printable('Bưởi Ổi', 7)).toBe('Bưởi Ổi');
    expect(printable('Bưởi Ổi', 6)).toBe(`Bưởi${CUT_MARK}`);
    // More signs than letters, and none of them behind the last sign that is read.
    expect(printable('👩‍👩‍👧'.repeat(3), 3)).toBe('👩‍👩‍👧'.repeat(3));
    expect(printable(`Ổi${'\u0007'.repeat(22)}`, 3)).toBe('Ổi');
    expect(printable(`Ổi${'\u0007'.repeat(23)}`, 3)).toBe(`Ổi${CUT_MARK}`);
  });

  test('any text at all is well-formed, on one line and short enough, and printing it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 2, max: 80 }),
        (text, most) => {
          const printed = printable(text, most);
          expect(printed.isWellFormed()).toBe(true);
          expect(printed).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect([...new Intl.Segmenter('vi').segment(printed)].length).toBeLessThanOrEqual(most);
          expect(printable(printed, most)).toBe(printed);
        },
      ),
    );
  });
});

/** A slip that holds every field there is. */
const fullSlip: Slip = {
  sheet: 'guidance',
  format: 'a5',
  language: 'vi',
  large: false,
  design: {
    version: 2,
    logo: { width: 8, height: 1, dots: 'gA==' },
    officeLines: ['Tổ một cửa'],
    footer: ['Hòm thư góp ý cạnh cửa'],
    number: ['ahead'],
    guidance: ['window', 'ask'],
  },
  office: {
    superior: 'Công an tỉnh Thử',
    name: 'Công an phường Thử',
    address: '1 Đường Ví Dụ',
    openingHours: '07:30–17:00',
    phone: '0296 000 017',
    hotline: '0200 000 000',
  },
  training: false,
  number: 'A001',
  businessDay: '2026-11-20',
  counter: 'Quầy 1',
  issuedAt: '2026-11-20T00:30:00.000Z',
  printedAt: '2026-11-20T00:31:00.000Z',
  copy: 0,
  priority: false,
  person: { fullName: 'Trần Thị Mẫu', idNumberMasked: '00•••••••001', phoneMasked: '09••••••01' },
  ahead: 2,
  estimate: { fromMinutes: 4, toMinutes: 9 },
  requests: [
    {
      procedure: 'level-2',
      forWhom: 'Trần Văn Mẫu',
      organisation: { name: 'Công ty Mẫu', taxNumber: '9999999901' },
      outcome: 'referred',
      activated: false,
      papers: [{ paper: 'id-card', required: true, state: 'missing', note: 'Bản chính' }],
      referral: {
        places: [
          { name: 'Trung tâm Thử', address: '2 Đường Ví Dụ', hours: '08:00–16:00', phone: '0296 000 001' },
        ],
        reason: 'other',
      },
      representative: { kind: 'parent', name: 'Trần Thị Mẫu', confirms: true },
      provisional: false,
      limit: { value: 1, unit: 'working-day' },
      due: {
        dueOn: '2026-11-25',
        limit: { value: 3, unit: 'working-day' },
        provisional: false,
        days: [{ date: '2026-11-20', kind: 'received', index: null }],
      },
    },
  ],
  activationDays: 7,
  noticeDayCounts: false,
  activationWays: ['app'],
  stores: { appStore: 'https://vi-du.vn/a', googlePlay: 'https://vi-du.vn/g' },
  message: 'Ho so cua TRAN THI MAU',
  rulePack: { id: 'thu', title: 'Văn bản thử' },
};

/** What people typed and paper shows; every other text of a slip is a code, a date, a mask or an address of a store. */
const TYPED = [
  'design.officeLines.0',
  'design.footer.0',
  'office.superior',
  'office.name',
  'office.address',
  'office.openingHours',
  'office.phone',
  'office.hotline',
  'number',
  'counter',
  'person.fullName',
  'requests.0.forWhom',
  'requests.0.organisation.name',
  'requests.0.papers.0.note',
  'requests.0.referral.places.0.name',
  'requests.0.referral.places.0.address',
  'requests.0.referral.places.0.hours',
  'requests.0.referral.places.0.phone',
  'requests.0.representative.name',
  'message',
  'rulePack.title',
];
const CODES =
  /^(sheet|format|language|businessDay|(issued|printed)At|design\.(logo|number|guidance)\b.*|person\..*Masked|requests\.0\.(procedure|outcome|organisation\.taxNumber|referral\.reason|representative\.kind|limit\.unit|due\..*|papers\.0\.(paper|state))|activationWays\.0|stores\..*|rulePack\.id)$/;

function texts(node: unknown, path: string[] = []): string[] {
  if (typeof node === 'string') return [path.join('.')];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, part]) => texts(part, [...path, key]));
}

type Tree = { [key: string]: Tree };

/** The text at a path, after it was set there if one is given. */
function at(slip: Slip, path: string, text?: string): unknown {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Tree>((node, key) => node[key] ?? {}, slip as unknown as Tree) as Record<
    string,
    unknown
  >;
  if (text !== undefined) holder[last] = text;
  return holder[last];
}

describe('a slip as it can go to paper', () => {
  test('has each of its texts either typed by somebody or made by the program', () => {
    expect(texts(fullSlip).filter((path) => !CODES.test(path))).toEqual(TYPED);
  });

  test.each(TYPED)('%s is cleaned and cut', (path) => {
    const slip = structuredClone(fullSlip);
    at(slip, path, `Lê\u202e\n  Ẩn\u0007`);
    expect(at(printableSlip(slip), path)).toBe('Lê Ẩn');
    at(slip, path, 'Bưởi '.repeat(2000));
    expect(at(printableSlip(slip), path)).toMatch(/^(Bưởi ?)+B?ư?ở?i?…$/u);
  });

  test.each(TYPED)('%s keeps as many letters as it may have', (path) => {
    const kind = path.endsWith('number')
      ? 12
      : path.endsWith('note')
        ? 300
        : path.endsWith('message')
          ? 600
          : undefined;
    const most =
      kind ??
      (/(fullName|forWhom|organisation.name|title|address|representative\.name)$/.test(path) ? 200 : 120);
    const slip = structuredClone(fullSlip);
    at(slip, path, 'ở'.repeat(most));
    expect(printableSlip(slip)).toEqual(slip);
    at(slip, path, 'ở'.repeat(most + 1));
    expect(at(printableSlip(slip), path)).toBe(`${'ở'.repeat(most - 1)}${CUT_MARK}`);
  });

  test('is not touched where nothing is wrong with it', () => {
    expect(printableSlip(fullSlip)).toEqual(fullSlip);
  });
});
