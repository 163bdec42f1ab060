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
  sheets: personSheetsEn,
  done: (name) => `Corrected: ${name}`,
};
