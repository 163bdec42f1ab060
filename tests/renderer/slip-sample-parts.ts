import type { Slip } from '#shared/domain/slip/slip.ts';
import { logoDots } from '#shared/domain/slip/logo.ts';
import { shippedDesign } from '#shared/domain/slip/design.ts';

type SlipRequest = Slip['requests'][number];
type Counted = NonNullable<SlipRequest['due']>['days'];

const strip = (...days: [date: string, kind: Counted[number]['kind'], index?: number][]): Counted =>
  days.map(([date, kind, index]) => ({ date, kind, index: index ?? null }));

export const threeWorkingDays: SlipRequest['due'] = {
  dueOn: '2026-11-25',
  limit: { value: 3, unit: 'working-day' },
  provisional: false,
  days: strip(
    ['2026-11-20', 'received'],
    ['2026-11-21', 'off'],
    ['2026-11-22', 'off'],
    ['2026-11-23', 'counted', 1],
    ['2026-11-24', 'counted', 2],
    ['2026-11-25', 'due', 3],
  ),
};

export const sevenWorkingDays: SlipRequest['due'] = {
  dueOn: '2026-12-01',
  limit: { value: 7, unit: 'working-day' },
  provisional: false,
  days: strip(
    ['2026-11-20', 'received'],
    ['2026-11-21', 'off'],
    ['2026-11-22', 'off'],
    ['2026-11-23', 'counted', 1],
    ['2026-11-24', 'counted', 2],
    ['2026-11-25', 'counted', 3],
    ['2026-11-26', 'counted', 4],
    ['2026-11-27', 'counted', 5],
    ['2026-11-28', 'off'],
    ['2026-11-29', 'off'],
    ['2026-11-30', 'counted', 6],
    ['2026-12-01', 'due', 7],
  ),
};

export const paper = (
  code: string,
  state: SlipRequest['papers'][number]['state'],
  note: string | null = null,
): SlipRequest['papers'][number] => ({ paper: code, required: code === 'id-card', state, note });

export const request = (part: Partial<SlipRequest>): SlipRequest => ({
  procedure: 'level-2',
  forWhom: null,
  outcome: 'taken',
  activated: false,
  papers: [
    paper('id-card', 'seen'),
    paper('health-insurance', 'seen'),
    paper('vehicle-registration', 'seen'),
  ],
  due: null,
  limit: null,
  representative: null,
  provisional: false,
  ...part,
});

export const message = (name: string): string =>
  `Cuc Canh sat QLHC ve TTXH thong bao: Ho so dang ky tai khoan dinh danh dien tu cua cong dan ${name} da duoc phe duyet. De nghi truy cap ung dung VNeID hoac dia chi https://vneid.gov.vn de kich hoat tai khoan.`;

/** The design every office starts with. */
const shippedLook: Slip['design'] = {
  version: 1,
  logo: null,
  officeLines: [],
  footer: [],
  number: [...shippedDesign.number],
  guidance: [...shippedDesign.guidance],
};

/** A ring of black dots, as a logo could be. */
export const ringLogo = ((): NonNullable<Slip['design']['logo']> => {
  const [width, height] = [104, 104];
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot(x - 51.5, y - 51.5);
      if ((away < 51 && away > 42) || away < 16) pixels.set([0, 0, 0, 255], (y * width + x) * 4);
    }
  }
  const logo = logoDots(pixels, width, height);
  if (logo === null) throw new Error('the ring has no ink');
  return logo;
})();

export const slip = (part: Partial<Slip>): Slip => ({
  sheet: 'guidance',
  format: '80',
  language: 'vi',
  large: false,
  design: shippedLook,
  office: {
    superior: 'CÔNG AN TỈNH LAM GIANG',
    name: 'CÔNG AN PHƯỜNG ĐỒNG SEN',
    address: 'Số 12 đường Hoa Gạo',
    openingHours: 'Thứ Hai đến thứ Sáu: 7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ 00',
    phone: '0296 000 017',
    hotline: '1900.0368',
  },
  training: false,
  number: 'A017',
  businessDay: '2026-11-20',
  counter: 'Quầy 2',
  issuedAt: '2026-11-20T01:42:00.000Z',
  printedAt: '2026-11-20T02:12:00.000Z',
  copy: 0,
  priority: false,
  person: { fullName: 'Nguyễn Thị Bưởi', idNumberMasked: '079*****3456', phoneMasked: '09*****567' },
  ahead: null,
  estimate: null,
  requests: [request({})],
  activationDays: 7,
  noticeDayCounts: false,
  activationWays: ['app'],
  stores: { appStore: '', googlePlay: '' },
  message: null,
  rulePack: { id: 'nd-69-2024', title: 'Nghị định 69/2024/NĐ-CP và Luật Căn cước' },
  ...part,
});

/** 200 letters of a name, with capitals that carry two marks. */
export const longName = 'Nguyễn Phạm Ẩn Ổn Ữ Đặng Thị Phượng '.repeat(6).slice(0, 200).trim();

export const number = (part: Partial<Slip>): Slip =>
  slip({
    sheet: 'number',
    counter: null,
    ahead: 6,
    printedAt: '2026-11-20T01:42:00.000Z',
    requests: [
      request({
        outcome: null,
        papers: [
          paper('id-card', null),
          paper('health-insurance', null),
          paper('vehicle-registration', null),
        ],
      }),
    ],
    person: null,
    ...part,
  });
