/** The level's own key, its copies, the watched folder and the check of the book. */
export const levelSettingsVi = {
  own: {
    title: 'Cấp tổng hợp này',
    code: 'Mã',
    name: 'Tên',
    receivingLevel: 'Nơi nhận báo cáo',
  },
  key: {
    title: 'Khóa ký của cấp này',
    hint: 'Cấp trên đăng ký cấp này bằng mã và khóa dưới đây, rồi đối chiếu dấu khóa qua điện thoại.',
    fingerprint: 'Dấu khóa',
    publicKey: 'Khóa công khai',
    copyKey: 'Chép khóa',
    copied: 'Đã chép',
    qr: 'Mã QR của khóa công khai',
    saveKey: 'Lưu tệp khóa',
  },
  watch: {
    title: 'Thư mục theo dõi',
    hint: 'Thư mục chung, USB, hoặc nơi lưu tệp đính kèm của thư: tệp mới ở đó được nhận tự động, tệp gốc để nguyên.',
    folder: 'Đường dẫn thư mục trên máy này',
    start: 'Theo dõi',
    stop: 'Thôi theo dõi',
    on: (folder: string) => `Đang theo dõi “${folder}”`,
    lastLook: (when: string) => `xem lần cuối ${when}`,
    needed: 'Ghi đường dẫn thư mục.',
  },
  backup: {
    title: 'Bản sao lưu',
    sqlite:
      'Bản sao được mở và kiểm tra xong mới tính. Chép ra USB hoặc ổ khác; khóa ký nằm trong thư mục dữ liệu, giữ cùng bản sao.',
    postgres: 'Cấp này nằm trên PostgreSQL: sao lưu bằng pg_dump theo trang hướng dẫn docs/cap-tong-hop.md.',
    last: (when: string) => `Lần cuối ${when}`,
    never: 'Chưa có bản sao nào.',
    folder: 'Thư mục để bản sao (bỏ trống: cạnh dữ liệu)',
    make: 'Sao lưu bây giờ',
    done: (path: string, size: string) => `Đã sao lưu và kiểm tra: ${path} (${size})`,
    unverified: (path: string) => `Bản sao ở ${path} kiểm tra không đúng: đừng dùng, sao lưu lại nơi khác.`,
  },
  check: {
    title: 'Kiểm tra sổ nhận tệp',
    hint: 'Sổ nhận tệp nối từng dòng với dòng trước; sửa một chỗ là lộ. Kiểm tra đi từ dòng đầu.',
    run: 'Kiểm tra',
    running: 'Đang kiểm tra…',
    whole: (lines: string) => `${lines} dòng, nguyên vẹn.`,
    broken: (line: string) =>
      `Sổ bị đứt từ dòng ${line}. Giữ nguyên máy, khôi phục bản sao gần nhất ra chỗ khác và gọi người hỗ trợ.`,
  },
  sheet: {
    title: 'Đơn vị không dùng chương trình',
    hint: 'Gửi bảng mẫu cho đơn vị điền, rồi kéo bảng đã điền vào cột Nhận tệp. Số liệu ghi rõ “không ký”.',
    save: 'Lưu bảng mẫu XLSX',
  },
};

export const levelSettingsEn: typeof levelSettingsVi = {
  own: { title: 'This level', code: 'Code', name: 'Name', receivingLevel: 'Reports to' },
  key: {
    title: 'The signing key of this level',
    hint: 'The level above registers this one by the code and key below, and compares the fingerprint over the telephone.',
    fingerprint: 'Fingerprint',
    publicKey: 'Public key',
    copyKey: 'Copy the key',
    copied: 'Copied',
    qr: 'QR code of the public key',
    saveKey: 'Save the key as a file',
  },
  watch: {
    title: 'Watched folder',
    hint: 'A share, a stick, or where attachments of mail are saved: new files there are received by themselves and stay where they are.',
    folder: 'Path of the folder on this PC',
    start: 'Watch it',
    stop: 'Stop watching',
    on: (folder) => `Watching “${folder}”`,
    lastLook: (when) => `last look ${when}`,
    needed: 'The path is needed.',
  },
  backup: {
    title: 'Backup',
    sqlite:
      'A copy counts once it was opened and checked. Put it on a stick or another disk; the signing key lies in the data folder, keep it with the copy.',
    postgres: 'This level lives in PostgreSQL: back it up by pg_dump as docs/cap-tong-hop.md tells.',
    last: (when) => `Last at ${when}`,
    never: 'There is no copy yet.',
    folder: 'Folder for the copy (empty: beside the data)',
    make: 'Back up now',
    done: (path, size) => `Copied and checked: ${path} (${size})`,
    unverified: (path) => `The copy at ${path} did not pass its check: do not use it, copy to another place.`,
  },
  check: {
    title: 'Check of the book of received files',
    hint: 'Each line of the book is chained to the one before, so that a change shows. The check walks from the first line.',
    run: 'Check',
    running: 'Checking…',
    whole: (lines) => `${lines} lines, whole.`,
    broken: (line) =>
      `The book is broken from line ${line} on. Leave this PC as it is, restore the newest copy elsewhere and call the support.`,
  },
  sheet: {
    title: 'Offices without the program',
    hint: 'Send the empty sheet to the office, then drop the filled-in one on Receive files. Its figures say “not signed”.',
    save: 'Save the empty sheet as XLSX',
  },
};
