import type { PrinterKind, PrintRoute } from '#shared/domain/printing/route.ts';
import { printerSettingsEn, printerSettingsVi, type PrinterSettingsText } from './printer-settings.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';

type PrintingText = {
  readonly trouble: Readonly<Record<PrintTrouble, string>>;
  readonly route: Readonly<Record<PrintRoute, string>>;
  readonly sheet: Readonly<Record<PrinterKind, string>>;
  readonly settings: PrinterSettingsText;
  readonly printPending: (count: number) => string;
  readonly numberFailed: (why: string) => string;
  /** What is known of a job, and what a person can do with it. */
  readonly job: Readonly<
    Record<
      | 'sending'
      | 'queued'
      | 'waits'
      | 'mayHavePrinted'
      | 'sent'
      | 'off'
      | 'print'
      | 'reprint'
      | 'cameOut'
      | 'giveUp'
      | 'rule',
      string
    >
  >;
};

export const printingVi: PrintingText = {
  trouble: {
    interrupted: 'Chương trình dừng khi đang gửi phiếu. Xem giấy đã ra chưa rồi in lại nếu cần.',
    'not-drawn': 'Chưa dựng được phiếu để in. Bấm in lại.',
    cancelled: 'Đã bấm hủy trong hộp thoại in. Bấm in lại nếu vẫn cần.',
    'no-driver':
      'Cửa sổ này không dùng được máy in của Windows. In qua hộp thoại của trình duyệt, hoặc in từ máy chính.',
    'no-device':
      'Không thấy máy in đã chọn. Bật máy in, cắm lại dây, hoặc chọn máy khác trong Cài đặt, mục Máy in.',
    'driver-failed': 'Máy in không nhận phiếu. Xem máy in và hàng đợi in của Windows rồi in lại.',
    'no-answer': 'Quá 10 giây máy in không trả lời. Xem giấy đã ra chưa, tắt bật máy in rồi in lại nếu cần.',
    'no-address': 'Chưa đặt địa chỉ máy in mạng. Đặt trong Cài đặt, mục Máy in.',
    'not-reached': 'Không nối được tới máy in mạng. Xem máy in đã bật, dây mạng và địa chỉ trong Cài đặt.',
    'line-dropped': 'Mất kết nối khi đang gửi phiếu. Xem giấy đã ra chưa rồi in lại nếu cần.',
    'printer-busy': 'Máy in còn bận với phiếu trước. Chờ phiếu trước xong rồi in lại.',
    'not-a-printer': 'Máy ở địa chỉ này không phải máy in nhiệt. Xem lại địa chỉ trong Cài đặt, mục Máy in.',
    'paper-out': 'Máy in hết giấy. Thay cuộn giấy rồi in lại.',
    'cover-open': 'Nắp máy in đang mở. Đóng nắp rồi in lại.',
    'printer-offline': 'Máy in đang tạm ngừng. Bấm nút cho máy in chạy lại rồi in lại.',
    'printer-error': 'Máy in báo lỗi (kẹt giấy, kẹt dao cắt hoặc quá nóng). Tắt bật máy in rồi in lại.',
    'no-folder': 'Chưa chọn thư mục lưu tệp PDF. Chọn trong Cài đặt, mục Máy in.',
    'folder-not-writable':
      'Không ghi được tệp PDF vào thư mục đã chọn. Chọn thư mục khác trong Cài đặt, mục Máy in.',
    'file-in-use': 'Tệp PDF này đang mở trong chương trình khác. Đóng tệp đó rồi in lại.',
    'store-full': 'Ổ đĩa đã đầy nên chưa lưu được tệp PDF. Xóa bớt tệp khác rồi in lại.',
  },
  route: {
    'driver-silent': 'In thẳng ra máy in',
    'driver-dialog': 'Qua hộp thoại in',
    'network-thermal': 'Máy in nhiệt qua mạng',
    'pdf-file': 'Lưu tệp PDF',
    none: 'Không in',
  },
  sheet: {
    number: 'Số thứ tự',
    guidance: 'Phiếu hướng dẫn',
    handout: 'Tờ hướng dẫn chung',
    list: 'Danh sách',
  },
  settings: printerSettingsVi,
  printPending: (count) => `In phiếu chưa in (${count})`,
  numberFailed: (why) => `Số đã lưu. ${why}`,
  job: {
    sending: 'Đang gửi sang máy in, nhiều nhất 10 giây. Cứ làm việc tiếp.',
    queued: 'Đã lưu, chưa gửi sang máy in.',
    waits: 'Đã chờ quá hai phút nên không tự in. Bấm In nếu vẫn cần.',
    mayHavePrinted: 'Có thể giấy đã ra: nhìn khay giấy trước.',
    sent: 'Đã gửi sang máy in.',
    off: 'Đang đặt là không in. Việc in đã ghi lại, chưa có giấy nào ra.',
    print: 'In',
    reprint: 'In lại, ghi IN LẠI',
    cameOut: 'Đã ra giấy',
    giveUp: 'Thôi in',
    rule: 'Không phiếu nào chờ quá hai phút mà tự in. Phiếu in lần sau luôn mang chữ IN LẠI.',
  },
};

export const printingEn: PrintingText = {
  trouble: {
    interrupted:
      'The program stopped while it was sending the sheet. Look whether paper came out, then print again if needed.',
    'not-drawn': 'The sheet could not be drawn for printing. Print it again.',
    cancelled: 'Cancel was pressed in the print dialog. Print again if it is still needed.',
    'no-driver':
      'This window cannot use the printers of Windows. Print through the dialog of the browser, or from the main PC.',
    'no-device':
      'The chosen printer is not there. Switch it on, plug it in, or choose another in Settings, Printers.',
    'driver-failed':
      'The printer did not take the sheet. Look at the printer and its queue in Windows, then print again.',
    'no-answer':
      'The printer did not answer within 10 seconds. Look whether paper came out, restart the printer, print again if needed.',
    'no-address': 'The network printer has no address yet. Set it in Settings, Printers.',
    'not-reached':
      'The network printer cannot be reached. Check that it is on, its cable, and its address in Settings.',
    'line-dropped':
      'The connection broke while the sheet was being sent. Look whether paper came out, then print again if needed.',
    'printer-busy': 'The printer is still busy with the sheet before. Wait for it, then print again.',
    'not-a-printer':
      'What answers at this address is no thermal printer. Check the address in Settings, Printers.',
    'paper-out': 'The printer is out of paper. Change the roll, then print again.',
    'cover-open': 'The cover of the printer is open. Close it, then print again.',
    'printer-offline': 'The printer is paused. Press its button to resume, then print again.',
    'printer-error': 'The printer reports a fault (paper jam, cutter or heat). Restart it, then print again.',
    'no-folder': 'No folder for PDF files is chosen yet. Choose one in Settings, Printers.',
    'folder-not-writable':
      'The PDF file cannot be written to the chosen folder. Choose another in Settings, Printers.',
    'file-in-use': 'This PDF file is open in another program. Close it there, then print again.',
    'store-full': 'The disk is full, so the PDF file was not saved. Free some space, then print again.',
  },
  route: {
    'driver-silent': 'Straight to the printer',
    'driver-dialog': 'Through the print dialog',
    'network-thermal': 'Thermal printer over the network',
    'pdf-file': 'Save a PDF file',
    none: 'No printing',
  },
  sheet: {
    number: 'Ticket number',
    guidance: 'Guidance slip',
    handout: 'General handout',
    list: 'List',
  },
  settings: printerSettingsEn,
  printPending: (count) => `Print what is pending (${count})`,
  numberFailed: (why) => `The number is saved. ${why}`,
  job: {
    sending: 'Being sent to the printer, at most 10 seconds. Carry on.',
    queued: 'Stored, not sent to the printer yet.',
    waits: 'Waited for more than two minutes, so it does not print by itself. Press Print if still needed.',
    mayHavePrinted: 'Paper may have come out: look in the tray first.',
    sent: 'Sent to the printer.',
    off: 'Printing is set to off. The job is noted; no paper came out.',
    print: 'Print',
    reprint: 'Print again, marked',
    cameOut: 'Paper came out',
    giveUp: 'Give up',
    rule: 'Nothing that waited for two minutes prints by itself. A second print always says IN LẠI.',
  },
};
