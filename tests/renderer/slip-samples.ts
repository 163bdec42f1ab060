import { packFor } from '#shared/rules/packs.ts';
import { slipRules } from '#shared/domain/slip/compose-slip.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import {
  longName,
  message,
  number,
  paper,
  request,
  ringLogo,
  sevenWorkingDays,
  slip,
  threeWorkingDays,
} from './slip-sample-parts.ts';

/** Invented slips, one for each thing a sheet can say. */
export const slipSamples = {
  taken: slip({ requests: [request({ due: threeWorkingDays })], message: message('NGUYEN THI BUOI') }),
  takenLater: slip({
    requests: [
      request({
        due: threeWorkingDays,
        papers: [
          paper('id-card', 'seen'),
          paper('health-insurance', 'seen'),
          paper('driving-licence', 'missing'),
          paper('vehicle-registration', 'mismatch'),
        ],
      }),
    ],
    message: message('NGUYEN THI BUOI'),
  }),
  takenWithCard: slip({
    number: 'W120',
    requests: [
      request({
        procedure: 'level-2-with-card',
        due: sevenWorkingDays,
        fee: slipRules(packFor('2026-11-20')).fees?.['card-fee-exchange'],
      }),
    ],
    message: message('NGUYEN THI BUOI'),
  }),
  /** A child with its mother on the same ticket; the account needs her confirmation. */
  child: slip({
    number: 'A030',
    person: { fullName: 'Trần Gia Mẫu', idNumberMasked: '001*****0017', phoneMasked: '09*****567' },
    requests: [
      request({
        due: threeWorkingDays,
        papers: [paper('id-card', 'seen'), { ...paper('representative-id-card', 'seen'), required: true }],
        representative: { kind: 'parent', name: 'Nguyễn Thị Bưởi', confirms: true },
      }),
    ],
    message: message('TRAN GIA MAU'),
  }),
  /** The message came before; its days are the citizen's own. */
  activateLater: slip({
    requests: [request({ procedure: 'activate', outcome: 'guided', papers: [paper('id-card', 'seen')] })],
  }),
  twoTaken: slip({
    requests: [
      request({ due: threeWorkingDays }),
      request({
        forWhom: 'Trần Gia Mẫu',
        due: threeWorkingDays,
        papers: [paper('id-card', 'seen')],
        representative: { kind: 'parent', name: 'Nguyễn Thị Bưởi', confirms: true },
      }),
    ],
    message: message('NGUYEN THI BUOI'),
  }),
  activated: slip({
    requests: [request({ procedure: 'activate', activated: true, papers: [paper('id-card', 'seen')] })],
  }),
  papersMissing: slip({
    number: 'A018',
    person: { fullName: 'Lê Văn Ổn', idNumberMasked: '079*****8812', phoneMasked: null },
    requests: [
      request({
        outcome: 'papers-missing',
        papers: [
          paper('id-card', 'seen'),
          paper('health-insurance', 'missing'),
          paper('vehicle-registration', 'mismatch', 'Tên chủ xe khác tên trên thẻ.'),
        ],
      }),
    ],
  }),
  fiveMissing: slip({
    number: 'A019',
    requests: [
      request({
        outcome: 'papers-missing',
        papers: [
          paper('id-card', 'missing', 'Thẻ để ở nhà.'),
          paper('health-insurance', 'missing'),
          paper('driving-licence', 'mismatch', 'Năm sinh trên giấy phép là 1979, trên thẻ là 1978.'),
          paper('vehicle-registration', 'missing'),
          paper('tax-number', 'missing'),
          paper('social-insurance', 'in-vneid'),
        ],
      }),
    ],
  }),
  referred: slip({
    number: 'A021',
    counter: 'Quầy 1',
    person: { fullName: 'Phạm Thị Ẩn', idNumberMasked: '079*****2077', phoneMasked: null },
    requests: [
      request({
        outcome: 'referred',
        papers: [
          paper('id-card', 'mismatch', 'Thẻ căn cước bị hỏng.'),
          paper('health-insurance', null),
          paper('driving-licence', null),
        ],
      }),
    ],
  }),
  referredTo: slip({
    number: 'A026',
    requests: [
      request({
        procedure: 'level-2-with-card',
        outcome: 'referred',
        papers: [paper('id-card', 'mismatch', 'Thẻ căn cước bị hỏng.')],
        referral: {
          reason: 'card-needed',
          places: [
            {
              name: 'Điểm cấp căn cước số 3, Công an tỉnh Lam Giang',
              address: 'Số 45 đường Bến Đá, phường Phú Thạnh',
              hours: 'Thứ Hai đến sáng thứ Bảy, 7 giờ 30 – 16 giờ 30',
              phone: '0296 000 045',
            },
          ],
        },
      }),
    ],
  }),
  /** A child without a card of its own, with the card of its guardian. */
  referredChild: slip({
    number: 'A028',
    requests: [
      request({
        procedure: 'level-2-with-card',
        outcome: 'referred',
        representative: { kind: 'guardian', name: null, confirms: true },
        papers: [
          { ...paper('representative-id-card', null), required: true },
          { ...paper('representation-proof', null), required: true },
          paper('health-insurance', null),
        ],
        referral: {
          reason: 'residence-elsewhere',
          places: [{ name: 'Công an phường Phú Thạnh', address: 'Số 45 đường Bến Đá', hours: '', phone: '' }],
        },
      }),
    ],
  }),
  cardWrong: slip({
    number: 'A029',
    requests: [
      request({
        outcome: 'papers-missing',
        papers: [paper('id-card', 'mismatch', 'Ngày sinh trên thẻ là 02/3, khai sinh là 03/2.')],
      }),
    ],
  }),
  referredToSeveral: slip({
    number: 'A027',
    requests: [
      request({
        outcome: 'referred',
        papers: [],
        referral: {
          reason: null,
          places: [
            { name: 'Công an phường Phú Thạnh', address: 'Số 45 đường Bến Đá', hours: '', phone: '' },
            { name: 'Tổ lưu động số 2', address: '', hours: 'Chiều thứ Năm', phone: '' },
          ],
        },
      }),
    ],
  }),
  guidedLevelOne: slip({
    number: 'A022',
    requests: [
      request({
        procedure: 'level-1',
        outcome: 'guided',
        papers: [paper('id-card', 'seen')],
        limit: { value: 1, unit: 'working-day' },
      }),
    ],
    message: message('NGUYEN THI BUOI'),
  }),
  locked: slip({
    number: 'A023',
    requests: [request({ procedure: 'lock', papers: [paper('id-card', 'seen')] })],
  }),
  unlocked: slip({
    number: 'A024',
    requests: [request({ procedure: 'unlock', papers: [paper('id-card', 'seen')] })],
  }),
  family: slip({
    number: 'A025',
    requests: [
      request({ due: threeWorkingDays }),
      request({ procedure: 'activate', forWhom: 'Trần Văn Ổi', outcome: 'guided', papers: [] }),
      request({
        forWhom: 'Trần Thị Mận',
        outcome: 'papers-missing',
        papers: [paper('id-card', 'seen'), paper('health-insurance', 'missing')],
      }),
    ],
    message: message('NGUYEN THI BUOI'),
  }),
  longName: slip({
    copy: 2,
    training: true,
    person: { fullName: longName, idNumberMasked: '079*****3456', phoneMasked: '09*****567' },
    office: {
      superior: 'CÔNG AN TỈNH LAM GIANG',
      name: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG ĐỒNG SEN THƯỢNG, BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      address: 'Số 12 đường Hoa Gạo, tổ dân phố số 7 khu đô thị mới Bến Đá, phường Đồng Sen Thượng',
      openingHours: '',
      phone: '0296 000 017',
      hotline: '1900.0368',
    },
    requests: [request({ due: threeWorkingDays })],
    message: message('NGUYEN PHAM AN ON U DANG THI PHUONG '.repeat(5).trim()),
  }),
  /** A name of 60 letters, five papers missing and an address of two lines, with every hard letter among them. */
  sixtyLetters: slip({
    number: 'W128',
    office: {
      superior: 'CÔNG AN TỈNH LAM GIANG',
      name: 'CÔNG AN PHƯỜNG ĐỒNG SEN',
      address: 'Nhà văn hóa khu phố Đông Bình Minh, số 112 đường Hoa Gạo nối dài, phường Đồng Sen Thượng',
      openingHours: '7 giờ 30 – 11 giờ 30; 13 giờ 30 – 17 giờ 00',
      phone: '0296 000 017',
      hotline: '1900.0368',
    },
    person: {
      fullName: 'Nguyễn Phạm Thị Ỳ Ỵ Ỷ Ỹ ẵ ẳ ợ ữ Hoàng Phượng Liên Bảo Trân Kiều',
      idNumberMasked: '079*****3456',
      phoneMasked: '09*****567',
    },
    requests: [
      request({
        outcome: 'papers-missing',
        papers: [
          paper('id-card', 'seen'),
          paper('health-insurance', 'missing'),
          paper('driving-licence', 'mismatch', 'Lệ phí đổi giấy phép ghi 135.000 ₫, hỏi lại nơi cấp.'),
          paper('vehicle-registration', 'missing'),
          paper('tax-number', 'missing'),
          paper('social-insurance', 'missing'),
        ],
      }),
    ],
  }),
  /** Everything an office can decide of the look. */
  designed: slip({
    requests: [request({ due: threeWorkingDays })],
    message: message('NGUYEN THI BUOI'),
    design: {
      version: 12,
      logo: ringLogo,
      officeLines: ['Bộ phận Một cửa, tầng 1', 'Gửi xe ở cổng sau, không mất tiền'],
      footer: ['Góp ý về cách phục vụ: hòm thư cạnh cửa ra vào.'],
      number: ['hold'],
      guidance: ['steps', 'window', 'ask'],
    },
  }),
  stores: slip({
    requests: [request({ due: threeWorkingDays })],
    message: message('NGUYEN THI BUOI'),
    noticeDayCounts: true,
    activationWays: ['app', 'web'],
    stores: {
      appStore: 'https://kho-mot.example/vn/ung-dung/id0123456789',
      googlePlay: 'https://kho-hai.example/store/apps/details?id=vn.example.app',
    },
  }),
  unfinished: slip({ counter: null, requests: [request({ outcome: null })] }),
  number: number({}),
  numberReprint: number({ copy: 1, printedAt: '2026-11-20T01:55:00.000Z' }),
  numberWide: number({
    number: 'W1024',
    priority: true,
    training: true,
    ahead: 0,
    requests: [
      request({ outcome: null }),
      request({ outcome: null }),
      request({ outcome: null, procedure: 'level-2-with-card' }),
    ],
  }),
} as const satisfies Record<string, Slip>;

export type SlipSample = keyof typeof slipSamples;
