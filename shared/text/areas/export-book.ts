import type { CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import { formatLongDay } from '../format.ts';

const monthYearVi = (month: string): string => `tháng ${month.slice(5)} năm ${month.slice(0, 4)}`;

/** Words of the workbooks around their tables. */
export const exportBookVi = {
  daySheet: 'Số liệu ngày',
  dayTitle: 'SỐ LIỆU NGÀY',
  training: 'SỐ LIỆU TẬP HUẤN, KHÔNG DÙNG ĐỂ BÁO CÁO',
  officeCode: 'Mã đơn vị:',
  receivingLevel: 'Nơi nhận báo cáo:',
  dayInWords: (date: string): string => {
    const [year = '', month = '', day = ''] = date.split('-');
    // Official papers write days below 10 and the months January and February with a zero before them.
    const shown = Number(month) <= 2 ? month : Number(month);
    return `${capital(formatLongDay(date, 'vi').split(',')[0] ?? '')}, ngày ${day} tháng ${shown} năm ${year}`;
  },
  version: (version: number, time: string, day: string): string =>
    `Phiên bản ${version}, chốt lúc ${time} ngày ${day}`,
  notFrozen: (time: string, day: string): string =>
    `Số liệu tạm tính lúc ${time} ngày ${day}, ngày chưa chốt`,
  footVersion: (version: number): string => `Phiên bản ${version}`,
  footNotFrozen: 'Tạm tính',
  footChain: (head: string): string => `Dấu nhật ký ${head}`,
  footPage: (page: string, pages: string): string => `Trang ${page}/${pages}`,
  madeBy: 'NGƯỜI LẬP',
  leader: 'TRƯỞNG ĐƠN VỊ',
  signature: '(Ký, ghi rõ họ tên)',

  partsSheet: 'Phân tích',
  partsTitle: 'PHÂN TÍCH SỐ LIỆU',

  monthSheet: 'Tổng hợp tháng',
  monthTitle: 'SỐ LIỆU THÁNG',
  month: (month: string): string => `Tháng ${month.slice(5)} năm ${month.slice(0, 4)}`,
  monthClosed: (days: string): string => `${days} ngày đã chốt`,
  monthFinal: (days: string, time: string, day: string): string =>
    `${days} ngày đã chốt, lần chốt cuối lúc ${time} ngày ${day}`,
  monthOpen: (days: string): string => `Số liệu tạm tính, chưa chốt: ${days}`,
  monthEmpty: 'Chưa có ngày nào.',
  soFar: (days: string, last: string): string =>
    `Số liệu tạm tính, kỳ báo cáo chưa hết: ${days} ngày đã chốt, đến ngày ${last}`,
  footMonth: (month: string): string => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`,
  mainFigures: 'Kết quả chính',
  before: (month: string, count: string): string => `${capital(monthYearVi(month))}: ${count}`,
  noBefore: 'Tháng trước không có số liệu.',
  daysSheet: 'Theo ngày',
  daysTitle: 'SỐ LIỆU TỪNG NGÀY',
  procedureColumn: 'Thủ tục',

  yearSheet: 'Tổng hợp năm',
  yearTitle: 'SỐ LIỆU NĂM',
  year: (year: number): string => `Năm ${year}`,
  yearFinal: (months: string): string => `${months} tháng có số liệu, mọi ngày đã chốt`,
  yearOpen: (days: string): string => `Số liệu tạm tính, còn ${days} ngày chưa chốt`,

  campaignSheet: 'Chỉ tiêu',
  campaignTitle: 'TIẾN ĐỘ CHỈ TIÊU',
  campaignPeriod: (name: string, from: string, to: string): string => `${name}, từ ${from} đến ${to}`,
  campaignOn: (day: string, left: string): string => `Tính đến hết ngày ${day}, còn ${left} ngày làm việc`,
  footCampaign: (day: string): string => `Đến ngày ${day}`,
  targetOf: (name: string): string => `Chỉ tiêu: ${name}`,
  unit: (unit: string): string => `Đơn vị thực hiện: ${unit}`,
  doubts: 'Cần đối chiếu lại',
  lineSheet: 'Lũy kế theo ngày',
  lineNote: (days: string): string => `${days} ngày gần nhất có số liệu.`,

  peopleSheet: 'Danh sách',
  peopleTitle: 'DANH SÁCH NGƯỜI ĐẾN LÀM VIỆC',
  casesTitle: {
    'civil-status': 'TRƯỜNG HỢP ĐỀ NGHỊ TƯ PHÁP – HỘ TỊCH XÁC MINH',
    'residence-police': 'TRƯỜNG HỢP ĐỀ NGHỊ CÔNG AN NƠI CƯ TRÚ HƯỚNG DẪN',
  } as Record<CaseReceiver, string>,
  numbersMasked: 'Số định danh đã che bớt. Không gửi qua mạng công cộng.',
  peopleMasked: 'Số định danh và điện thoại đã che bớt. Không gửi qua mạng công cộng.',
  peopleUnmasked: 'Có số định danh đầy đủ. Chỉ dùng đúng việc, xong thì hủy.',
  people: 'Theo số thứ tự',
  byDay: 'Theo ngày',
  daysInWords: (from: string, to: string): string => `Từ ngày ${from} đến ngày ${to}`,
  dayAndNumber: 'Ngày, số',
  idAndPhone: 'Số định danh, điện thoại',
  numberColumn: 'Số',
  nameColumn: 'Họ và tên',
  idColumn: 'Số định danh',
  phoneColumn: 'Điện thoại',
  toldColumn: 'Ghi lúc, người ghi',
  outcomeColumn: 'Kết quả',
  footPeople: 'Tài liệu có dữ liệu cá nhân',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const longDays = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const exportBookEn: typeof exportBookVi = {
  daySheet: 'Day figures',
  dayTitle: 'FIGURES OF THE DAY',
  training: 'TRAINING FIGURES, NOT FOR REPORTING',
  officeCode: 'Office code:',
  receivingLevel: 'Reported to:',
  dayInWords: (date) => `${formatLongDay(date, 'en').split(',')[0]}, ${longDays.format(new Date(date))}`,
  version: (version, time, day) => `Version ${version}, frozen at ${time} on ${day}`,
  notFrozen: (time, day) => `Provisional figures at ${time} on ${day}, the day is not closed`,
  footVersion: (version) => `Version ${version}`,
  footNotFrozen: 'Provisional',
  footChain: (head) => `Journal mark ${head}`,
  footPage: (page, pages) => `Page ${page}/${pages}`,
  madeBy: 'PREPARED BY',
  leader: 'HEAD OF OFFICE',
  signature: '(Signature, full name)',

  partsSheet: 'Breakdown',
  partsTitle: 'FIGURES IN DETAIL',

  monthSheet: 'Month',
  monthTitle: 'FIGURES OF THE MONTH',
  month: (month) => `Month ${month.slice(5)} of ${month.slice(0, 4)}`,
  monthClosed: (days) => `${days} days closed`,
  monthFinal: (days, time, day) => `${days} days closed, the last at ${time} on ${day}`,
  monthOpen: (days) => `Provisional figures, not closed: ${days}`,
  monthEmpty: 'No day yet.',
  soFar: (days, last) => `Provisional figures, the period is not over: ${days} days closed, up to ${last}`,
  footMonth: (month) => `Month ${month.slice(5)}/${month.slice(0, 4)}`,
  mainFigures: 'Main results',
  before: (month, count) => `Month ${month.slice(5)} of ${month.slice(0, 4)}: ${count}`,
  noBefore: 'The month before has no figures.',
  daysSheet: 'By day',
  daysTitle: 'FIGURES OF EACH DAY',
  procedureColumn: 'Procedure',

  yearSheet: 'Year',
  yearTitle: 'FIGURES OF THE YEAR',
  year: (year) => `Year ${year}`,
  yearFinal: (months) => `${months} months with figures, every day closed`,
  yearOpen: (days) => `Provisional figures, ${days} days not closed`,

  campaignSheet: 'Targets',
  campaignTitle: 'PROGRESS AGAINST TARGETS',
  campaignPeriod: (name, from, to) => `${name}, ${from} to ${to}`,
  campaignOn: (day, left) => `To the end of ${day}, ${left} working days left`,
  footCampaign: (day) => `To ${day}`,
  targetOf: (name) => `Target: ${name}`,
  unit: (unit) => `Unit: ${unit}`,
  doubts: 'To be checked',
  lineSheet: 'Cumulative by day',
  lineNote: (days) => `The last ${days} days with figures.`,

  peopleSheet: 'List',
  peopleTitle: 'LIST OF VISITORS',
  casesTitle: {
    'civil-status': 'CASES FOR THE CIVIL STATUS OFFICE',
    'residence-police': 'CASES FOR THE POLICE OF THE RESIDENCE',
  },
  numbersMasked: 'Identity numbers are masked. Not for public networks.',
  peopleMasked: 'Identity numbers and telephones are masked. Not for public networks.',
  peopleUnmasked: 'Holds full identity numbers. Use for its purpose only, then destroy.',
  people: 'By number',
  byDay: 'By day',
  daysInWords: (from, to) => `From ${from} to ${to}`,
  dayAndNumber: 'Day, number',
  idAndPhone: 'ID number, telephone',
  numberColumn: 'No.',
  nameColumn: 'Full name',
  idColumn: 'Identity number',
  phoneColumn: 'Telephone',
  toldColumn: 'Noted at, by',
  outcomeColumn: 'Outcome',
  footPeople: 'Holds personal data',
};
