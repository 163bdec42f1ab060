import type { CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import type { LeadingFigure } from '#shared/domain/report/day-report.ts';
import type { DAY_STATES } from '#shared/contract/report-period.ts';

type DayState = (typeof DAY_STATES)[number];

const dayState: Record<DayState, string> = {
  none: 'không có số liệu',
  open: 'đang mở',
  closed: 'đã khóa, chưa xuất',
  exported: 'đã xuất',
  corrected: 'đã sửa sau khi chốt',
};

/** The leader's dashboard, the breakdowns, and the list of requests behind a figure. Numbers and days come in already written out. */
export const dashboardVi = {
  place: 'Bảng số liệu',
  today: 'Hôm nay',
  against: (day: string) => `so với ${day}`,
  noSame: 'chưa có ngày cùng thứ để so',
  leading: {
    'card-files': 'Hồ sơ cấp cùng thẻ',
    files: 'Hồ sơ cấp tài khoản',
    activated: 'Tài khoản đã kích hoạt',
    issued: 'Số đã cấp',
  } satisfies Record<LeadingFigure, string>,
  more: (count: string) => `hơn ${count}`,
  fewer: (count: string) => `kém ${count}`,
  same: 'bằng',
  noDay: 'Chưa có ngày làm việc nào',
  noDayHint: 'Mở ngày làm việc, số liệu sẽ hiện ở đây.',
  servedByHour: 'Lượt tiếp theo giờ',
  hour: 'Giờ',
  hourSummary: (total: string, most: string, hour: string) =>
    `Tất cả ${total} lượt. Đông nhất lúc ${hour} giờ với ${most} lượt.`,
  nothingYet: 'Chưa có gì.',
  targets: 'Kích hoạt so với chỉ tiêu',
  barsSummary: (parts: string) => `Từ nhiều đến ít: ${parts}.`,
  calendar: 'Lịch tháng',
  month: (month: string, year: string) => `Tháng ${month} năm ${year}`,
  monthBefore: 'Tháng trước',
  monthAfter: 'Tháng sau',
  dayState,
  dayCell: (day: string, state: string, figures: string) =>
    `${day}: ${state}${figures === '' ? '' : `, ${figures}`}`,
  dayFigures: (taken: string, activated: string) => `${taken} hồ sơ, ${activated} kích hoạt`,
  cellSays: 'Trong ô: hồ sơ · kích hoạt.',
  version: (version: number) => `bản ${version}`,
  savePicture: 'Lưu hình PNG',
  showTable: 'Xem bảng',
  showChart: 'Xem hình',
  tableOf: (title: string) => `Bảng số của: ${title}`,
  print: 'In bảng số liệu',
  printMonth: 'In báo cáo tháng',
  printDay: 'In báo cáo ngày',
  printCampaign: 'In báo cáo đợt',
  keyMonthBefore: 'Tháng trước',
  keyMonthAfter: 'Tháng sau',
  toDayEnd: 'Tới Cuối ngày',

  exports: 'Xuất số liệu tháng, năm, đợt',
  exportsShort: 'Xuất số liệu',
  exportWhat: 'Số liệu của',
  exportReport: 'Báo cáo',
  year: (year: string) => `Năm ${year}`,
  exportSays: {
    month:
      'Còn ngày chưa khóa hoặc tháng chưa hết thì tệp ghi rõ là tạm tính; chỉ bản đủ tháng mới tính là đã gửi.',
    year: 'Còn ngày chưa khóa hoặc năm chưa hết thì tệp ghi rõ là tạm tính.',
    campaign: 'Tiến độ theo chỉ tiêu đến hôm nay.',
  },
  people: 'Danh sách người đến',
  peopleSays: (day: string) =>
    `Danh sách có họ tên của ngày ${day}. Tệp chỉ tải về máy này, không ghi vào thư mục gửi đi. Nhật ký ghi ai lấy, lúc nào.`,
  peopleFormat: 'Loại tệp',
  peopleFor: 'Những ai',
  peopleReceivers: {
    all: 'Mọi người đến trong ngày',
    'civil-status': 'Trường hợp chuyển tư pháp – hộ tịch',
    'residence-police': 'Trường hợp chuyển công an nơi cư trú',
  } as Record<CaseReceiver | 'all', string>,
  peopleUnmasked: 'Ghi đủ số định danh và số điện thoại',
  peopleUnmaskedSays: 'Chỉ lấy khi công việc cần. Giữ tệp kín, xong việc thì xóa.',
  makePeople: 'Lập danh sách đã che số',
  makePeopleUnmasked: 'Lập danh sách đủ số',

  behind: 'Những yêu cầu được đếm',
  open: (figure: string, count: string) => `${figure}: ${count}. Xem từng yêu cầu`,
  behindCount: (shown: string, total: string) =>
    shown === total ? `${total} yêu cầu` : `${shown} trong ${total} yêu cầu`,
  behindNone: 'Không có yêu cầu nào.',
  behindLate: 'ghi bổ sung',
  behindOther: (shown: string, total: string) =>
    `Số liệu ghi ${total}, tìm thấy ${shown}. Ngày cũ có thể đã xóa thông tin cá nhân.`,
  backToFigures: 'Về số liệu',

  breakdowns: 'Số liệu chi tiết',
};

export const dashboardEn: typeof dashboardVi = {
  place: 'Dashboard',
  today: 'Today',
  against: (day) => `against ${day}`,
  noSame: 'no same weekday to compare with',
  leading: {
    'card-files': 'Files together with the card',
    files: 'Requests taken',
    activated: 'Accounts activated',
    issued: 'Tickets issued',
  },
  more: (count) => `${count} more`,
  fewer: (count) => `${count} fewer`,
  same: 'the same',
  noDay: 'There is no business day yet',
  noDayHint: 'Open a business day; its figures appear here.',
  servedByHour: 'Served by hour',
  hour: 'Hour',
  hourSummary: (total, most, hour) => `${total} in all. The busiest hour is ${hour} with ${most}.`,
  nothingYet: 'Nothing yet.',
  targets: 'Activated against target',
  barsSummary: (parts) => `From most to least: ${parts}.`,
  calendar: 'Month',
  month: (month, year) => `Month ${month} of ${year}`,
  monthBefore: 'Month before',
  monthAfter: 'Month after',
  dayState: {
    none: 'no figures',
    open: 'open',
    closed: 'closed, not exported',
    exported: 'exported',
    corrected: 'corrected after closing',
  },
  dayCell: (day, state, figures) => `${day}: ${state}${figures === '' ? '' : `, ${figures}`}`,
  dayFigures: (taken, activated) => `${taken} taken, ${activated} activated`,
  cellSays: 'In a cell: taken · activated.',
  version: (version) => `version ${version}`,
  savePicture: 'Save as PNG',
  showTable: 'Table',
  showChart: 'Chart',
  tableOf: (title) => `Table of: ${title}`,
  print: 'Print dashboard',
  printMonth: 'Print month report',
  printDay: 'Print day report',
  printCampaign: 'Print campaign report',
  keyMonthBefore: 'Month before',
  keyMonthAfter: 'Month after',
  toDayEnd: 'To Day end',

  exports: 'Export month, year, campaign',
  exportsShort: 'Export figures',
  exportWhat: 'Figures of',
  exportReport: 'Report',
  year: (year) => `Year ${year}`,
  exportSays: {
    month:
      'While a day is open or the month is not over the file says that it is provisional; only the whole month counts as sent.',
    year: 'While a day is open or the year is not over the file says that it is provisional.',
    campaign: 'Progress against the targets up to today.',
  },
  people: 'List of people',
  peopleSays: (day) =>
    `A list with the names of ${day}. The file is only downloaded to this PC, never written to the folders. The log keeps who took it and when.`,
  peopleFormat: 'Kind of file',
  peopleFor: 'Who',
  peopleReceivers: {
    all: 'Everybody of the day',
    'civil-status': 'Cases for the civil status office',
    'residence-police': 'Cases for the police of the residence',
  },
  peopleUnmasked: 'With full ID and telephone numbers',
  peopleUnmaskedSays: 'Only where the work needs it. Keep the file closed and delete it afterwards.',
  makePeople: 'Make the masked list',
  makePeopleUnmasked: 'Make the full list',

  behind: 'Requests behind the figure',
  open: (figure, count) => `${figure}: ${count}. See the requests`,
  behindCount: (shown, total) => (shown === total ? `${total} requests` : `${shown} of ${total} requests`),
  behindNone: 'There is no request.',
  behindLate: 'late entry',
  behindOther: (shown, total) =>
    `The figures say ${total}, ${shown} were found. Personal data of an old day may have been purged.`,
  backToFigures: 'Back to the figures',

  breakdowns: 'Figures in detail',
};
