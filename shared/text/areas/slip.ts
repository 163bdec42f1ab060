import type { ReferralReason } from '../../domain/account/follow-up.ts';
import type { PaperCode } from '../../domain/procedure/vocabulary.ts';
import {
  lockedEn,
  lockedVi,
  outcomeEn,
  outcomeVi,
  procedureEn,
  procedureVi,
  takenEn,
  takenVi,
  unlockedEn,
  unlockedVi,
  unlockHowEn,
  unlockHowVi,
} from './slip-outcomes.ts';
import { conditionsEn, conditionsVi, paperEn, paperVi } from './slip-papers.ts';
import { formatDay, formatLongDay, shortWeekday, twoDigits } from '../format.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

/** One line of an instruction; `strong` is what the eye must catch. */
type Line = { readonly plain: string; readonly strong?: string; readonly after?: string };

type Representative = 'parent' | 'guardian';
const ofVi: Words<Representative> = { parent: 'cha hoặc mẹ', guardian: 'người giám hộ' };
const ofEn: Words<Representative> = { parent: 'of the parent', guardian: 'of the guardian' };

export const slipVi = {
  title: 'PHIẾU HƯỚNG DẪN',
  titleSecond: '',
  notReceipt: 'Đây không phải giấy tiếp nhận hồ sơ.',
  training: 'BẢN TẬP HUẤN, KHÔNG DÙNG THẬT',
  reprint: (copy: number, time: string) => `IN LẠI lần ${copy} · ${time}`,
  numberTitle: 'Số thứ tự',
  priority: 'Ưu tiên',
  ahead: (count: number) => (count === 0 ? 'Không còn ai đứng trước' : `Trước số này: ${count} người`),
  issuedAt: (time: string) => `Lấy số lúc ${time},`,
  holdReady: 'Cầm sẵn bản gốc',
  holdRequired: 'Bắt buộc',
  holdWished: 'Nếu muốn đưa vào VNeID',
  phone: 'Điện thoại có SIM chính chủ',
  /** `spoken`: calls are read aloud here. */
  waitLines: (spoken: boolean) => [
    spoken ? 'Nghe loa, xem màn hình.' : 'Nghe gọi, xem màn hình.',
    'Lỡ lượt: báo cán bộ.',
    'Không phải lấy số mới.',
  ],
  people: (count: number) => `${count} người`,

  name: 'Họ tên',
  idNumber: 'Số định danh',
  date: 'Ngày',
  wanted: 'Thủ tục',
  forWhom: (name: string) => `Cho: ${name}`,
  forOrganisation: (name: string, taxNumber: string | null) =>
    taxNumber === null ? `Cho: ${name}` : `Cho: ${name}, mã số thuế ${taxNumber}`,
  procedure: procedureVi,
  paper: (code: PaperCode) => paperVi[code] ?? code,
  conditions: (code: PaperCode): readonly string[] => conditionsVi[code] ?? ['Bản gốc.'],
  outcome: outcomeVi,
  taken: takenVi,
  noOutcome: 'Chưa ghi kết quả.',
  withPapers: (papers: readonly string[]) => `Kèm ${papers.map(unbroken).join(', ')}.`,
  later: (papers: readonly string[]) => `Có thể bổ sung sau: ${papers.map(unbroken).join(', ')}.`,
  activated: 'Đã kích hoạt, đăng nhập được.',

  due: 'Có kết quả chậm nhất',
  dueHow: (value: number, working: boolean) =>
    working
      ? `${twoDigits(value)} ngày làm việc, đếm từ hôm sau.`
      : `${twoDigits(value)} ngày, đếm từ hôm sau.`,
  dueProvisional: 'Ngày tạm tính, chờ công bố lịch nghỉ.',
  dueOther: 'Nếu giấy hẹn ghi ngày khác, theo giấy hẹn.',
  dayReceived: 'nộp',
  dayOff: 'nghỉ',

  cardTitle: 'Thẻ căn cước',
  cardFirst: 'Có tin nhắn thì kích hoạt, không đợi thẻ.',
  cardLines: ['Nhận thẻ ở nơi ghi trên giấy hẹn.', 'Mang giấy hẹn, thẻ cũ nếu có.'],
  representative: { parent: 'Cha hoặc mẹ', guardian: 'Người giám hộ' } as Words<'parent' | 'guardian'>,
  representativeConfirms: 'Người đại diện xác nhận trong VNeID.',
  provisional: 'Còn thiếu thông tin: hướng dẫn có thể đổi.',

  message: 'Chờ tin nhắn này',
  messageTo: (phone: string, of?: Representative) =>
    `Tin gửi về số ${phone}${of === undefined ? '' : ` của ${ofVi[of]}`}.`,
  messageMarks: 'Tin có dấu hay không dấu đều đúng.',
  messageToShort: (phone: string, of?: Representative) =>
    `Gửi về ${phone}${of === undefined ? '' : ` của ${ofVi[of]}`}, có hoặc không dấu.`,
  /** For a reader of another language. */
  messageMeans: '',
  messageSample: 'Tin mẫu',
  neverOtp: 'Mã OTP dùng một lần: không đọc cho ai.',

  activation: (days: number) => `Kích hoạt trong ${twoDigits(days)} ngày`,
  activationNoLimit: 'Kích hoạt tài khoản',
  activationLines: (noticeDayCounts: boolean): readonly string[] => [
    noticeDayCounts ? 'Đếm cả ngày có tin.' : 'Đếm từ hôm sau ngày có tin.',
    'Tính cả thứ Bảy, Chủ nhật, ngày lễ.',
  ],
  /** The same with an example on one line, for a roll. */
  activationExample: (message: string, last: string) =>
    `Có tin ${formatDay(message, 'vi')}: hạn ${formatDay(last, 'vi')}.`,
  ifMessageOn: 'Nếu có tin',
  thenLastDay: 'thì hạn là',
  myMessageOn: 'Tôi có tin ngày',
  myLastDay: 'Hạn của tôi',
  myLastDayShort: 'hạn',

  activationSteps: 'Các bước kích hoạt',
  /** In short: a sheet of its own has every step. */
  activationStepLines: [
    { plain: 'Mở VNeID, bấm ', strong: 'Kích hoạt', after: '.' },
    { plain: 'Nhập số định danh, số điện thoại.' },
    { plain: 'Bấm ', strong: 'Gửi yêu cầu', after: ', nhập mã OTP.' },
    { plain: 'Đặt mật khẩu, passcode, 2 câu hỏi.' },
    { plain: 'Đăng nhập. ', strong: 'Vào được là xong.' },
  ] as readonly Line[],
  helpWelcome: 'Nhờ người nhà làm cùng được.',
  /** Where the steps stand one by one. */
  everyStep: (form: string) => `Từng bước có hình: xin tờ ${form}.`,
  orOnWeb: 'Hoặc kích hoạt tại vneid.gov.vn.',
  onWebFirst: { plain: 'Mở vneid.gov.vn, bấm ', strong: 'Kích hoạt', after: '.' } as Line,

  levelOneSteps: 'Làm mức 1 tại nhà',
  levelOneStepLines: [
    { plain: 'Cài và mở ứng dụng VNeID.' },
    { plain: 'Nhập số định danh, số điện thoại.' },
    { plain: 'Quét QR thẻ, nhập OTP, đặt mật khẩu.' },
    { plain: 'Chọn ', strong: 'mức 1', after: ', đọc chip, chụp ảnh.' },
    { plain: 'Xem lại, bấm gửi. ', strong: 'Chờ tin nhắn.' },
  ] as readonly Line[],
  levelOneLimit: (value: number, working: boolean) =>
    `Kết quả: ${twoDigits(value)} ngày${working ? ' làm việc' : ''} từ hôm sau khi gửi.`,

  need: (count: number) => (count === 1 ? 'Cần mang thêm 1 giấy tờ' : `Cần mang thêm ${count} giấy tờ`),
  needPapers: 'Cần bổ sung giấy tờ',
  mismatch: ['Thông tin lệch với thẻ căn cước.', 'Sửa ở nơi cấp, rồi mang lại.'] as readonly string[],
  cardMismatch: ['Thông tin trên thẻ chưa đúng.', 'Đến nơi cấp thẻ để sửa.'] as readonly string[],
  noCopies: 'Ảnh chụp, phô tô: không thay được.',
  seen: (paper: string) => `${paper}: đã xem, đạt.`,
  bringAlso: 'Mang theo cả',
  idCardOriginal: 'Bản gốc thẻ căn cước hoặc căn cước công dân',
  phoneInUse: 'Điện thoại đang dùng',
  thisSlip: 'Phiếu này',
  comeBack: 'Quay lại đây',
  comeBackLines: ['Không cần hẹn trước.', 'Đưa phiếu này ở bàn lấy số.'],
  resultWhen: 'Bao giờ có kết quả',
  resultStarts: 'Đủ giấy tờ mới bắt đầu đếm ngày.',
  resultCount: (value: number, working: boolean) =>
    working ? `Đếm ${twoDigits(value)} ngày làm việc.` : `Đếm ${twoDigits(value)} ngày.`,
  ifHandedIn: 'Nếu nộp đủ',
  thenLatest: 'chậm nhất',
  cannotFind: 'Không tìm được giấy tờ?',
  cannotFindLines: ['Vẫn làm được thủ tục này.', 'Giấy tờ còn thiếu bổ sung về sau.'],

  goTo: 'Mời đến',
  goToOne: 'Mời đến một trong những nơi này',
  place: 'Nơi đến',
  placeAddress: 'Địa chỉ',
  placeWhy: 'Vì sao',
  referral: {
    'card-needed': 'cần làm thẻ căn cước trước',
    'residence-elsewhere': 'nơi cư trú không thuộc địa bàn của đơn vị này',
    'not-done-here': 'đơn vị này không làm thủ tục ấy',
    'data-to-mend': 'cần sửa thông tin trong dữ liệu dân cư trước',
    other: 'theo hướng dẫn của cán bộ tiếp nhận',
  } as Words<ReferralReason>,
  goWith: 'Mang theo',
  originalsWanted: 'Bản gốc muốn đưa vào VNeID:',

  locked: lockedVi,
  unlockHow: unlockHowVi,
  unlocked: unlockedVi,

  safeTitle: 'Giữ tài khoản an toàn',
  safeLines: ['Không cho mượn tài khoản, mật khẩu.', 'Mất máy, mất SIM: khóa tài khoản ngay.'],

  openingHours: 'Giờ làm việc',
  stuckAfter: (days: number) => `Quá ${twoDigits(days)} ngày chưa kích hoạt, hoặc cần giúp`,
  askMore: 'Hỏi thêm',
  callHotline: 'Gọi tổng đài VNeID.',
  hotline: 'Tổng đài VNeID',
  callOffice: (phone: string) => `Hoặc gọi đơn vị: ${phone}.`,
  orComeTo: (counter: string) => `Hoặc đến ${counter}, giờ làm việc.`,
  bringPhone: 'Mang điện thoại và phiếu này.',
  comeWith: (counter: string) => `Hoặc đến ${counter}, mang điện thoại.`,
  qrSite: 'Trang web',
  qrCall: 'Gọi',
  qrInstall: 'Cài từ',

  turnOver: 'Trang sau: cách kích hoạt.',
  page: 'Trang',
  otherLanguage: 'Tiếng Việt',

  form: (version: number) => `Mẫu QTD, bản ${version}`,
  printedAt: (time: string, day: string, counter: string | null) =>
    `In ${time}, ${day}` + (counter === null ? '' : `, ${counter}`),
  byOfficer: (name: string) => `Cán bộ: ${name}`,
  preview: 'Xem trước phiếu',
  cannotPrint: 'Chưa in được phiếu',
  noOrder: 'Trang này mở khi bấm In ở quầy hoặc bàn tiếp nhận. Hãy quay lại chương trình và bấm In.',
  notLoaded: 'Không đọc được dữ liệu của phiếu. Số đã lưu vẫn còn: hãy quay lại chương trình và bấm In lại.',

  day: (date: string) => formatDay(date, 'vi'),
  longDay: (date: string) => formatLongDay(date, 'vi'),
  weekday: (date: string) => shortWeekday(date, 'vi'),
};

export const slipEn: typeof slipVi = {
  title: 'PHIẾU HƯỚNG DẪN',
  titleSecond: 'Guidance slip',
  notReceipt: 'Not a receipt for your application.',
  training: 'TRAINING COPY, NOT FOR USE',
  reprint: (copy, time) => `REPRINT ${copy} · ${time}`,
  numberTitle: 'Your number',
  priority: 'Priority',
  ahead: (count) =>
    count === 0
      ? 'Nobody is before you'
      : count === 1
        ? 'Before you: 1 person'
        : `Before you: ${count} people`,
  issuedAt: (time) => `Taken at ${time},`,
  holdReady: 'Have the originals ready',
  holdRequired: 'Required',
  holdWished: 'If you want them in VNeID',
  phone: 'Phone with your own SIM card',
  waitLines: (spoken) => [
    spoken ? 'Listen to the speaker, watch the screen.' : 'Listen, and watch the screen.',
    'Missed it? Tell an officer.',
    'No new number is needed.',
  ],
  people: (count) => (count === 1 ? '1 person' : `${count} people`),

  name: 'Name',
  idNumber: 'ID number',
  date: 'Date',
  wanted: 'Procedure',
  forWhom: (name) => `For: ${name}`,
  forOrganisation: (name, taxNumber) =>
    taxNumber === null ? `For: ${name}` : `For: ${name}, tax number ${taxNumber}`,
  procedure: procedureEn,
  paper: (code) => paperEn[code] ?? code,
  conditions: (code) => conditionsEn[code] ?? ['The original.'],
  outcome: outcomeEn,
  taken: takenEn,
  noOutcome: 'No outcome recorded yet.',
  withPapers: (papers) => `With ${papers.map(unbroken).join(', ')}.`,
  later: (papers) => `Can be added later: ${papers.map(unbroken).join(', ')}.`,
  activated: 'Activated, and signed in.',

  due: 'Result at the latest',
  dueHow: (value, working) =>
    `${value} ${working ? 'working ' : ''}${value === 1 ? 'day' : 'days'}, from the next day.`,
  dueProvisional: 'Provisional: the days off are not announced yet.',
  dueOther: 'If your receipt differs, follow it.',
  dayReceived: 'filed',
  dayOff: 'off',

  cardTitle: 'The identity card',
  cardFirst: 'The message may come first: activate then.',
  cardLines: ['Fetch it where the receipt says.', 'Bring the receipt and the old card.'],
  representative: { parent: 'Parent', guardian: 'Guardian' },
  representativeConfirms: 'Confirms the use in their own VNeID.',
  provisional: 'Some facts are open: this may change.',

  message: 'Wait for this message',
  messageTo: (phone, of) => `It is sent to ${phone}${of === undefined ? '' : `, ${ofEn[of]}`}.`,
  messageMarks: 'It may come without Vietnamese marks.',
  messageToShort: (phone, of) =>
    `Sent to ${phone}${of === undefined ? '' : `, ${ofEn[of]}`}, maybe without marks.`,
  messageMeans: 'It says: approved, please activate.',
  messageSample: 'Sample',
  neverOtp: 'OTP: a one-time code, for nobody else.',

  activation: (days) => `Activate within ${days} days`,
  activationNoLimit: 'Activate the account',
  activationLines: (noticeDayCounts) => [
    noticeDayCounts ? 'The day it comes counts.' : 'Count from the day after it.',
    'Weekends and holidays count.',
  ],
  activationExample: (message, last) => `Message ${formatDay(message, 'en')}: till ${formatDay(last, 'en')}.`,
  ifMessageOn: 'If it is',
  thenLastDay: 'last day',
  myMessageOn: 'My message came on',
  myLastDay: 'My last day',
  myLastDayShort: 'till',

  activationSteps: 'How to activate',
  activationStepLines: [
    { plain: 'Open VNeID, tap ', strong: 'Kích hoạt', after: '.' },
    { plain: 'Enter ID and phone number.' },
    { plain: 'Tap ', strong: 'Gửi yêu cầu', after: ', enter the OTP.' },
    { plain: 'Set password, passcode, 2 questions.' },
    { plain: 'Sign in. ', strong: 'Then it is done.' },
  ],
  helpWelcome: 'Your family may help you.',
  everyStep: (form) => `Each step in pictures: ask for ${form}.`,
  orOnWeb: 'Or activate at vneid.gov.vn.',
  onWebFirst: { plain: 'Open vneid.gov.vn, tap ', strong: 'Kích hoạt', after: '.' },

  levelOneSteps: 'Do level 1 at home',
  levelOneStepLines: [
    { plain: 'Install and open VNeID.' },
    { plain: 'Enter ID and phone number.' },
    { plain: 'Scan your card, enter OTP, password.' },
    { plain: 'Choose ', strong: 'mức 1', after: ', read the chip, photo.' },
    { plain: 'Check it, send it. ', strong: 'Await a message.' },
  ],
  levelOneLimit: (value, working) =>
    `Once sent: ${value} ${working ? 'working ' : ''}${value === 1 ? 'day' : 'days'} at most.`,

  need: (count) => (count === 1 ? 'Please bring 1 more paper' : `Please bring ${count} more papers`),
  needPapers: 'Please bring the missing papers',
  mismatch: ['It differs from the identity card.', 'Have it corrected, then bring it.'],
  cardMismatch: ['The card itself has errors.', 'Have it corrected where issued.'],
  noCopies: 'Photos and copies are not accepted.',
  seen: (paper) => `${paper}: seen, in order.`,
  bringAlso: 'Bring as well',
  idCardOriginal: 'The original identity card, new or old',
  phoneInUse: 'The phone you use',
  thisSlip: 'This slip',
  comeBack: 'Come back here',
  comeBackLines: ['No appointment is needed.', 'Show this slip at reception.'],
  resultWhen: 'When is the result',
  resultStarts: 'Days count once all papers are in.',
  resultCount: (value, working) => `${value} ${working ? 'working ' : ''}${value === 1 ? 'day' : 'days'}.`,
  ifHandedIn: 'If complete',
  thenLatest: 'latest',
  cannotFind: 'Cannot find a paper?',
  cannotFindLines: ['This can still be done.', 'What is missing can be added later.'],

  goTo: 'Please go to',
  goToOne: 'Please go to one of these',
  place: 'Office',
  placeAddress: 'Address',
  placeWhy: 'Reason',
  referral: {
    'card-needed': 'the identity card has to be made first',
    'residence-elsewhere': 'you live outside the area of this office',
    'not-done-here': 'this office does not do that procedure',
    'data-to-mend': 'your data in the population register must be corrected first',
    other: 'as the officer explained',
  },
  goWith: 'Bring',
  originalsWanted: 'Originals you want in VNeID:',

  locked: lockedEn,
  unlockHow: unlockHowEn,
  unlocked: unlockedEn,

  safeTitle: 'Keep the account safe',
  safeLines: ['Never lend the account or password.', 'Phone or SIM lost: lock it at once.'],

  openingHours: 'Opening hours',
  stuckAfter: (days) => `Not active after ${days} days, or stuck`,
  askMore: 'Questions',
  callHotline: 'Call the VNeID hotline.',
  hotline: 'VNeID hotline',
  callOffice: (phone) => `Or call the office: ${phone}.`,
  orComeTo: (counter) => `Or come to ${counter}.`,
  bringPhone: 'Bring your phone and this slip.',
  comeWith: (counter) => `Or come to ${counter} with your phone.`,
  qrSite: 'Web page',
  qrCall: 'Call',
  qrInstall: 'Install from',

  turnOver: 'Next page: how to activate.',
  page: 'Page',
  otherLanguage: 'English',

  form: (version) => `Form QTD, version ${version}`,
  printedAt: (time, day, counter) => `Printed ${time}, ${day}` + (counter === null ? '' : `, ${counter}`),
  preview: 'Slip preview',
  byOfficer: (name) => `Officer: ${name}`,
  cannotPrint: 'The slip could not be printed',
  noOrder: 'This page opens from Print at a counter or at reception. Go back to the program and press Print.',
  notLoaded: 'The data of the slip could not be read. The saved number is safe: go back and print again.',

  day: (date) => formatDay(date, 'en'),
  longDay: (date) => formatLongDay(date, 'en'),
  weekday: (date) => shortWeekday(date, 'en'),
};

/** A name inside a sentence: small first letter, and no line break within it. */
function unbroken(name: string): string {
  return (name.charAt(0).toLowerCase() + name.slice(1)).replaceAll(' ', '\u00a0');
}
