import type { EraseReason } from '#shared/domain/person/keeping.ts';

const reasonVi: Readonly<Record<EraseReason, string>> = {
  asked: 'Người đó yêu cầu',
  mistake: 'Nhập nhầm, không phải người đến làm việc',
  authority: 'Cơ quan có thẩm quyền quyết định',
};
const reasonEn: Readonly<Record<EraseReason, string>> = {
  asked: 'The person asked for it',
  mistake: 'Entered by mistake, nobody who came here',
  authority: 'Decided by the competent authority',
};

/** What is kept about one person, its sheet, and erasing it with its slip. */
export const personSheetsVi = {
  printKept: 'In tờ dữ liệu đang giữ',
  printed: 'Đã gửi tờ dữ liệu sang máy in.',
  notPrinted: 'Chưa in được. Xem máy in rồi bấm lại.',
  erase: 'Xóa người này',
  eraseSays: (name: string) =>
    `Xóa hẳn thông tin của ${name}: họ tên, số giấy tờ, điện thoại, ghi chú và tên trong danh sách theo dõi. Không lấy lại được. Số thứ tự, số liệu và nhật ký vẫn còn, không kèm tên.`,
  reason: 'Lý do xóa',
  chooseReason: 'Chọn lý do',
  reasonFirst: 'Chọn lý do trước.',
  reasons: reasonVi,
  eraseYes: 'Xóa hẳn',
  erased: 'Đã xóa thông tin của người này.',
  printSlip: 'In phiếu xác nhận',
  kept: {
    title: 'DỮ LIỆU CÁ NHÂN ĐANG GIỮ',
    madeAt: (time: string, day: string) => `Lập lúc ${time}, ${day}`,
    what: 'Dữ liệu',
    value: 'Đang ghi',
    until: 'Xóa ngày',
    ofPerson: 'Về người này',
    visits: 'Những lần đến',
    papers: 'Số và ghi chú của giấy tờ',
    accounts: 'Theo dõi kích hoạt',
    rosters: 'Danh sách đơn vị',
    roster: 'Có tên trong danh sách',
    untilRosterEnds: 'khi danh sách kết thúc',
    homeVisits: 'Đề nghị làm tại nhà',
    homeVisit: (day: string) => `Đề nghị ngày ${day}`,
    homeVisitSays: (address: string, why: string, contact: string) => `${address}; ${why}; ${contact}`,
    untilHomeVisit: 'khi làm xong và hết hạn lưu',
    firstDay: 'Ngày ghi lần đầu',
    lastDay: 'Ngày đến gần nhất',
    late: 'Ghi bổ sung',
    organisation: (name: string, taxNumber: string | null) =>
      `Tổ chức: ${name}${taxNumber === null ? '' : `, MST ${taxNumber}`}`,
    words: (said: string) => `Cán bộ ghi: ${said}`,
    dueOn: (day: string) => `hẹn kết quả ${day}`,
    activateBy: (day: string) => `kích hoạt đến ${day}`,
    activatedOn: (day: string) => `đã kích hoạt ${day}`,
    call: (day: string, result: string) => `Gọi ${day}: ${result.toLocaleLowerCase('vi')}`,
    note: (note: string) => `ghi chú “${note}”`,
    unnamed: 'ở lại, không kèm tên',
    foot: (source: string) =>
      `Đơn vị không giữ ảnh thẻ, vân tay, mật khẩu hay mã OTP. Ông/bà có quyền yêu cầu sửa hoặc xóa. Căn cứ: ${source}.`,
    extend: 'Ngày xóa lùi lại nếu ông/bà còn đến hoặc còn được gọi. Bản sao lưu giữ lâu hơn, xóa theo lịch.',
  },
  slip: {
    title: 'XÁC NHẬN ĐÃ XÓA DỮ LIỆU CÁ NHÂN',
    name: 'Họ và tên (ghi tay)',
    at: 'Đã xóa lúc',
    why: 'Lý do',
    what: 'Đã xóa',
    erasedOf: (requests: number, papers: number, accounts: number) =>
      `Họ tên, số giấy tờ, ngày sinh, giới tính, điện thoại; lời ghi của ${requests} yêu cầu; số và ghi chú của ${papers} giấy tờ; tên và ghi chú ở ${accounts} lượt theo dõi.`,
    left: 'Còn lại',
    leftSays: 'Số thứ tự, kết quả và số liệu đã chốt, không kèm tên ai.',
    copies: 'Bản sao lưu',
    copiesUntil: (day: string) =>
      `Bản cuối cùng có thể còn dữ liệu này được xóa khoảng ngày ${day}, theo lịch giữ bản sao. Nếu phục hồi từ bản đó, chương trình xóa lại ngay khi mở.`,
    officer: 'Cán bộ (ký, ghi rõ họ tên)',
    person: 'Người yêu cầu (ký, ghi rõ họ tên)',
  },
};

export const personSheetsEn: typeof personSheetsVi = {
  printKept: 'Print what is kept',
  printed: 'The sheet was sent to the printer.',
  notPrinted: 'Not printed. Look at the printer, then try again.',
  erase: 'Erase this person',
  eraseSays: (name) =>
    `Erases for good what is kept about ${name}: name, ID number, telephone, notes, and the name in the follow-up lists. It cannot be brought back. Tickets, figures and the journal stay, with no name.`,
  reason: 'Why',
  chooseReason: 'Choose why',
  reasonFirst: 'Choose why first.',
  reasons: reasonEn,
  eraseYes: 'Erase for good',
  erased: 'Everything kept about this person was erased.',
  printSlip: 'Print the confirmation',
  kept: {
    title: 'PERSONAL DATA KEPT',
    madeAt: (time, day) => `Made at ${time}, ${day}`,
    what: 'Data',
    value: 'As recorded',
    until: 'Goes on',
    ofPerson: 'About the person',
    visits: 'Visits',
    papers: 'Numbers and notes of papers',
    accounts: 'Follow-up',
    rosters: 'Rosters',
    roster: 'Named on the roster of',
    untilRosterEnds: 'when the roster ends',
    homeVisits: 'Requests for a home visit',
    homeVisit: (day) => `Asked on ${day}`,
    homeVisitSays: (address, why, contact) => `${address}; ${why}; ${contact}`,
    untilHomeVisit: 'once done and kept its days',
    firstDay: 'First recorded',
    lastDay: 'Last visit',
    late: 'Entered late',
    organisation: (name, taxNumber) =>
      `Organisation: ${name}${taxNumber === null ? '' : `, tax number ${taxNumber}`}`,
    words: (said) => `Officer’s words: ${said}`,
    dueOn: (day) => `result due ${day}`,
    activateBy: (day) => `activate by ${day}`,
    activatedOn: (day) => `activated ${day}`,
    call: (day, result) => `Call ${day}: ${result.toLocaleLowerCase('en')}`,
    note: (note) => `note “${note}”`,
    unnamed: 'stays, with no name',
    foot: (source) =>
      `No picture of a card, fingerprint, password or one-time code is kept. You may ask for correction or erasure. Source: ${source}.`,
    extend:
      'The day moves on when you come or are called again. Backups stay longer and go by their own rule.',
  },
  slip: {
    title: 'PERSONAL DATA ERASED',
    name: 'Name (by hand)',
    at: 'Erased at',
    why: 'Why',
    what: 'Erased',
    erasedOf: (requests, papers, accounts) =>
      `Name, ID number, birth date, sex, telephone; words with ${requests} request(s); number and note of ${papers} paper(s); name and notes in ${accounts} follow-up(s).`,
    left: 'What stays',
    leftSays: 'Tickets, outcomes and frozen figures, with nobody’s name.',
    copies: 'Backups',
    copiesUntil: (day) =>
      `The last backup that may hold it goes about ${day}, by the rule of keeping. If that one is restored, the program erases again as it opens.`,
    officer: 'Officer (signature, name)',
    person: 'Person (signature, name)',
  },
};
