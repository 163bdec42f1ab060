import type { ReceiveReason, ReceiveRoute, ReceiveStatus } from '#shared/domain/level/words.ts';

type Words<T extends string> = Readonly<Record<T, string>>;
type Said = Readonly<{ title: string; help: string }>;

const statusVi: Words<ReceiveStatus> = {
  new: 'mới',
  already: 'đã có, giống hệt',
  replaced: 'thay bản trước',
  older: 'bản cũ, không dùng',
  conflict: 'trùng số bản',
  forged: 'từ chối',
  'unknown-office': 'chưa đăng ký',
  'unknown-key': 'khóa lạ',
  unreadable: 'không đọc được',
};

/** What is wrong with a file that does not count, and what to do. */
const troubleVi: Readonly<Record<Exclude<ReceiveStatus, 'new' | 'already' | 'replaced' | 'older'>, Said>> = {
  conflict: {
    title: 'Hai tệp khác nhau cùng mang một số bản',
    help: 'Máy giữ tệp đến trước. Hỏi đơn vị tệp nào đúng và đề nghị xuất bản số mới.',
  },
  forged: {
    title: 'Chữ ký không khớp nội dung',
    help: 'Không con số nào được cộng, tệp được cất riêng. Đề nghị đơn vị xuất lại tệp.',
  },
  'unknown-office': {
    title: 'Đơn vị chưa đăng ký ở đây',
    help: 'Đăng ký đơn vị ở trang Đơn vị (Alt+4): tệp số liệu đã cất được đọc lại ngay. Bảng điền tay thì thả lại.',
  },
  'unknown-key': {
    title: 'Tệp ký bằng khóa chưa được chấp nhận',
    help: 'Gọi đơn vị hỏi có đổi máy không, đối chiếu dấu khóa rồi nhận khóa mới ở trang của đơn vị.',
  },
  unreadable: {
    title: 'Không đọc được tệp',
    help: 'Chọn đúng tệp số liệu (tep-so-lieu-….json) mà chương trình của đơn vị xuất ra.',
  },
};

const reasonVi: Words<ReceiveReason> = {
  'too-large': 'Tệp quá lớn, không phải số liệu một ngày của một đơn vị.',
  'not-a-day-file': 'Đây không phải tệp số liệu ngày của chương trình.',
  'an-archive': 'Đây là tệp nén. Giải nén ra một thư mục rồi kéo cả thư mục đó vào đây.',
  'newer-schema': 'Tệp do bản chương trình mới hơn xuất. Cập nhật chương trình ở máy này.',
  'part-changed': 'Một phần số liệu đã bị sửa sau khi ký.',
  'bytes-changed': 'Tệp bị sửa sau khi ký, hoặc hỏng khi chép.',
  'key-mismatch': 'Dấu khóa ghi trong tệp không phải của khóa đi kèm.',
  'bad-signature': 'Tệp bị sửa sau khi ký.',
  'key-of-another-office': 'Tệp ghi tên đơn vị này nhưng ký bằng khóa của đơn vị khác.',
  'office-closed': 'Đơn vị này đã thôi gửi.',
  'own-office': 'Đây là tệp của chính cấp tổng hợp này.',
  training: 'Đây là số liệu tập huấn, không phải số liệu thật.',
  'day-in-future': 'Tệp ghi một ngày chưa tới. Đề nghị đơn vị xem lại ngày giờ của máy.',
};

const routeVi: Words<ReceiveRoute> = {
  page: 'chọn hoặc kéo vào',
  folder: 'thư mục theo dõi',
  line: 'đơn vị gửi qua mạng',
  sheet: 'bảng điền tay',
  typed: 'gõ tay',
};

export const levelReceiveVi = {
  title: 'Nhận tệp',
  hint: 'kéo vào đây, USB, thư mục chung',
  dropTitle: 'Kéo tệp số liệu vào đây',
  dropHere: 'Thả tệp để nhận',
  or: 'hoặc',
  choose: 'chọn tệp',
  chooseFolder: 'chọn cả thư mục',
  dropHint: 'Bao nhiêu tệp cũng được, thứ tự nào cũng được.',
  progress: (done: string, all: string) => `Đang nhận ${done} / ${all} tệp`,
  stop: 'Dừng',
  batch: (time: string) => `Lúc ${time}`,
  files: (count: string) => `${count} tệp`,
  tally: {
    in: (count: string) => `${count} vào`,
    already: (count: string) => `${count} đã có`,
    older: (count: string) => `${count} bản cũ`,
    refused: (count: string) => `${count} từ chối`,
    failed: (count: string) => `${count} chưa gửi được`,
  },
  earlier: 'Đã nhận trước đó',
  latest: 'Tệp mới nhận',
  none: 'Chưa nhận tệp nào của ngày này.',
  status: statusVi,
  version: (version: string) => `bản ${version}`,
  replaced: (version: string) => `bản ${version} thay bản trước`,
  trouble: troubleVi,
  reason: reasonVi,
  route: routeVi,
  call: (telephone: string) => `Gọi ${telephone}.`,
  refusedTitle: (who: string) => `Không nhận: ${who}`,
  conflictTitle: (who: string) => `Cần hỏi lại: ${who}`,
  next: 'Xem lỗi tiếp',
  seen: 'Đã xem',
  openOffice: 'Mở đơn vị',
  more: (count: string) => `và ${count} tệp nữa`,
  cut: 'Máy tổng hợp chưa trả lời. Nối lại là gửi tiếp, không mất tệp nào; bấm Dừng để thôi.',
  empty: 'Ở đó không có tệp số liệu (.json) nào.',
  sheetProblem: {
    'no-such-day': 'Ngày không có thật: ghi như 31/12/2026.',
    'not-a-number': 'Có ô không phải số nguyên.',
    'parts-differ': 'Các số thành phần không cộng thành tổng.',
  },
  notSent: 'Chưa gửi được',
  again: 'Gửi lại tệp chưa nhận',
  folderTrouble: {
    gone: (folder: string) =>
      `Không thấy thư mục theo dõi “${folder}”. Cắm lại USB hoặc nối lại ổ chung; máy tự nhận tiếp.`,
    unreadable: (folder: string) =>
      `Không đọc được thư mục theo dõi “${folder}”. Xem lại quyền đọc của thư mục.`,
  },
};

const statusEn: Words<ReceiveStatus> = {
  new: 'new',
  already: 'here already, the same',
  replaced: 'replaces the one before',
  older: 'older version, not used',
  conflict: 'same version twice',
  forged: 'refused',
  'unknown-office': 'not registered',
  'unknown-key': 'unknown key',
  unreadable: 'cannot be read',
};

const troubleEn: typeof troubleVi = {
  conflict: {
    title: 'Two different files carry one version number',
    help: 'The first one is kept. Ask the office which is right, and for an export under a new number.',
  },
  forged: {
    title: 'The signature does not fit the contents',
    help: 'No figure of it was counted, the file is kept apart. Ask the office to export it again.',
  },
  'unknown-office': {
    title: 'This office is not registered here',
    help: 'Register it on the page Offices (Alt+4): a figures file is kept and then read by itself. A filled-in sheet is dropped again.',
  },
  'unknown-key': {
    title: 'Signed with a key that nobody has accepted',
    help: 'Ask the office by telephone whether it has a new PC, compare the fingerprint, then accept the key on the page of the office.',
  },
  unreadable: {
    title: 'The file cannot be read',
    help: 'Choose the figures file (tep-so-lieu-….json) that the program of the office exports.',
  },
};

const reasonEn: Words<ReceiveReason> = {
  'too-large': 'The file is too large for the figures of one day of one office.',
  'not-a-day-file': 'This is no day file of the program.',
  'an-archive': 'This is an archive. Unpack it into a folder, then drop that folder here.',
  'newer-schema': 'It was exported by a newer version of the program. Update the program on this PC.',
  'part-changed': 'A part of the figures was changed after signing.',
  'bytes-changed': 'The file was changed after signing, or damaged when it was copied.',
  'key-mismatch': 'The fingerprint in the file is not that of its key.',
  'bad-signature': 'The file was changed after signing.',
  'key-of-another-office': 'It names this office but was signed with the key of another.',
  'office-closed': 'This office sends no more.',
  'own-office': 'This is a file of this level itself.',
  training: 'These are training figures, not real ones.',
  'day-in-future': 'It speaks of a day to come. Ask the office to check the date of its PC.',
};

const routeEn: Words<ReceiveRoute> = {
  page: 'chosen or dropped',
  folder: 'watched folder',
  line: 'sent by the office',
  sheet: 'filled-in sheet',
  typed: 'typed',
};

export const levelReceiveEn: typeof levelReceiveVi = {
  title: 'Receive files',
  hint: 'drop here, stick, shared folder',
  dropTitle: 'Drop figures files here',
  dropHere: 'Let go to receive',
  or: 'or',
  choose: 'choose files',
  chooseFolder: 'choose a whole folder',
  dropHint: 'As many as you like, in any order.',
  progress: (done, all) => `Receiving ${done} / ${all} files`,
  stop: 'Stop',
  batch: (time) => `At ${time}`,
  files: (count) => `${count} files`,
  tally: {
    in: (count) => `${count} in`,
    already: (count) => `${count} here already`,
    older: (count) => `${count} older`,
    refused: (count) => `${count} refused`,
    failed: (count) => `${count} not sent`,
  },
  earlier: 'Received before',
  latest: 'Latest files',
  none: 'No file of this day has come yet.',
  status: statusEn,
  version: (version) => `version ${version}`,
  replaced: (version) => `version ${version} replaces`,
  trouble: troubleEn,
  reason: reasonEn,
  route: routeEn,
  call: (telephone) => `Call ${telephone}.`,
  refusedTitle: (who) => `Not taken: ${who}`,
  conflictTitle: (who) => `To be asked: ${who}`,
  next: 'Next trouble',
  seen: 'Seen',
  openOffice: 'Open the office',
  more: (count) => `and ${count} more files`,
  cut: 'The level does not answer. Sending goes on when it does, no file is lost; press Stop to end it.',
  empty: 'There is no figures file (.json) there.',
  sheetProblem: {
    'no-such-day': 'There is no such day: write it as 31/12/2026.',
    'not-a-number': 'A cell is no whole number.',
    'parts-differ': 'The parts do not make the total.',
  },
  notSent: 'Not sent yet',
  again: 'Send those again',
  folderTrouble: {
    gone: (folder) =>
      `The watched folder “${folder}” is not there. Plug the stick in or join the share again; receiving goes on by itself.`,
    unreadable: (folder) => `The watched folder “${folder}” cannot be read. Check its permissions.`,
  },
};
