import type { Outcome, PaperCode, Procedure } from '../../domain/procedure/vocabulary.ts';

/** Short words over narrow columns of the day sheet. */
const outcomeVi: Record<Outcome, string> = {
  taken: 'Thu nhận',
  'papers-missing': 'Hẹn bổ sung',
  referred: 'Chuyển nơi khác',
  guided: 'Hướng dẫn',
  left: 'Bỏ về',
  cancelled: 'Hủy',
};

const outcomeEn: Record<Outcome, string> = {
  taken: 'Taken',
  'papers-missing': 'Papers missing',
  referred: 'Referred',
  guided: 'Guided',
  left: 'Left',
  cancelled: 'Cancelled',
};

const procedureVi: Record<Procedure, string> = {
  'level-1': 'Tài khoản mức 1',
  'level-2': 'Tài khoản mức 2',
  'level-2-with-card': 'Mức 2 cùng thẻ căn cước',
  activate: 'Kích hoạt tài khoản',
  lock: 'Khóa tài khoản',
  unlock: 'Mở khóa tài khoản',
  guidance: 'Hướng dẫn',
  organisation: 'Tài khoản tổ chức',
};

const procedureEn: Record<Procedure, string> = {
  'level-1': 'Level 1 account',
  'level-2': 'Level 2 account',
  'level-2-with-card': 'Level 2 with identity card',
  activate: 'Account activation',
  lock: 'Account lock',
  unlock: 'Account unlock',
  guidance: 'Guidance',
  organisation: 'Organisation account',
};

const paperVi: Record<PaperCode, string> = {
  'id-card': 'Thẻ căn cước, CCCD',
  'health-insurance': 'Thẻ bảo hiểm y tế',
  'driving-licence': 'Giấy phép lái xe',
  'vehicle-registration': 'Giấy đăng ký xe',
  'tax-number': 'Mã số thuế',
  'social-insurance': 'Bảo hiểm xã hội',
  'common-passport': 'Hộ chiếu',
  'fishing-vessel': 'Giấy đăng ký tàu cá',
  degree: 'Bằng cấp',
  'school-record': 'Học bạ',
  'vehicle-insurance': 'Bảo hiểm xe',
  passport: 'Hộ chiếu nước ngoài',
  'residence-card': 'Thẻ thường trú, tạm trú',
  'representative-id-card': 'Thẻ của người đại diện',
  'representation-proof': 'Giấy chứng minh giám hộ',
};

const paperEn: Record<PaperCode, string> = {
  'id-card': 'Identity card',
  'health-insurance': 'Health insurance card',
  'driving-licence': 'Driving licence',
  'vehicle-registration': 'Vehicle registration',
  'tax-number': 'Tax number',
  'social-insurance': 'Social insurance',
  'common-passport': 'Passport',
  'fishing-vessel': 'Fishing vessel',
  degree: 'Degree or diploma',
  'school-record': 'School record',
  'vehicle-insurance': 'Vehicle insurance',
  passport: 'Foreign passport',
  'residence-card': 'Residence card',
  'representative-id-card': "Representative's card",
  'representation-proof': 'Proof of guardianship',
};

const viDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // Official papers write days below 10 and the months January and February with a zero before them.
  return `ngày ${String(day).padStart(2, '0')} tháng ${month <= 2 ? `0${month}` : month} năm ${year}`;
};

export const exportFileVi = {
  sheetName: 'Số liệu ngày',
  title: 'SỐ LIỆU NGÀY',
  training: 'SỐ LIỆU TẬP HUẤN, KHÔNG DÙNG ĐỂ BÁO CÁO',
  officeCode: 'Mã đơn vị:',
  receivingLevel: 'Nơi nhận báo cáo:',
  dayInWords: (weekday: string, date: string): string => `${weekday}, ${viDate(date)}`,
  version: (version: number, time: string, day: string): string =>
    `Phiên bản ${version}, chốt lúc ${time} ngày ${day}`,
  notFrozen: (time: string, day: string): string =>
    `Số liệu tạm tính lúc ${time} ngày ${day}, ngày chưa chốt`,
  footVersion: (version: number): string => `Phiên bản ${version}`,
  footNotFrozen: 'Tạm tính',
  footChain: (head: string): string => `Dấu nhật ký ${head}`,
  footPage: (page: string, pages: string): string => `Trang ${page}/${pages}`,

  mainHeading: '1. Hai số liệu chính',
  taken: 'Hồ sơ cấp tài khoản đã thu nhận',
  activated: 'Tài khoản đã kích hoạt',
  takenPart: (procedure: string, count: string): string => `${procedure}: ${count}`,
  activatedPart: (desk: string, elsewhere: string): string =>
    `Tại quầy: ${desk}; ngoài quầy, đã xác nhận: ${elsewhere}.`,
  activatedRule: 'Chỉ tính khi đã đăng nhập được VNeID.',

  ticketHeading: '2. Số thứ tự',
  tickets: 'Số thứ tự',
  wholeDay: 'Cả ngày',
  ticketColumns: {
    issued: 'Đã cấp',
    priority: 'Có ưu tiên',
    served: 'Đã tiếp',
    notHere: 'Vắng khi gọi',
    left: 'Bỏ về',
    cancelled: 'Hủy',
    open: 'Chưa xong',
  },
  ticketNote: 'Số có ưu tiên, số vắng khi gọi nằm trong số đã cấp.',

  requestHeading: '3. Yêu cầu theo thủ tục và kết quả',
  procedureColumn: 'Thủ tục',
  requestTotal: 'Yêu cầu',
  requestOpen: 'Chưa xong',
  requestActivated: 'Kích hoạt tại quầy',
  total: 'Tổng cộng',
  requestNote: 'Một số thứ tự có thể có nhiều yêu cầu.',
  outcome: outcomeVi,
  procedure: procedureVi,

  paperHeading: '4. Giấy tờ đã kiểm tra',
  paperColumn: 'Giấy tờ',
  paperTotal: 'Cộng',
  paperColumns: {
    seen: 'Bản gốc đã xem',
    inVneid: 'Đã có trên VNeID',
    missing: 'Thiếu',
    mismatch: 'Sai lệch',
    notWanted: 'Không nhu cầu',
  },
  paper: (code: PaperCode): string => paperVi[code] ?? code,
  noPapers: 'Chưa kiểm tra giấy tờ nào.',
  noRequests: 'Chưa có yêu cầu nào.',

  timeHeading: '5. Thời gian (phút)',
  timeColumn: 'Khoảng thời gian',
  timeColumns: { count: 'Số lượt', medianMs: 'Trung vị', p90Ms: '90% không quá' },
  times: { waiting: 'Chờ đến lượt', serving: 'Tiếp tại quầy' },
  noTime: '–',

  madeBy: 'NGƯỜI LẬP',
  leader: 'TRƯỞNG ĐƠN VỊ',
  signature: '(Ký, ghi rõ họ tên)',
};

export const exportFileEn: typeof exportFileVi = {
  sheetName: 'Day figures',
  title: 'FIGURES OF THE DAY',
  training: 'TRAINING FIGURES, NOT FOR REPORTING',
  officeCode: 'Office code:',
  receivingLevel: 'Reported to:',
  dayInWords: (weekday, date) => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return `${weekday}, ${day} ${months[month - 1]} ${year}`;
  },
  version: (version, time, day) => `Version ${version}, frozen at ${time} on ${day}`,
  notFrozen: (time, day) => `Provisional figures at ${time} on ${day}, the day is not closed`,
  footVersion: (version) => `Version ${version}`,
  footNotFrozen: 'Provisional',
  footChain: (head) => `Journal mark ${head}`,
  footPage: (page, pages) => `Page ${page}/${pages}`,

  mainHeading: '1. The two main figures',
  taken: 'Account applications taken',
  activated: 'Accounts activated',
  takenPart: (procedure, count) => `${procedure}: ${count}`,
  activatedPart: (desk, elsewhere) => `At the desk: ${desk}; elsewhere, confirmed: ${elsewhere}.`,
  activatedRule: 'Counted only once signed in to VNeID.',

  ticketHeading: '2. Tickets',
  tickets: 'Tickets',
  wholeDay: 'Whole day',
  ticketColumns: {
    issued: 'Issued',
    priority: 'Priority',
    served: 'Served',
    notHere: 'Absent once',
    left: 'Left',
    cancelled: 'Cancelled',
    open: 'Open',
  },
  ticketNote: 'Priority tickets and those absent when called are among the issued.',

  requestHeading: '3. Requests by procedure and outcome',
  procedureColumn: 'Procedure',
  requestTotal: 'Requests',
  requestOpen: 'Open',
  requestActivated: 'Activated here',
  total: 'Total',
  requestNote: 'One ticket may hold several requests.',
  outcome: outcomeEn,
  procedure: procedureEn,

  paperHeading: '4. Papers checked',
  paperColumn: 'Paper',
  paperTotal: 'Total',
  paperColumns: {
    seen: 'Original seen',
    inVneid: 'Already in VNeID',
    missing: 'Missing',
    mismatch: 'Mismatch',
    notWanted: 'Not wanted',
  },
  paper: (code) => paperEn[code] ?? code,
  noPapers: 'No paper was checked yet.',
  noRequests: 'There is no request yet.',

  timeHeading: '5. Times (minutes)',
  timeColumn: 'Period',
  timeColumns: { count: 'Count', medianMs: 'Median', p90Ms: '90% at most' },
  times: { waiting: 'Waiting', serving: 'At the counter' },
  noTime: '–',

  madeBy: 'PREPARED BY',
  leader: 'HEAD OF OFFICE',
  signature: '(Signature, full name)',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
