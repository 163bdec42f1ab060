import type { ExtractReason } from '#shared/contract/problem.ts';

/** Why a file is not taken for an extract, as the end of a sentence. */
export const extractReasonVi: Record<ExtractReason, string> = {
  'too-large': 'tệp lớn hơn 20 MB. Xuất lại với ít cột hoặc ít dòng hơn',
  'too-many-rows': 'tệp có quá nhiều dòng. Chia tệp rồi nhập từng phần',
  'too-many-people': 'danh sách có hơn 5.000 dòng. Nhập từng phân xưởng, chi nhánh như một đơn vị riêng',
  'unpacks-too-large': 'nội dung bung ra lớn bất thường. Hỏi lại nơi gửi tệp',
  'too-slow': 'đọc tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng. Chia tệp hoặc lưu lại thành CSV',
  'not-a-table': 'nội dung không phải là bảng tính XLSX hay CSV như tên tệp nói',
  'other-workbook': 'đây là tệp .xls, .xlsm, .xlsb hoặc .ods. Mở tệp rồi lưu lại thành .xlsx',
  'old-letters':
    'chữ trong tệp theo bảng mã cũ (TCVN3/ABC hoặc VNI). Chuyển sang Unicode rồi lưu lại thành .xlsx',
  'unreadable-text': 'chữ trong tệp không theo bảng mã UTF-8. Lưu lại thành “CSV UTF-8” hoặc XLSX',
  'locked-file': 'tệp có mật khẩu. Bỏ mật khẩu rồi lưu lại',
  'columns-missing': 'không thấy cột cần có',
  'columns-doubled': 'có hai cột cùng ý nghĩa',
  'no-rows': 'tệp không có dòng dữ liệu nào',
};

export const extractReasonEn: Record<ExtractReason, string> = {
  'too-large': 'the file is larger than 20 MB. Export it with fewer columns or rows',
  'too-many-rows': 'the file has too many rows. Divide it and import the parts',
  'too-many-people':
    'the list has more than 5,000 lines. Import each branch or workshop as an agency of its own',
  'unpacks-too-large': 'it unpacks to an unusual size. Ask whoever sent it',
  'too-slow': 'reading took too much time or memory and was stopped. Divide the file or save it as CSV',
  'not-a-table': 'it is not the XLSX or CSV table that its name says',
  'other-workbook': 'it is a .xls, .xlsm, .xlsb or .ods file. Open it and save it as .xlsx',
  'old-letters':
    'its letters are of an old font (TCVN3/ABC or VNI). Convert them to Unicode and save it as .xlsx',
  'unreadable-text': 'its letters are not UTF-8. Save it as “CSV UTF-8” or XLSX',
  'locked-file': 'it has a password. Take the password off and save it again',
  'columns-missing': 'a column that is needed is not there',
  'columns-doubled': 'two columns mean the same',
  'no-rows': 'it has no rows',
};
