/** Readers of cards besides the keyboard scanner, and where a scan went. */
export const scanVi = {
  camera: 'Quét bằng máy ảnh',
  cameraPicture: 'Hình từ máy ảnh',
  cameraStarting: 'Đang mở máy ảnh…',
  cameraHint: 'Đưa mã QR trên thẻ vào khung giữa, cách máy ảnh chừng một gang tay.',
  cameraPromise: 'Hình chỉ dùng để đọc mã rồi bỏ ngay. Không ảnh nào được lưu.',
  cameraAgain: 'Thử lại',
  cameraFault: {
    none: {
      title: 'Máy tính này không có máy ảnh nào đang cắm.',
      advice: 'Cắm máy ảnh rồi thử lại, hoặc gõ 12 số trên thẻ.',
    },
    refused: {
      title: 'Chưa được phép dùng máy ảnh.',
      advice: 'Cho phép máy ảnh ở thanh địa chỉ hoặc trong mục Quyền riêng tư của Windows, rồi thử lại.',
    },
    busy: {
      title: 'Máy ảnh đang bận.',
      advice: 'Tắt chương trình khác đang dùng máy ảnh, ví dụ Zalo hoặc họp trực tuyến, rồi thử lại.',
    },
    unsupported: {
      title: 'Ở đây không dùng được máy ảnh.',
      advice: 'Mở chương trình ngay trên máy chủ của quầy, hoặc dùng đầu đọc mã.',
    },
    'no-decoder': {
      title: 'Không mở được bộ đọc mã.',
      advice: 'Bản cài đặt thiếu tệp. Cài lại chương trình; trong lúc chờ, dùng đầu đọc mã hoặc gõ số thẻ.',
    },
  },
  chooseSerial: 'Nối đầu đọc USB-COM',
  forgetSerial: 'Thôi dùng đầu đọc này',
  serialUnsupported:
    'Trình duyệt này không nối được đầu đọc USB-COM. Dùng Chrome hoặc Edge, hoặc để đầu đọc ở chế độ bàn phím.',
  serialState: {
    off: 'Chưa nối đầu đọc USB-COM. Đầu đọc ở chế độ bàn phím không cần nối.',
    connecting: 'Đang nối đầu đọc USB-COM…',
    connected: 'Đầu đọc USB-COM đang nối. Lần mở sau tự nối lại.',
    lost: 'Mất đầu đọc USB-COM. Kiểm tra dây cắm; cắm lại là tự nối.',
    busy: 'Không mở được cổng của đầu đọc. Tắt chương trình khác đang dùng nó, rút ra cắm lại rồi nối lại.',
  },
  serialSaid: {
    lost: 'Mất đầu đọc USB-COM. Kiểm tra dây cắm; cắm lại là tự nối.',
    back: 'Đầu đọc USB-COM đã nối lại.',
  },
  choosePort: 'Đầu đọc thẻ nằm ở cổng nào?',
  choosePortCancel: 'Thôi',
  dayNotOpen: 'Đã đọc được thẻ, nhưng chưa mở ngày làm việc. Mở ngày rồi quét lại.',
  refusal: {
    'no-row': (paper: string) => `Đây là mã ${paper}. Danh mục đang mở không có dòng để ghi số này.`,
    'no-number': (paper: string) => `Đây là mã ${paper}, nhưng trong mã không có số. Gõ số in trên giấy.`,
  },
};

export const scanEn: typeof scanVi = {
  camera: 'Scan with the camera',
  cameraPicture: 'Camera picture',
  cameraStarting: 'Opening the camera…',
  cameraHint: 'Hold the QR of the card inside the square, about a hand away from the camera.',
  cameraPromise: 'The picture is only used to read the code and then dropped. No picture is ever stored.',
  cameraAgain: 'Try again',
  cameraFault: {
    none: {
      title: 'No camera is plugged into this PC.',
      advice: 'Plug one in and try again, or type the 12 digits of the card.',
    },
    refused: {
      title: 'The camera is not allowed yet.',
      advice: 'Allow the camera in the address bar or in the privacy settings of Windows, then try again.',
    },
    busy: {
      title: 'The camera is busy.',
      advice: 'Close the other program that uses it, such as a video call, then try again.',
    },
    unsupported: {
      title: 'The camera cannot be used here.',
      advice: 'Open the program on the PC that runs the desk, or use a scanner.',
    },
    'no-decoder': {
      title: 'The code reader could not be started.',
      advice:
        'A file of the installation is missing. Install again; until then use a scanner or type the number.',
    },
  },
  chooseSerial: 'Connect a USB-COM scanner',
  forgetSerial: 'Stop using this scanner',
  serialUnsupported:
    'This browser cannot connect a USB-COM scanner. Use Chrome or Edge, or leave the scanner in keyboard mode.',
  serialState: {
    off: 'No USB-COM scanner is connected. A scanner in keyboard mode needs no connection.',
    connecting: 'Connecting the USB-COM scanner…',
    connected: 'The USB-COM scanner is connected. Next time it connects by itself.',
    lost: 'The USB-COM scanner is lost. Check its cable; plugged in again it connects by itself.',
    busy: 'The port of the scanner cannot be opened. Close other programs that use it, replug it and connect again.',
  },
  serialSaid: {
    lost: 'The USB-COM scanner is lost. Check its cable; plugged in again it connects by itself.',
    back: 'The USB-COM scanner is connected again.',
  },
  choosePort: 'Which port is the card scanner on?',
  choosePortCancel: 'Cancel',
  dayNotOpen: 'The card was read, but the day is not open yet. Open the day and scan again.',
  refusal: {
    'no-row': (paper) => `This is a ${paper} code. The open checklist has no row that takes its number.`,
    'no-number': (paper) =>
      `This is a ${paper} code without a number in it. Type the number printed on the paper.`,
  },
};
