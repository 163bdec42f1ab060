import type { CopyTrouble } from '#shared/contract/backup-words.ts';

export const copyTroubleVi: Record<CopyTrouble, string> = {
  gone: 'Chưa tạo được bản sao: không thấy nơi lưu. Cắm lại USB hoặc ổ đĩa rồi làm lại.',
  full: 'Chưa tạo được bản sao: ổ đĩa không còn đủ chỗ. Xóa bớt tệp khác rồi làm lại.',
  readonly: 'Chưa tạo được bản sao: nơi lưu chỉ cho đọc. Mở khóa ghi hoặc chọn nơi khác.',
  slow: 'Chưa tạo được bản sao: nơi lưu quá chậm hoặc không trả lời. Cắm lại, hoặc chọn nơi khác.',
  'other-office': 'Chưa tạo được bản sao: nơi này đang giữ bản sao của đơn vị khác. Chọn nơi khác.',
  damaged:
    'Bản sao vừa tạo không qua được kiểm tra nên không được tính. Ổ đĩa hoặc tệp dữ liệu có thể đang hỏng: gọi người phụ trách máy.',
  failed: 'Chưa tạo được bản sao. Làm lại; nếu vẫn vậy, gọi người phụ trách máy.',
};

export const copyTroubleEn: Record<CopyTrouble, string> = {
  gone: 'No copy was made: its place is not there. Plug the stick or disk in again and try once more.',
  full: 'No copy was made: the disk has no room left. Remove other files and try once more.',
  readonly: 'No copy was made: its place can only be read. Release its write lock or choose another place.',
  slow: 'No copy was made: its place is too slow or does not answer. Plug it in again, or choose another place.',
  'other-office': 'No copy was made: this place holds copies of another office. Choose another place.',
  damaged:
    'The new copy did not stand its check and does not count. The disk or the data file may be failing: call whoever looks after the PC.',
  failed: 'No copy was made. Try once more; if it fails again, call whoever looks after the PC.',
};
