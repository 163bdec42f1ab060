/** What the windows of Electron say outside of their pages. */
export const shellVi = {
  cut: 'Cắt',
  copy: 'Sao chép',
  paste: 'Dán',
  selectAll: 'Chọn tất cả',
  pageDied: 'Màn hình vừa dừng hai lần liền.',
  pageHangs: 'Màn hình không trả lời.',
  dataIsSafe: 'Những gì đã lưu còn nguyên. Chữ đang gõ dở có thể phải gõ lại.',
  openAgain: 'Mở lại màn hình',
  closeProgram: 'Đóng chương trình',
  waitMore: 'Chờ thêm',
  filesAtWork: 'Đang ghi tệp hoặc bản sao.',
  filesAtWorkSays: 'Đóng ngay thì tệp đang ghi bị bỏ dở và phải làm lại. Những gì đã lưu còn nguyên.',
  closeWhenDone: 'Ghi xong rồi đóng',
  closeNow: 'Đóng ngay',
  stayOpen: 'Không đóng',
  levelTitle: 'Cấp tổng hợp',
  noDebugging:
    'Chương trình không mở với --remote-debugging-port: ai cũng có thể đọc dữ liệu của người dân qua đó.',
};

export const shellEn: typeof shellVi = {
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  pageDied: 'The screen has stopped twice in a row.',
  pageHangs: 'The screen does not respond.',
  dataIsSafe: 'What was stored is safe. Text that was being typed may have to be typed again.',
  openAgain: 'Open the screen again',
  closeProgram: 'Close the program',
  waitMore: 'Wait',
  filesAtWork: 'Files or a copy are being written.',
  filesAtWorkSays: 'Closed now, they are left unfinished and have to be made again. What was stored is safe.',
  closeWhenDone: 'Close when they are written',
  closeNow: 'Close now',
  stayOpen: 'Do not close',
  levelTitle: 'Receiving level',
  noDebugging:
    'The program does not open with --remote-debugging-port: anybody could read personal data through it.',
};
