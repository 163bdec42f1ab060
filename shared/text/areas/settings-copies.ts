import type { CopyTrouble } from '#shared/contract/backup-words.ts';

const troubleVi: Record<CopyTrouble, string> = {
  gone: 'Không thấy nơi này: USB đã rút hoặc ổ đĩa chưa nối. Cắm lại rồi bấm Tạo bản sao.',
  full: 'Nơi này đã đầy. Xóa bớt tệp khác (đừng xóa thư mục quay-tiep-dan).',
  readonly: 'Nơi này chỉ cho đọc. Mở lẫy khóa ghi của USB hoặc chọn nơi khác.',
  slow: 'Nơi này chậm hơn 4 MB mỗi giây: vẫn nhận bản sao mới nhất, nhưng trễ.',
  'other-office': 'Nơi này đang giữ bản sao của đơn vị khác. Chọn nơi khác.',
  damaged: 'Bản sao chép sang đây đọc lại không giống bản gốc. Thay USB hoặc ổ đĩa này.',
  failed: 'Chưa chép được sang đây. Bấm Tạo bản sao để thử lại.',
};

const troubleEn: Record<CopyTrouble, string> = {
  gone: 'Not there: the stick was pulled or the disk is not connected. Plug it in, then press Make a copy.',
  full: 'Full. Remove other files (not the folder quay-tiep-dan).',
  readonly: 'Can only be read. Release the write lock of the stick or choose another place.',
  slow: 'Slower than 4 MB a second: it takes the newest copy, but late.',
  'other-office': 'Holds copies of another office. Choose another place.',
  damaged: 'A copy read back from here differs from the original. Replace this stick or disk.',
  failed: 'Nothing could be copied here. Press Make a copy to try again.',
};

/** The page of copies in the settings, and the words about copies elsewhere. */
export const settingsCopiesVi = {
  copies: {
    what: 'Bản sao của toàn bộ dữ liệu, tự tạo trong lúc làm việc. Bản nào cũng được mở ra kiểm tra rồi mới tính.',
    newest: 'Bản sao tốt mới nhất',
    never: 'Chưa có',
    make: 'Tạo bản sao',
    making: 'Đang tạo và kiểm tra…',
    made: (tickets: string) => `Đã tạo và kiểm tra bản sao: ${tickets} số.`,
    places: 'Nơi giữ bản sao ngoài máy',
    placesHint:
      'USB, ổ đĩa thứ hai hay thư mục ở máy khác. Bản sao chỉ nằm trên ổ của máy này sẽ mất cùng với ổ đó.',
    place: (at: number) => `Nơi ${at}`,
    newPlace: 'Thêm nơi giữ bản sao',
    example: 'Ví dụ E:\\BanSao',
    noPlace: 'Chưa có nơi nào ngoài máy. Cắm một USB và ghi đường dẫn của nó vào đây.',
    state: 'Tình trạng từng nơi',
    inDataFolder: 'Trong thư mục dữ liệu',
    holds: (copies: number, newest: string) =>
      copies === 0 ? 'Chưa có bản sao' : `${copies} bản, mới nhất ${newest}`,
    sameDisk: 'cùng ổ đĩa với dữ liệu: hỏng ổ là mất cả hai',
    trouble: troubleVi,
    rhythm: 'Tự tạo sau mỗi',
    minutes: (minutes: number) => `${minutes} phút có việc`,
    list: 'Các bản sao',
    at: 'Lúc',
    day: 'Ngày làm việc',
    tickets: 'Số đã cấp',
    after: 'Số cấp sau đó',
    check: 'Kiểm tra',
    verified: 'Đã mở và kiểm tra',
    notWhole: 'Không còn nguyên: không dùng',
    sealed: 'Đã mã hóa',
    plainCopy:
      'Bản sao này chưa mã hóa. Khôi phục xong, dữ liệu không còn mã hóa: vào An toàn dữ liệu để mã hóa lại.',
    listNone: 'Chưa có bản sao nào ở các nơi đã biết.',
    noneThere: (folder: string) =>
      `Không thấy bản sao nào ở ${folder}. Xem USB đã cắm chắc chưa, hoặc gõ đường dẫn khác.`,
    looking: 'Đang tìm…',
    atLeast: (tickets: string) => `ít nhất ${tickets}`,
    notKnown: 'không rõ',
    found: 'Ổ đang cắm có bản sao',
    foundOne: (folder: string, offices: string, newest: string) =>
      `${folder}: ${offices}, mới nhất ${newest}`,
    brought: 'Nơi đang giữ bản sao',
    broughtHint: 'Gõ đường dẫn USB hay thư mục, ví dụ E:\\BanSao, rồi Enter.',
    lookIn: 'Tìm bản sao ở nơi khác',
    lookInHint: 'Gõ đường dẫn USB hay thư mục, ví dụ E:\\BanSao, rồi Enter. Để trống: các nơi đã biết.',
    restore: 'Khôi phục',
    restoreOne: (at: string) => `Khôi phục bản sao lúc ${at}`,
    restoreWhat:
      'Dữ liệu hiện tại được cất riêng trong thư mục copies, không xóa. Số đã phát sau bản sao này không cấp lại: chúng trở lại hàng chờ không kèm tên. Cán bộ, vai và mã PIN trở lại như lúc sao.',
    ofOffice: 'Đơn vị',
    reason: 'Lý do',
    reasonNeeded: 'Ghi lý do trước.',
    newPc: 'Máy mới',
    highest: 'Số cao nhất đã phát của từng dãy, ví dụ A060, B010',
    highestHint:
      'Đã phát thêm số sau bản sao này (xem giấy số, màn hình chờ) thì sửa cho đúng; số đó không cấp lại.',
    restoring: 'Đang kiểm tra và khôi phục…',
    restoredWhole:
      'Đã khôi phục. Không số nào thiếu. Cán bộ và mã PIN theo bản sao: xem lại ai đã nghỉ, mã nào đã đổi.',
    restored: (nameless: string) =>
      `Đã khôi phục. ${nameless} số chưa có tên đã trở lại hàng chờ. Cán bộ và mã PIN theo bản sao: xem lại ai đã nghỉ, mã nào đã đổi.`,
    need: {
      none: 'Chưa có bản sao nào. Mở Cài đặt, Bản sao và bấm Tạo bản sao.',
      old: 'Bản sao tốt mới nhất đã quá một ngày. Mở Cài đặt, Bản sao và bấm Tạo bản sao.',
      'no-second-place':
        'Chưa có nơi giữ bản sao ngoài máy này: hỏng ổ đĩa là mất hết. Cắm USB, mở Cài đặt, Bản sao và thêm nơi.',
      'place-trouble': 'Có nơi giữ bản sao không nhận được bản mới. Mở Cài đặt, Bản sao để xem.',
    },
    age: (at: string) => `Bản sao tốt mới nhất: ${at}`,
    oldShort: 'Bản sao đã quá một ngày',
    second: 'Nơi giữ bản sao thứ hai',
    secondHint:
      'Cắm một USB và ghi đường dẫn, ví dụ E:\\BanSao. Để trống cũng được; mỗi sáng chương trình sẽ nhắc.',
  },
};

export const settingsCopiesEn: typeof settingsCopiesVi = {
  copies: {
    what: 'Copies of all data, made by themselves while you work. Each was opened and checked before it counts.',
    newest: 'Newest good copy',
    never: 'None yet',
    make: 'Make a copy',
    making: 'Making and checking…',
    made: (tickets) => `A copy was made and checked: ${tickets} tickets.`,
    places: 'Places outside of this PC',
    placesHint:
      'A stick, a second disk or a folder of another PC. A copy on the disk of this PC alone is lost with it.',
    place: (at) => `Place ${at}`,
    newPlace: 'Add a place for copies',
    example: 'For example E:\\Copies',
    noPlace: 'No place outside yet. Plug in a stick and type its path here.',
    state: 'How each place stands',
    inDataFolder: 'In the data folder',
    holds: (copies, newest) =>
      copies === 0 ? 'No copy yet' : `${copies} ${copies === 1 ? 'copy' : 'copies'}, newest ${newest}`,
    sameDisk: 'on the disk of the data: it takes both with it',
    trouble: troubleEn,
    rhythm: 'Made by itself every',
    minutes: (minutes) => `${minutes} minutes of work`,
    list: 'Copies',
    at: 'Made',
    day: 'Business day',
    tickets: 'Tickets',
    after: 'Tickets after it',
    check: 'Check',
    verified: 'Opened and checked',
    notWhole: 'No longer whole: not used',
    sealed: 'Encrypted',
    plainCopy:
      'This copy is not encrypted. Once restored, the data is not encrypted any more: encrypt it again under Safety of data.',
    listNone: 'No copy yet in the known places.',
    noneThere: (folder) =>
      `No copy found in ${folder}. See whether the stick is in firmly, or type another path.`,
    looking: 'Looking…',
    atLeast: (tickets) => `at least ${tickets}`,
    notKnown: 'not known',
    found: 'Plugged-in disks with copies',
    foundOne: (folder, offices, newest) => `${folder}: ${offices}, newest ${newest}`,
    brought: 'Where the copies are',
    broughtHint: 'Type the path of the stick or folder, for example E:\\Copies, then Enter.',
    lookIn: 'Look for copies elsewhere',
    lookInHint:
      'Type the path of a stick or folder, for example E:\\Copies, then Enter. Empty: the known places.',
    restore: 'Restore',
    restoreOne: (at) => `Restore the copy of ${at}`,
    restoreWhat:
      'The present data is put aside in the folder copies, not deleted. Numbers given after this copy are not given again: they return to the queue without a name. Officers, roles and PINs are again those of the copy.',
    ofOffice: 'Office',
    reason: 'Reason',
    reasonNeeded: 'Give a reason first.',
    newPc: 'New PC',
    highest: 'Highest number handed out of each series, for example A060, B010',
    highestHint:
      'If more were given after this copy (see paper numbers, the wall), correct it; those are not given again.',
    restoring: 'Checking and restoring…',
    restoredWhole:
      'Restored. No number is missing. Officers and PINs are those of the copy: look who has left and which PIN was changed.',
    restored: (nameless) =>
      `Restored. ${nameless} numbers without a name are back in the queue. Officers and PINs are those of the copy: look who has left and which PIN was changed.`,
    need: {
      none: 'There is no copy yet. Open Settings, Copies and press Make a copy.',
      old: 'The newest good copy is older than a day. Open Settings, Copies and press Make a copy.',
      'no-second-place':
        'No copy is kept outside of this PC: a broken disk loses everything. Plug in a stick, open Settings, Copies and add it.',
      'place-trouble': 'A place did not take the newest copy. Open Settings, Copies.',
    },
    age: (at) => `Newest good copy: ${at}`,
    oldShort: 'Copy older than a day',
    second: 'Second place for copies',
    secondHint:
      'Plug in a stick and type its path, for example E:\\Copies. It may stay empty; you are reminded every morning.',
  },
};
