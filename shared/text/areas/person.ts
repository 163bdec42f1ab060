import { personSheetsEn, personSheetsVi } from './person-sheets.ts';

/** Correcting who somebody is, from the counter, the list of commands and reception. */
export const personVi = {
  correct: 'Sửa thông tin người',
  correctShort: 'Sửa',
  specialCase: 'Trường hợp cần nơi khác xử lý',
  noSpecialCase: 'Không có trường hợp riêng',
  title: (number: string) => `Sửa thông tin người của số ${number}`,
  help: 'Phiếu, hàng chờ và danh sách hẹn theo thông tin đã sửa. Số đã in không đổi.',
  whom: 'Sửa cho ai',
  save: 'Lưu',
  unchanged: 'Chưa có gì thay đổi.',
  nobody: 'Số này không ghi tên ai.',
  dropped: (name: string) => `Chưa lưu phần sửa: ${name}`,
  remark: {
    write: 'Ghi chú',
    title: (number: string) => `Ghi chú cho số ${number}`,
    label: 'Ghi chú',
    hint: 'Cán bộ ở mọi quầy thấy. Không lên màn hình chờ, phiếu, báo cáo; xóa cùng dữ liệu của người dân. Để trống là bỏ ghi chú.',
    saved: (number: string) => `Đã ghi chú cho ${number}`,
    removed: (number: string) => `Đã bỏ ghi chú của ${number}`,
  },
  sheets: personSheetsVi,
  done: (name: string) => `Đã sửa thông tin: ${name}`,
};

export const personEn: typeof personVi = {
  correct: 'Correct the person’s details',
  correctShort: 'Correct',
  specialCase: 'Case for another office',
  noSpecialCase: 'No special case',
  title: (number) => `Correct the person of ${number}`,
  help: 'Slip, queue and follow-up lists take what is corrected here. A printed number stays as it is.',
  whom: 'Whose details',
  save: 'Save',
  unchanged: 'Nothing has changed.',
  nobody: 'This ticket names nobody.',
  dropped: (name) => `Not saved: ${name}`,
  remark: {
    write: 'Remark',
    title: (number) => `Remark on ${number}`,
    label: 'Remark',
    hint: 'Officers at every counter see it. Never on the wall, a slip or a report; it goes with the person’s data. Empty takes it away.',
    saved: (number) => `Remark on ${number} saved`,
    removed: (number) => `Remark on ${number} removed`,
  },
  sheets: personSheetsEn,
  done: (name) => `Corrected: ${name}`,
};
