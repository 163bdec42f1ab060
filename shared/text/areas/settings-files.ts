import type { KeyReason } from '#shared/contract/export-words.ts';

/** Settings of the files that are sent: folders, periods, the signing key. */
export const settingsFilesVi = {
  what: 'Ở Cuối ngày, tệp số liệu được ghi vào từng thư mục dưới đây. Không có thư mục nào thì tải về bằng trình duyệt.',
  folders: 'Thư mục nhận tệp',
  foldersHint: 'Đường dẫn đầy đủ trên máy giữ dữ liệu, kể cả ổ USB hay thư mục mạng.',
  folder: (place: number) => `Thư mục ${place}`,
  newFolder: 'Thêm thư mục',
  example: 'Ví dụ D:\\SoLieu',
  none: 'Chưa có thư mục nào.',
  periods: 'Số liệu tháng, năm, đợt',
  periodsHint: 'Lập ở Bảng số liệu, ghi vào các thư mục trên hoặc tải về.',
  key: 'Khóa ký của đơn vị',
  keyHint: 'Tệp gửi cấp trên được ký bằng khóa này. Báo mã khóa cho cấp trên một lần để họ kiểm tra tệp.',
  keyId: 'Mã khóa',
  publicKey: 'Khóa công khai',
  copy: (name: string) => `Chép ${name.toLocaleLowerCase('vi')}`,
  copied: 'Đã chép',
  renewKey: 'Tạo khóa mới',
  renewSays:
    'Chỉ tạo khi khóa cũ mất, hỏng hoặc có thể đã lộ. Từ lúc đó tệp ký bằng khóa mới; báo mã khóa mới cho cấp trên trước khi gửi tệp.',
  renewReason: 'Lý do tạo khóa mới',
  chooseReason: 'Chọn lý do',
  keyReason: {
    lost: 'Mất tệp khóa',
    damaged: 'Tệp khóa hỏng',
    'new-disk': 'Thay ổ đĩa, thay máy',
    'known-to-others': 'Có thể người khác đã biết khóa',
  } satisfies Record<KeyReason, string>,
};

export const settingsFilesEn: typeof settingsFilesVi = {
  what: 'At day end the files are written into each folder below. Without a folder they are downloaded in the browser.',
  folders: 'Folders for the files',
  foldersHint: 'The full path on the PC that keeps the data; a USB drive or network folder will do.',
  folder: (place) => `Folder ${place}`,
  newFolder: 'Add a folder',
  example: 'For example D:\\SoLieu',
  none: 'No folder yet.',
  periods: 'Month, year, campaign',
  periodsHint: 'Made on the dashboard, written to the folders above or downloaded.',
  key: 'Signing key of the office',
  keyHint:
    'Files for the level above are signed with this key. Tell them its ID once, so that they can check the files.',
  keyId: 'Key ID',
  publicKey: 'Public key',
  copy: (name) => `Copy ${name.toLowerCase()}`,
  copied: 'Copied',
  renewKey: 'Make a new key',
  renewSays:
    'Only when the old key is lost, damaged or may be known to others. Files are signed with the new key from then on; tell the level above its ID before sending any.',
  renewReason: 'Reason for a new key',
  chooseReason: 'Choose a reason',
  keyReason: {
    lost: 'The key file is lost',
    damaged: 'The key file is damaged',
    'new-disk': 'New disk or new PC',
    'known-to-others': 'Others may know the key',
  },
};
