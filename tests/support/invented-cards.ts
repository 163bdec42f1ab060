import provinceCodes from '#shared/rules/province-codes.json' with { type: 'json' };
import { mrzCheckDigit } from '#shared/domain/identity/mrz.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';

/** An invented person: structurally valid, of nobody. Dates are ISO. */
export type InventedPerson = {
  idNumber: string;
  oldIdNumber?: string;
  fullName: string;
  birthDate: string;
  sex: 'male' | 'female';
  address: string;
  issuedOn: string;
};

/** The same seed invents the same people on every machine. */
export function seededRandom(seed: number): () => number {
  return chance(seed).next;
}

const families = [
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
  'Ksor',
  'Rơ Châm',
  'Quàng',
  'Giàng',
  'Lò',
  'An',
  'Cao',
];
const middles = [
  'Văn',
  'Thị',
  'Ngọc',
  'Minh',
  'Hữu',
  'Đức',
  'Xuân',
  'Thuỳ',
  'Thùy',
  'Quang',
  'Bảo',
  '',
  'Kim Ngân',
  'Thị Mỹ',
  "H'",
  'Tấn',
];
const givens = [
  'An',
  'Ân',
  'Bình',
  'Chi',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hòa',
  'Hoà',
  'Thúy',
  'Thuý',
  'Khuê',
  'Lệ',
  'Ước',
  'Oanh',
  'Phượng',
  'Quỳnh',
  'Sử',
  'Tuyết',
  'Uyên',
  'Vỹ',
  'Ý',
  'Yến',
  'Nguyệt',
];
const homes = [
  'Thôn Ví Dụ',
  'Tổ 5, Khu phố Mẫu',
  'Số 12/3 Đường Thử Nghiệm',
  'Ấp 4',
  'Bản Mẫu',
  'Căn hộ A1-05, Toà nhà Ví Dụ',
];
const communes = ['Xã Thử', 'Phường Ví Dụ', 'Thị trấn Mẫu', 'Phường 7', 'Xã Ia Mẫu'];
const districts = ['Huyện Mẫu, Tỉnh Ví Dụ', 'Quận 1, TP. Ví Dụ', 'Thành phố Thử Nghiệm'];

/** Invents one person; `lastIssue` bounds the day of issue by year. */
export function inventPerson(random: () => number): InventedPerson {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const sex = random() < 0.5 ? 'male' : 'female';
  const year = number(1930, 2018);
  const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0);
  const idNumber = `${pick(provinceCodes.provinces).code}${century}${pad(year % 100, 2)}${pad(number(0, 999_999), 6)}`;
  const birthDate =
    random() < 0.08 ? String(year) : `${year}-${pad(number(1, 12), 2)}-${pad(number(1, 28), 2)}`;
  return {
    idNumber,
    ...(random() < 0.5 ? { oldIdNumber: pad(number(10_000_000, 399_999_999), 9) } : {}),
    fullName: [pick(families), pick(middles), pick(givens)].filter((word) => word !== '').join(' '),
    birthDate,
    sex,
    address: [pick(homes), pick(communes), pick(districts)].join(', '),
    issuedOn: `${number(2021, 2026)}-${pad(number(1, 12), 2)}-${pad(number(1, 28), 2)}`,
  };
}

/** An ISO day as `ddmmyyyy`; a year alone stays a year. */
function cardDate(date: string): string {
  return date.length === 4 ? date : `${date.slice(8)}${date.slice(5, 7)}${date.slice(0, 4)}`;
}

/** The QR of a chip CCCD: seven fields. */
export function qrCccd(person: InventedPerson): string {
  return [
    person.idNumber,
    person.oldIdNumber ?? '',
    person.fullName,
    cardDate(person.birthDate),
    person.sex === 'male' ? 'Nam' : 'Nữ',
    person.address,
    cardDate(person.issuedOn),
  ].join('|');
}

/** Names only the extra fields carry; they must never come back. */
export const PARENTS = ['Phan Cha Mẫu', 'Đoàn Mẹ Mẫu'] as const;

/** The QR of a thẻ Căn cước, in one of the orders that the rules allow: extra fields at the end, or the old number behind. */
export function qrCanCuoc(person: InventedPerson, random: () => number): string {
  const extra = random() < 0.5 ? ['', '', ...PARENTS] : ['', ...PARENTS, '272099000000', ''];
  if (random() < 0.5) return [qrCccd(person), ...extra].join('|');
  const { idNumber, fullName, birthDate, sex, address, issuedOn, oldIdNumber } = person;
  return [
    idNumber,
    fullName,
    cardDate(birthDate),
    sex === 'male' ? 'Nam' : 'Nữ',
    address,
    cardDate(issuedOn),
    oldIdNumber ?? '',
    ...extra,
  ].join('|');
}

/** The three MRZ lines of a chip CCCD. A birth year alone has zeros for month and day. */
export function mrzCard(person: InventedPerson): string {
  const tail = person.idNumber.slice(3);
  const first = `IDVNM${tail}${mrzCheckDigit(tail)}${person.idNumber}<<${mrzCheckDigit(person.idNumber)}`;
  const birth =
    person.birthDate.length === 4
      ? `${person.birthDate.slice(2)}0000`
      : person.birthDate.slice(2).replaceAll('-', '');
  const expiry = `${String(30 + (Number(person.birthDate.slice(2, 4)) % 20))}0101`;
  const middle = `${birth}${mrzCheckDigit(birth)}${person.sex === 'male' ? 'M' : 'F'}${expiry}${mrzCheckDigit(expiry)}VNM${'<'.repeat(11)}`;
  const composite = mrzCheckDigit(
    first.slice(5) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29),
  );
  const [family = '', ...rest] = mrzName(person).split(' ');
  return [first, `${middle}${composite}`, `${family}<<${rest.join('<')}`.padEnd(30, '<').slice(0, 30)].join(
    '\n',
  );
}

/** The name as the MRZ writes it: capitals without marks. */
export function mrzName(person: InventedPerson): string {
  return foldName(person.fullName)
    .replace(/[^a-z ]/g, '')
    .toUpperCase();
}

/** The QR of a thẻ BHYT with a 15-character number. */
export function healthQr(person: InventedPerson): string {
  const hex = (text: string) =>
    Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const slashed = (date: string) =>
    date.length === 4 ? date : `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return [
    healthNumber(person),
    hex(person.fullName),
    slashed(person.birthDate),
    person.sex === 'male' ? '1' : '2',
    hex(person.address),
    '79 - 034',
    slashed(person.issuedOn),
    '-',
    slashed(person.issuedOn),
    '7900000000000',
    hex(PARENTS[0]),
    '4',
    slashed(person.issuedOn),
    '0f0f0f0f-7102',
    '$',
  ].join('|');
}

/** The 15-character BHYT number {@link healthQr} gives a person. */
export function healthNumber(person: InventedPerson): string {
  return `GD4${person.idNumber.slice(1, 3)}${person.idNumber.slice(2)}`;
}
