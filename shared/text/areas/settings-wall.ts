export const settingsWallVi = {
  what: 'Chỉ hiện số và quầy, không bao giờ có tên. Mỗi lượt gọi giữ đủ lâu để đọc; mất kết nối thì màn hình nói mất từ lúc nào.',
  open: 'Mở màn hình chờ',
  here: 'Mở ở phòng chờ',
  hereHint:
    'Cắm màn hình hay TV thứ hai vào máy này. Cửa sổ mở ra, kéo sang đó rồi bấm F11 cho đầy màn hình.',
  other: 'Ở trình duyệt khác của máy này',
  otherHint:
    'Mở địa chỉ này trong trình duyệt đó rồi gõ mã. Màn hình ấy chỉ xem được, và vẫn mở được sau khi chương trình chạy lại.',
  askCode: 'Lấy mã',
  codeIs: (code: string) => `Mã: ${code}`,
  codeHint: 'Gõ trong vòng 2 phút. Mỗi mã mở một màn hình, dùng một lần.',
  walls: 'Màn hình đang được phép xem',
  wallSince: (since: string, seen: string) => `Mở lúc ${since}, lần cuối thấy ${seen}`,
  endWall: 'Thôi cho xem',
  thisPcOnly: 'Chương trình chỉ nghe trên máy này. Máy khác trong mạng chưa mở được màn hình chờ.',
};

export const settingsWallEn: typeof settingsWallVi = {
  what: 'Shows numbers and counters only, never a name. Each call stays long enough to be read; a lost connection is shown with its time.',
  open: 'Open the wall display',
  here: 'In the waiting room',
  hereHint:
    'Plug a second screen or TV into this PC. Drag the window that opens there and press F11 to fill it.',
  other: 'In another browser of this PC',
  otherHint:
    'Open this address in that browser and type the code. That screen may only look, and opens again after the program was restarted.',
  askCode: 'Get a code',
  codeIs: (code) => `Code: ${code}`,
  codeHint: 'Type it within 2 minutes. Each code opens one screen, once.',
  walls: 'Screens that may look',
  wallSince: (since, seen) => `Opened at ${since}, last seen ${seen}`,
  endWall: 'Shut out',
  thisPcOnly:
    'The program listens on this PC only. Other PCs on the network cannot open the wall display yet.',
};
