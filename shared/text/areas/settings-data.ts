import type { OfficeKind } from '#shared/domain/procedure/vocabulary.ts';

/** The directory and the data page of the settings. */
export const settingsDataVi = {
  kinds: {
    'commune-police': 'Công an cấp xã',
    'district-team': 'Đội Cảnh sát QLHC cấp huyện (trước 01/3/2025)',
    'province-office': 'Phòng Cảnh sát QLHC về TTXH (PC06)',
    immigration: 'Quản lý xuất nhập cảnh',
    'mobile-team': 'Tổ lưu động',
    'one-stop': 'Bộ phận một cửa',
    'civil-status': 'Tư pháp, hộ tịch',
  } satisfies Record<OfficeKind, string> as Record<OfficeKind, string>,
  places: {
    what: 'Danh bạ để chỉ người dân đi đúng chỗ. Sàng lọc và phiếu hướng dẫn lấy tên, địa chỉ, giờ làm việc từ đây.',
    none: 'Danh bạ còn trống: khi việc không làm được tại đây, phiếu chưa nói được đi đâu. Thêm ít nhất Phòng PC06 của tỉnh.',
    add: 'Thêm nơi',
    newName: 'Tên nơi mới',
    place: 'Nơi',
    does: 'Làm được',
    state: 'Tình trạng',
    open: 'Đang tiếp dân',
    closed: 'Tạm ngừng',
    doesAll: 'Mọi thủ tục',
    doesNothing: 'Chưa chọn thủ tục',
    name: 'Tên',
    kind: 'Loại đơn vị',
    address: 'Địa chỉ',
    hours: 'Giờ tiếp dân',
    note: 'Ghi chú',
    noteHint: 'Nói cùng với địa chỉ, hoặc khi nơi này tạm ngừng.',
    coversHere: 'Phụ trách cả địa bàn của đơn vị này',
    coversHereHint: 'Ví dụ PC06 của tỉnh.',
    procedures: 'Làm được',
    remove: 'Bỏ nơi này',
    chosen: 'Nơi đang chọn',
  },
  data: {
    what: 'Dữ liệu chỉ nằm trên máy này. Không gửi đi đâu nếu đơn vị không xuất tệp.',
    folder: 'Thư mục dữ liệu',
    copy: 'Chép đường dẫn',
    copied: 'Đã chép',
    integrity: 'Toàn vẹn',
    whole: 'Nguyên vẹn, kiểm lúc mở chương trình',
    broken: (found: string) => `Kiểm tra thấy: ${found}. Gọi người phụ trách máy.`,
    synchronous: 'Chống mất điện',
    full: 'Ghi xong mới báo đã lưu; mất điện không mất số',
    notFull: (level: number) =>
      `Mức ${level}: mất điện có thể mất lần ghi cuối. Đóng chương trình rồi mở lại.`,
    pages: 'Đối chiếu từng trang',
    pagesAre: {
      checking: (percent: number) => `Đang kiểm tra, ${percent} %`,
      done: (learned: boolean): string =>
        learned ? 'Xong; lần đầu ghi dấu, từ lần sau sẽ đối chiếu' : 'Xong, không trang nào sai',
      wrong: (wrong: number) => `${wrong} trang không còn như lúc ghi: ổ đĩa có thể đang hỏng`,
    },
    damaged: {
      title: 'Có chỗ trong dữ liệu không còn như lúc ghi',
      what: 'Bạn không làm gì sai: thường là ổ đĩa cũ hoặc mất điện. Bản sao làm trước lúc hỏng vẫn tốt, vì bản nào cũng được mở ra kiểm tra. Việc cần làm:',
      steps: [
        'In hoặc xuất báo cáo hôm nay, nếu còn mở được.',
        'Mở trang Bản sao, khôi phục bản mới nhất ở đầu danh sách. Số đã phát sau bản đó trở lại hàng chờ không kèm tên, không cấp lại.',
        'Nhờ người phụ trách máy xem ổ đĩa. Dòng này hết khi đã khôi phục.',
      ],
    },
    chainIs: {
      checking: (events: string) => `Đang kiểm tra, đã xem ${events} sự kiện`,
      done: (events: string): string =>
        events === '0' ? 'Chưa có sự kiện cũ để đối chiếu' : `Nguyên vẹn đến sự kiện ${events}`,
      wrong: (event: string) => `Sự kiện ${event} đã bị sửa hoặc bị xóa. Gọi người phụ trách máy.`,
    },
    free: 'Chỗ trống trên ổ đĩa',
    freeIs: (megabytes: string) => `${megabytes} MB`,
    freeLow: (megabytes: string) =>
      `Ổ đĩa chỉ còn ${megabytes} MB. Xóa hoặc chuyển bớt tệp tải về, video, Thùng rác; không xóa gì trong thư mục dữ liệu.`,
    lastWord: 'Dấu ghi lần cuối',
    lastWordIs: {
      kept: 'Có; thiếu số nào sau khi máy tắt đột ngột, chương trình sẽ báo',
      began: 'Bắt đầu ghi từ lần mở này',
      unreadable:
        'Tệp desk.last không đọc được lúc mở, nên không biết dữ liệu có thiếu hay không. Từ lần này ghi lại.',
      failing: 'Không ghi được tệp desk.last. Kiểm tra ổ đĩa rồi mở lại chương trình.',
    },
    events: 'Sự kiện đã ghi',
    version: 'Phiên bản chương trình',
    inElectron: 'chương trình trên máy',
    inBrowser: 'mở trong trình duyệt',
    chain: 'Chuỗi sự kiện',
    chainHint:
      'Mỗi sự kiện mang dấu của sự kiện trước. Đếm lại cho biết có ai sửa dữ liệu ngoài chương trình hay không.',
    verify: 'Kiểm tra chuỗi',
    verifying: 'Đang kiểm tra…',
    verified: (events: string) => `Đã kiểm tra ${events} sự kiện, không sự kiện nào bị sửa.`,
    verifiedBroken: (number: string) =>
      `Sự kiện số ${number} không khớp: dữ liệu đã bị sửa ngoài chương trình. Giữ nguyên tệp, sao ra nơi khác và báo cấp trên.`,
    training: 'Chế độ tập',
    trainingHint: 'Dữ liệu mẫu trong cơ sở dữ liệu riêng, không tính vào số liệu thật.',
  },
};

export const settingsDataEn: typeof settingsDataVi = {
  kinds: {
    'commune-police': 'Ward or commune police',
    'district-team': 'District police team (before 1 Mar 2025)',
    'province-office': 'Provincial police (PC06)',
    immigration: 'Immigration office',
    'mobile-team': 'Mobile team',
    'one-stop': 'One-stop desk',
    'civil-status': 'Civil status office',
  },
  places: {
    what: 'The directory by which people are sent to the right place. Triage and guidance slips take names, addresses and hours from here.',
    none: 'The directory is empty: when something is not done here, the slip cannot say where to go. Add at least the provincial PC06.',
    add: 'Add a place',
    newName: 'Name of the new place',
    place: 'Place',
    does: 'Does',
    state: 'State',
    open: 'Open',
    closed: 'Closed for now',
    doesAll: 'Every procedure',
    doesNothing: 'No procedure chosen',
    name: 'Name',
    kind: 'Kind of office',
    address: 'Address',
    hours: 'Opening hours',
    note: 'Note',
    noteHint: 'Told with the address, or when the place is closed.',
    coversHere: "Also covers this office's area",
    coversHereHint: 'For example PC06 of the province.',
    procedures: 'Does',
    remove: 'Remove this place',
    chosen: 'Chosen place',
  },
  data: {
    what: 'The data stays on this PC. Nothing is sent anywhere unless the office exports a file.',
    folder: 'Data folder',
    copy: 'Copy the path',
    copied: 'Copied',
    integrity: 'Integrity',
    whole: 'Whole, checked when the program opened',
    broken: (found) => `The check found: ${found}. Call whoever looks after this PC.`,
    synchronous: 'Power loss',
    full: 'Saved means written; a power loss loses nothing',
    notFull: (level) =>
      `Level ${level}: the last write may be lost when the power fails. Close the program and open it again.`,
    pages: 'Page by page',
    pagesAre: {
      checking: (percent: number) => `Being checked, ${percent} %`,
      done: (learned: boolean): string =>
        learned ? 'Done; checksums taken for the first time, compared from now on' : 'Done, no page is wrong',
      wrong: (wrong: number) =>
        `${wrong} ${wrong === 1 ? 'page is' : 'pages are'} no longer as written: the disk may be failing`,
    },
    damaged: {
      title: 'A part of the data is no longer as it was written',
      what: 'You did nothing wrong: it is usually an old disk or a power cut. Copies made before the damage are good, for each was opened and checked. What to do:',
      steps: [
        'Print or export today’s report, if it still opens.',
        'Open the page Copies and restore the newest, the first of the list. Numbers given after it return to the queue without a name and are not given again.',
        'Have the disk looked at. This note goes once the copy is restored.',
      ],
    },
    chainIs: {
      checking: (events: string) => `Being checked, ${events} events so far`,
      done: (events: string): string =>
        events === '0' ? 'No earlier events to compare yet' : `Whole up to event ${events}`,
      wrong: (event: string) => `Event ${event} was changed or deleted. Call whoever looks after the PC.`,
    },
    free: 'Free on the disk',
    freeIs: (megabytes: string) => `${megabytes} MB`,
    freeLow: (megabytes: string) =>
      `Only ${megabytes} MB are free on the disk. Delete or move downloads, videos, the recycle bin; nothing in the data folder.`,
    lastWord: 'Last write',
    lastWordIs: {
      kept: 'Kept; a number missing after a sudden end would be told',
      began: 'Kept from this start on',
      unreadable:
        'The file desk.last could not be read at the start, so it is not known whether something is missing. It is kept anew from now on.',
      failing: 'The file desk.last cannot be written. Check the disk, then open the program again.',
    },
    events: 'Events recorded',
    version: 'Program version',
    inElectron: 'desktop program',
    inBrowser: 'in the browser',
    chain: 'Event chain',
    chainHint:
      'Every event carries the mark of the one before. A recount tells whether somebody changed the data outside of the program.',
    verify: 'Check the chain',
    verifying: 'Checking…',
    verified: (events) => `Checked ${events} events; none was changed.`,
    verifiedBroken: (number) =>
      `Event ${number} does not fit: the data was changed outside of the program. Leave the file as it is, copy it elsewhere and tell the level above.`,
    training: 'Training mode',
    trainingHint: 'Sample data in a database of its own, counted nowhere.',
  },
};
