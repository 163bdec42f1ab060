import type { DeskProblem } from '#shared/contract/problem.ts';

type ExportCode =
  | 'unknown-export'
  | 'export-state'
  | 'too-many-exports'
  | 'pdf-not-made'
  | 'office-key-damaged';
type Sentences = { readonly [C in ExportCode]: (problem: Extract<DeskProblem, { code: C }>) => string };

/** What is said of exports and of the key that signs them. */
export const exportProblemVi: Sentences = {
  'unknown-export': () =>
    'Không còn lần xuất này. Chương trình chỉ nhớ các lần xuất từ khi mở máy. Hãy xuất lại.',
  'export-state': ({ state }) =>
    state === 'running'
      ? 'Lần xuất này đang chạy. Chờ xong hoặc dừng lại trước.'
      : 'Lần xuất này đã kết thúc. Hãy xuất lại nếu cần.',
  'too-many-exports': ({ limit }) => `Đang có ${limit} lần xuất chạy cùng lúc. Chờ một lần xong rồi làm lại.`,
  'pdf-not-made': ({ reason }) =>
    ({
      'no-browser':
        'Máy này không có Chrome, Edge hoặc Chromium để tạo PDF; các tệp khác vẫn xuất được. Cài một trình duyệt đó rồi xuất lại, không cần mở lại chương trình; hoặc bấm In báo cáo rồi chọn “Lưu thành PDF”.',
      'not-drawn':
        'Chưa dựng được trang báo cáo để tạo PDF. Thử lại; nếu vẫn vậy, bấm In báo cáo rồi chọn “Lưu thành PDF”.',
      'no-answer': 'Tạo PDF quá lâu nên đã dừng. Đóng bớt chương trình rồi thử lại.',
    })[reason],
  'office-key-damaged': ({ file }) =>
    `Khóa ký của đơn vị ở ${file} bị mất, hỏng hoặc bị thay bằng khóa khác nên chưa ký được tệp số liệu. Khôi phục tệp này từ bản sao của máy, hoặc báo cấp trên rồi để trưởng đơn vị tạo khóa mới.`,
};

export const exportProblemEn: Sentences = {
  'unknown-export': () =>
    'This export is gone: the program remembers exports only while it runs. Export again.',
  'export-state': ({ state }) =>
    state === 'running'
      ? 'This export is running. Wait for it or stop it first.'
      : 'This export has ended. Export again if needed.',
  'too-many-exports': ({ limit }) => `There are ${limit} exports running. Wait for one to end and try again.`,
  'pdf-not-made': ({ reason }) =>
    ({
      'no-browser':
        'This PC has no Chrome, Edge or Chromium to make a PDF; the other files can still be made. Install one of them and export again, the program need not be restarted; or print the report and choose "Save as PDF".',
      'not-drawn':
        'The page of the report could not be drawn. Try again, or print it and choose "Save as PDF".',
      'no-answer': 'Making the PDF took too long and was stopped. Close other programs and try again.',
    })[reason],
  'office-key-damaged': ({ file }) =>
    `The office's signing key at ${file} is lost, damaged or replaced by another one, so no day file can be signed. Restore that file from a copy of this PC, or tell the level above and let the leader make a new key.`,
};
