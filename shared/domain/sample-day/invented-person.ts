import provinces from '#shared/rules/province-codes.json' with { type: 'json' };
import { yearOf, type IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { Chance } from './random.ts';

const family = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Mai',
  'Tạ',
];
const middle = {
  male: ['Văn', 'Đức', 'Minh', 'Quốc', 'Hữu', 'Gia', 'Xuân', 'Ngọc', ''],
  female: ['Thị', 'Thị Kim', 'Ngọc', 'Thu', 'Thị Ánh', 'Thanh', 'Bích', 'Phương'],
} as const;
const given = {
  male: [
    'Bảy',
    'Đạt',
    'Huy',
    'Ẩn',
    'Trí',
    'Khôi',
    'Mạnh',
    'Thưởng',
    'Tuấn',
    'Sơn',
    'Phúc',
    'Lợi',
    'Kỳ',
    'Nghĩa',
  ],
  female: [
    'Oanh',
    'Tuyết',
    'Ẩm',
    'Uyên',
    'Lụa',
    'Ứng',
    'Ánh',
    'Hà',
    'Yến',
    'Mỹ',
    'Nguyệt',
    'Phượng',
    'Thảo',
    'Quyên',
  ],
} as const;

export type InventedPerson = {
  readonly fullName: string;
  readonly idNumber: string;
  readonly birthDate: IsoDate;
  readonly sex: 'male' | 'female';
  readonly phone: string;
};

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A person nobody is: a plausible name and a number of valid structure (province, century and sex, year) drawn by chance.
 * `age` is in completed years on the day, both ends included.
 */
export function inventPerson(
  luck: Chance,
  on: IsoDate,
  age: { readonly least: number; readonly most: number },
): InventedPerson {
  const sex = luck.happens(0.5) ? 'male' : 'female';
  const years = luck.whole(age.least, age.most);
  const birthday = `${two(luck.whole(1, 12))}-${two(luck.whole(1, 28))}`;
  const year = yearOf(on) - years - (birthday > on.slice(5) ? 1 : 0);
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0);
  const province = luck.pick(provinces.provinces).code;
  const serial = String(luck.whole(0, 999_999)).padStart(6, '0');
  const name = [luck.pick(family), luck.pick(middle[sex]), luck.pick(given[sex])]
    .filter((part) => part !== '')
    .join(' ');
  return {
    fullName: name,
    idNumber: `${province}${century}${two(year % 100)}${serial}`,
    birthDate: `${year}-${birthday}`,
    sex,
    phone: `09${String(luck.whole(0, 99_999_999)).padStart(8, '0')}`,
  };
}
