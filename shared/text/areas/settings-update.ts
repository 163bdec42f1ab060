const exitVi: Readonly<Record<number, string>> = {
  3: 'Trên máy đã có bản mới hơn.',
  4: 'Không ghi được chương trình: kiểm tra chỗ trống của ổ đĩa rồi làm lại.',
  5: 'Chương trình không tự đóng được: đóng các cửa sổ khác của chương trình rồi làm lại.',
};
const exitEn: Readonly<Record<number, string>> = {
  3: 'A newer version is already on this PC.',
  4: 'The program could not be written: look at the free space of the disk and try again.',
  5: 'The program did not close: close its other windows and try again.',
};

/** The page of updates in the settings, and the words about updates elsewhere. */
export const settingsUpdateVi = {
  update: {
    what: 'Bản mới đến bằng USB hoặc thư mục dùng chung, không cần mạng. Chỉ cài bản có chữ ký của nơi phát hành.',
    version: 'Đang dùng',
    editions: {
      host: 'bản dùng trình duyệt có sẵn của máy',
      electron: 'bản Electron',
      sources: 'chạy từ mã nguồn, không do bộ cài',
    },
    take: 'Cập nhật từ tệp',
    path: 'Thư mục hoặc tệp của bản phát hành',
    pathHint: 'Chương trình chép bộ cài về máy này và kiểm tra bản chép; sau đó rút USB được.',
    example: 'Ví dụ E:\\QuayTiepDan-0.2.0',
    onDisks: (version: string, folder: string) => `Bản ${version} ở ${folder}`,
    check: 'Kiểm tra',
    checkOne: (version: string) => `Kiểm tra bản ${version}`,
    checking: 'Đang kiểm tra và chép…',
    ready: (version: string) => `Bản ${version} đã chép về máy này và kiểm tra xong`,
    released: (date: string, megabytes: string) => `Phát hành ngày ${date}, bộ cài ${megabytes} MB.`,
    install: (version: string) => `Cập nhật lên ${version}`,
    installing: 'Đang sao lưu rồi mở bộ cài…',
    confirm: (from: string, to: string) => `Cập nhật từ bản ${from} lên ${to}?`,
    before: [
      'Dữ liệu được sao lưu và kiểm tra trước.',
      'Chương trình đóng khoảng một phút rồi tự mở lại. Máy khác trong phòng mất kết nối trong lúc đó, và cần cập nhật cùng bản.',
      'Không quay lại bản cũ được: dữ liệu đi theo bản mới.',
    ],
    go: 'Sao lưu rồi cập nhật',
    running: 'Bộ cài đang chạy. Cửa sổ này sẽ tự đóng rồi mở lại.',
    byHand: 'Máy này cần người quản trị cài. Tạo bản sao dữ liệu trước, rồi nhờ người quản trị chạy:',
    fromSources: 'Chương trình này chạy từ mã nguồn nên không tự cài. Bộ cài nằm ở:',
    copyPath: 'Chép đường dẫn',
    copied: 'Đã chép',
    installed: (from: string, to: string) => `Đã cập nhật từ bản ${from} lên ${to}`,
    failed: (to: string, version: string) => `Chưa lên được bản ${to}: máy vẫn dùng bản ${version}`,
    failedSays: (exitCode: number | null) =>
      exitCode === null
        ? 'Bộ cài không chạy tới cùng. Dữ liệu còn nguyên; làm lại được.'
        : (exitVi[exitCode] ?? `Bộ cài báo mã ${exitCode}. Dữ liệu còn nguyên; báo mã này cho người hỗ trợ.`),
    seen: 'Đã xem',
    watch: 'Thư mục theo dõi',
    watchHint: 'Thư mục dùng chung hoặc USB. Khi ở đó có bản mới hơn, chương trình báo. Để trống thì thôi.',
    nothingNew: 'Chưa có bản nào mới hơn ở đó.',
    newer: (version: string) => `Có bản mới ${version} trong thư mục theo dõi.`,
    toPage: 'Xem bản mới',
  },
};

export const settingsUpdateEn: typeof settingsUpdateVi = {
  update: {
    what: 'A new version comes by stick or share, without a network. Only what the publisher has signed is installed.',
    version: 'In use',
    editions: {
      host: 'with the browser of this PC',
      electron: 'with Electron',
      sources: 'runs from its sources, not installed',
    },
    take: 'Update from a file',
    path: 'Folder or file of the release',
    pathHint: 'The installer is copied to this PC and the copy checked; the stick may then be pulled out.',
    example: 'For example E:\\QuayTiepDan-0.2.0',
    onDisks: (version, folder) => `Version ${version} at ${folder}`,
    check: 'Check',
    checkOne: (version) => `Check version ${version}`,
    checking: 'Checking and copying…',
    ready: (version) => `Version ${version} is copied to this PC and checked`,
    released: (date, megabytes) => `Released on ${date}, installer of ${megabytes} MB.`,
    install: (version) => `Update to ${version}`,
    installing: 'Copying the data, then opening the installer…',
    confirm: (from, to) => `Update from ${from} to ${to}?`,
    before: [
      'The data is copied and the copy checked before.',
      'The program closes for about a minute and opens again by itself. Other PCs of the room lose their line meanwhile, and need the same version.',
      'There is no way back to the former version: the data goes on with the new one.',
    ],
    go: 'Copy the data and update',
    running: 'The installer is at work. This window closes by itself and opens again.',
    byHand:
      'An administrator has to install on this PC. Make a copy of the data, then have an administrator run:',
    fromSources: 'This program runs from its sources and does not install itself. The installer lies at:',
    copyPath: 'Copy the path',
    copied: 'Copied',
    installed: (from, to) => `Updated from ${from} to ${to}`,
    failed: (to, version) => `Not updated to ${to}: this PC still runs ${version}`,
    failedSays: (exitCode) =>
      exitCode === null
        ? 'The installer did not run to its end. The data is untouched; it may be tried again.'
        : (exitEn[exitCode] ??
          `The installer ended with code ${exitCode}. The data is untouched; tell your support this code.`),
    seen: 'Seen',
    watch: 'Watched folder',
    watchHint: 'A share or a stick. When a newer version is there, the program says so. Empty for none.',
    nothingNew: 'Nothing newer is there.',
    newer: (version) => `A new version ${version} is in the watched folder.`,
    toPage: 'See it',
  },
};
