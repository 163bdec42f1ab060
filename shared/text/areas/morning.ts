/** The screen before a business day is open. Dates come in already written out. */
export const morningVi = {
  title: 'Mở ngày',
  locked: 'Hôm nay đã khóa',
  openFirst: 'Mở ngày trước (Enter).',
  seeFigures: 'Xem số liệu ngày',
  today: 'Hôm nay',
  greeting: (hour: number): string =>
    hour < 11
      ? 'Chào buổi sáng'
      : hour < 13
        ? 'Chào buổi trưa'
        : hour < 18
          ? 'Chào buổi chiều'
          : 'Chào buổi tối',
  workingDay: 'Ngày làm việc.',
  weekend: 'Hôm nay là ngày nghỉ cuối tuần. Vẫn mở được nếu đơn vị làm việc.',
  seriesStarts: (numbers: string) => `Số bắt đầu từ ${numbers}.`,
  open: 'Mở ngày',
  opening: 'Đang mở…',
  onlyForward: 'Sau khi mở, số chỉ tăng. Trong ngày không có nút đặt lại.',
  closeFirst: (date: string) => `Chốt ngày ${date} trước`,
  goOn: (date: string) => `Làm tiếp ngày ${date}`,
  forgottenTitle: (date: string) => `Ngày ${date} chưa chốt`,
  forgottenWhat: (leftovers: number) =>
    leftovers === 0
      ? 'Không còn số nào dở dang. Chốt ngày đó xong thì mở được ngày hôm nay.'
      : `Còn ${leftovers} số chưa có kết quả. Ghi kết quả, chốt ngày đó, rồi mở ngày hôm nay.`,
  otherDay: 'Mở một ngày khác',
  otherDayLabel: 'Ngày cần mở',
  otherDayHint: 'Gõ 20112026 hoặc 20/11/2026',
  otherDayWarning: (today: string) =>
    `Đồng hồ máy này là ${today}. Chỉ đổi ngày khi đồng hồ máy sai. Ngày đã mở không lùi lại được, trừ khi chưa cấp số nào.`,
  otherDayWrong: 'Không có ngày này. Gõ theo thứ tự ngày, tháng, năm: 20112026.',
  otherDayBack: (last: string) => `Ngày phải sau ngày đã chốt gần nhất, ${last}.`,
  useToday: 'Dùng ngày hôm nay',
  openAllTheSame: (date: string) => `Vẫn mở ngày ${date}`,
  openAgain: 'Xem kỹ dòng nhắc. Nếu đúng, bấm F9 lần nữa để mở ngày.',
  alreadyClosed: (date: string) =>
    `Ngày ${date} đã chốt. Ngày đã chốt không mở lại để cấp số; ngày làm việc tiếp theo mở vào sáng mai.`,
  checks: 'Kiểm tra đầu ngày',
  toDo: (count: number) => `${count} việc cần làm`,
  good: (count: number) => `${count} tốt`,
  check: {
    data: 'Dữ liệu',
    yesterday: 'Ngày gần nhất',
    printing: 'In phiếu',
    wall: 'Màn hình chờ',
    clock: 'Đồng hồ',
    connection: 'Kết nối',
    counters: 'Quầy',
    copies: 'Bản sao',
    encryption: 'Mã hóa',
  },
  dataGood: 'Dữ liệu đủ, mỗi số cấp ra đều được lưu ngay',
  dataBad: (found: string) => `Kiểm tra thấy: ${found}. Đừng mở ngày, mở trang Dữ liệu để biết phải làm gì.`,
  dataSync: 'Chế độ ghi không chắc chắn. Đóng chương trình rồi mở lại.',
  folder: 'Thư mục',
  yesterdayClosed: (date: string, time: string, version: number) =>
    `${date} đã chốt lúc ${time}, bản số ${version}`,
  yesterdayNone: 'Ngày đầu tiên trên máy này',
  yesterdayOpen: (date: string) => `${date} chưa chốt`,
  counts: (issued: number, served: number) => `${issued} số đã cấp, ${served} số xong`,
  printDialog: (number: string, guidance: string) =>
    `Số thứ tự: ${number}. Phiếu hướng dẫn: ${guidance}. Hộp thoại in mở sau khi lưu`,
  printNone: 'Không in. Số hiện to trên màn hình để đọc cho người dân',
  wallGood: 'Mở khi cần. Chỉ hiện số và quầy, không có tên',
  wallOpen: 'Mở màn hình chờ',
  clockGood: 'Giờ máy đúng',
  clockJumped: (minutes: number) =>
    `Đồng hồ máy vừa lệch ${minutes} phút. Xem lại ngày giờ của máy trước khi mở ngày.`,
  clockShows: (time: string) => `Máy đang là ${time}`,
  live: 'Trực tiếp với máy giữ dữ liệu',
  notLive: 'Mất liên lạc với máy giữ dữ liệu. Đang nối lại.',
  noCounter: 'Chưa có quầy nào hoạt động. Thêm quầy trong Cài đặt.',
  openingHours: 'Tiếp dân',
  lastDay: 'Ngày trước',
  issued: 'Số đã cấp',
  receivingLevel: 'Nơi nhận báo cáo',
  loading: 'Đang kiểm tra…',
};

export const morningEn: typeof morningVi = {
  title: 'Open the day',
  locked: 'Today is closed',
  openFirst: 'Open the day first (Enter).',
  seeFigures: 'See the figures',
  today: 'Today',
  greeting: (hour): string => (hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'),
  workingDay: 'A working day.',
  weekend: 'Today is a weekend. You can still open it if the office works.',
  seriesStarts: (numbers) => `Numbers start at ${numbers}.`,
  open: 'Open the day',
  opening: 'Opening…',
  onlyForward: 'Once open, numbers only rise. There is no reset during the day.',
  closeFirst: (date) => `Close ${date} first`,
  goOn: (date) => `Go on with ${date}`,
  forgottenTitle: (date) => `${date} has not been closed`,
  forgottenWhat: (leftovers) =>
    leftovers === 0
      ? 'No ticket is left over. Close that day, then today can be opened.'
      : `${leftovers} ${leftovers === 1 ? 'ticket has' : 'tickets have'} no outcome yet. Record the outcomes, close that day, then open today.`,
  otherDay: 'Open another day',
  otherDayLabel: 'Day to open',
  otherDayHint: 'Type 20112026 or 20/11/2026',
  otherDayWarning: (today) =>
    `The clock of this PC says ${today}. Choose another day only when that clock is wrong. A day once opened cannot go back, unless no number was issued.`,
  otherDayWrong: 'There is no such day. Type day, month, year: 20112026.',
  otherDayBack: (last) => `The day must be after the latest closed day, ${last}.`,
  useToday: 'Use today',
  openAllTheSame: (date) => `Open ${date} all the same`,
  openAgain: 'Read the note. If it is right, press F9 again to open the day.',
  alreadyClosed: (date) =>
    `${date} is closed. Frozen figures are not reopened for new numbers; the next business day opens tomorrow morning.`,
  checks: 'Morning checks',
  toDo: (count) => `${count} to do`,
  good: (count) => `${count} good`,
  check: {
    data: 'Data',
    yesterday: 'Latest day',
    printing: 'Printing',
    wall: 'Waiting room',
    clock: 'Clock',
    connection: 'Connection',
    counters: 'Counters',
    copies: 'Copies',
    encryption: 'Encryption',
  },
  dataGood: 'Complete; every number is saved as it is issued',
  dataBad: (found) => `The check found: ${found}. Do not open the day; the page Data says what to do.`,
  dataSync: 'Writing is not durable. Close the program and open it again.',
  folder: 'Folder',
  yesterdayClosed: (date, time, version) => `${date} closed at ${time}, version ${version}`,
  yesterdayNone: 'First day on this PC',
  yesterdayOpen: (date) => `${date} is not closed`,
  counts: (issued, served) => `${issued} issued, ${served} finished`,
  printDialog: (number, guidance) =>
    `Numbers: ${number}. Guidance slips: ${guidance}. The print dialog opens after saving`,
  printNone: 'No printing. The number is shown large, to be read out',
  wallGood: 'Open it when needed. It shows numbers and counters only, no names',
  wallOpen: 'Open the wall',
  clockGood: 'The clock is right',
  clockJumped: (minutes) =>
    `The clock of this PC has just moved by ${minutes} minutes. Check date and time before opening the day.`,
  clockShows: (time) => `This PC says ${time}`,
  live: 'Live with the PC that holds the data',
  notLive: 'Lost contact with the PC that holds the data. Reconnecting.',
  noCounter: 'No counter is active. Add one in Settings.',
  openingHours: 'Opening hours',
  lastDay: 'Day before',
  issued: 'Numbers issued',
  receivingLevel: 'Receiving level',
  loading: 'Checking…',
};
