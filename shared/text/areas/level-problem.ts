import type { DeskProblem } from '#shared/contract/problem.ts';
import { formatDay, formatNumber } from '../format.ts';

type LevelCode =
  | 'level-not-set-up'
  | 'unknown-office'
  | 'office-known'
  | 'level-received'
  | 'not-a-public-key'
  | 'key-in-use'
  | 'unknown-file'
  | 'level-pc-only'
  | 'folder-not-readable'
  | 'nothing-received'
  | 'figures-differ'
  | 'backup-on-server'
  | 'level-store-cut';
type Sentences = { readonly [C in LevelCode]: (problem: Extract<DeskProblem, { code: C }>) => string };

/** What the receiving level refuses. */
export const levelProblemVi: Sentences = {
  'level-not-set-up': () => 'Cấp tổng hợp chưa có mã và tên. Trưởng đơn vị khai trước, rồi làm lại.',
  'unknown-office': ({ office }) =>
    `Chưa đăng ký đơn vị có mã “${office}”. Đăng ký đơn vị trước, rồi làm lại.`,
  'office-known': ({ office, name }) =>
    `Mã “${office}” đã là của ${name}. Xem lại mã; muốn sửa đơn vị thì mở đơn vị đó trong danh sách.`,
  'level-received': () =>
    'Cấp tổng hợp này đã nhận tệp nên máy không đổi lại thành quầy. Cài quầy ở máy khác.',
  'not-a-public-key': () =>
    'Đây không phải khóa công khai của đơn vị. Dán cả nội dung tệp khóa, hoặc gõ đủ 64 chữ số của mã khóa.',
  'key-in-use': ({ name }) =>
    `Khóa này đang là của ${name}. Hai đơn vị không dùng chung một khóa: xin lại khóa đúng.`,
  'unknown-file': () =>
    'Không có tệp này, hoặc tệp quá lớn nên chỉ giữ mã kiểm tra. Tải lại trang rồi chọn lại.',
  'level-pc-only': () =>
    'Việc này dùng thư mục của máy cấp tổng hợp nên chỉ làm được ngay tại máy đó. Mở chương trình ở máy đó rồi làm lại.',
  'folder-not-readable': ({ folder }) =>
    `Không đọc được thư mục ${folder}. Xem lại đường dẫn, ổ mạng hoặc quyền, rồi chọn lại.`,
  'figures-differ': ({ name, parts, stated }) =>
    `Chưa ký được: số liệu nhập tay của ${name} không khớp, ${parts.map((part) => formatNumber(part, 'vi')).join(' + ')} ≠ ${formatNumber(stated, 'vi')}. Hỏi lại đơn vị, nhập số đúng rồi ký.`,
  'nothing-received': ({ businessDay }) =>
    `Chưa có số liệu của đơn vị nào cho ngày ${formatDay(businessDay, 'vi')}, nên chưa có gì để tổng hợp.`,
  'backup-on-server': () =>
    'Dữ liệu nằm trên máy chủ PostgreSQL nên sao lưu ở đó bằng pg_dump. Cách làm có trong tài liệu của cấp tổng hợp.',
  'level-store-cut': () =>
    'Mất kết nối tới máy chủ dữ liệu, nên không rõ việc vừa rồi đã xong chưa. Chờ máy chủ chạy lại rồi làm lại: làm hai lần cũng chỉ tính một.',
};

export const levelProblemEn: Sentences = {
  'level-not-set-up': () => 'The receiving level has no code and name yet. A leader enters them first.',
  'unknown-office': ({ office }) =>
    `No office with the code “${office}” is registered. Register it first, then try again.`,
  'office-known': ({ office, name }) =>
    `The code “${office}” is that of ${name}. Check the code; to change the office open it in the list.`,
  'level-received': () =>
    'This level has received files, so the PC does not become a desk again. Set the desk up on another PC.',
  'not-a-public-key': () =>
    'This is no public key of an office. Paste the whole key file, or type all 64 digits of the fingerprint.',
  'key-in-use': ({ name }) =>
    `This key is that of ${name}. No two offices share a key: ask for the right one.`,
  'unknown-file': () =>
    'There is no such file, or it was too large and only its hash was kept. Reload the page.',
  'level-pc-only': () =>
    'This uses folders of the PC of the receiving level, so it is done at that PC alone. Open the program there, then try again.',
  'folder-not-readable': ({ folder }) =>
    `The folder ${folder} cannot be read. Check the path, the share or the permissions, then choose again.`,
  'figures-differ': ({ name, parts, stated }) =>
    `Not signed: the typed figures of ${name} do not agree, ${parts.map((part) => formatNumber(part, 'en')).join(' + ')} ≠ ${formatNumber(stated, 'en')}. Ask the office, enter the right ones, then sign.`,
  'nothing-received': ({ businessDay }) =>
    `No office has sent figures of ${formatDay(businessDay, 'en')}: there is nothing to sum yet.`,
  'backup-on-server': () =>
    'The data lies on a PostgreSQL server, so copy it there with pg_dump. The guide of the receiving level tells how.',
  'level-store-cut': () =>
    'The line to the database server was cut, so it is not known whether this was done. When the server is back try again: done twice it counts once.',
};
