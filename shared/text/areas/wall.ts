import { ENGLISH_COUNTER, type CounterWord } from '#shared/domain/office/counter-word.ts';

export const wallVi = {
  title: 'Màn hình gọi số',
  calling: 'Mời số',
  to: 'đến',
  atCounters: (word: CounterWord) => `Tại ${word}`,
  pleaseCome: 'xin mời',
  resting: 'tạm nghỉ',
  backAt: (time: string) => `trở lại ${time}`,
  getReady: 'Xin chuẩn bị',
  lastCalled: 'Số gọi gần nhất',
  nobodyCalled: 'Chưa gọi số nào',
  live: 'Trực tiếp',
  lost: 'Mất kết nối',
  lostSince: (time: string) => `Cập nhật lúc ${time}. Xin nghe cán bộ gọi số.`,
  lostBeforeStart: 'Chưa nối được với máy chính. Màn hình sẽ tự hiện khi nối được.',
  connecting: 'Đang nối với máy chính…',
  waiting: 'Đang chờ',
  nobodyWaiting: 'Không còn ai đang chờ',
  lockAndUnlock: 'Khóa, mở khóa',
  dayClosed: 'Chưa mở hàng chờ',
  dayClosedHint: 'Số sẽ hiện ở đây khi bắt đầu gọi.',
  training: 'Đang tập huấn, các số trên màn hình không có thật',
  voice: {
    on: 'Loa bật',
    off: 'Loa không phát',
    problem: {
      touch: 'Trình duyệt đang chặn tiếng. Chạm vào màn hình hoặc bấm một phím để bật loa.',
      none: 'Máy này không có loa. Số vẫn hiện trên màn hình; cắm loa vào thì loa đọc tiếp.',
      stuck: 'Loa không phát được. Số vẫn hiện trên màn hình; kiểm tra loa rồi mở lại màn hình này.',
      unreadable: 'Không mở được giọng đọc. Số vẫn hiện trên màn hình; mở lại màn hình này để thử lại.',
    },
  },
  code: {
    type: 'Gõ mã 8 chữ số. Mã lấy ở cửa sổ chương trình: Cài đặt, Màn hình chờ, nút “Lấy mã”.',
    enter: 'Mở màn hình chờ',
    ended: 'Máy chính đã ngắt màn hình này, số không hiện ở đây nữa. Muốn hiện lại thì gõ mã mới.',
  },
  tv: {
    type: 'Gõ mã 8 chữ số. Mã lấy ở máy chính: Cài đặt, Máy khác trong phòng, nút “Lấy mã cho TV”.',
    shut: 'Màn hình cho TV đang tắt ở máy chính. Bật lại thì số tự hiện. Xin nghe cán bộ gọi số.',
    notHere: (address: string) => `Ở địa chỉ này không có gì để xem. Gõ lại đúng địa chỉ: ${address}`,
    tooOld:
      'Đang mở màn hình gọi số… Nếu dòng này còn mãi, trình duyệt của TV quá cũ: cập nhật TV, hoặc nối TV với một máy tính bằng dây HDMI.',
  },
};

export const wallEn: typeof wallVi = {
  title: 'Number display',
  calling: 'Now calling',
  to: 'to',
  atCounters: (word) => `At the ${ENGLISH_COUNTER[word]}s`,
  pleaseCome: 'now',
  resting: 'on a break',
  backAt: (time) => `back at ${time}`,
  getReady: 'Please get ready',
  lastCalled: 'Last number called',
  nobodyCalled: 'No number called yet',
  live: 'Live',
  lost: 'Connection lost',
  lostSince: (time) => `As of ${time}. Please listen for your number.`,
  lostBeforeStart: 'No connection to the main PC yet. The numbers appear by themselves once there is one.',
  connecting: 'Connecting to the main PC…',
  waiting: 'Waiting',
  nobodyWaiting: 'Nobody is waiting',
  lockAndUnlock: 'Lock, unlock',
  dayClosed: 'The queue is not open',
  dayClosedHint: 'Numbers appear here when calling starts.',
  training: 'Training: the numbers on this screen are not real',
  voice: {
    on: 'Sound on',
    off: 'No sound',
    problem: {
      touch: 'The browser blocks sound. Touch the screen or press a key once to switch it on.',
      none: 'This PC has no loudspeaker. Numbers are still shown; plug one in and calls are read out again.',
      stuck: 'The loudspeaker does not play. Numbers are still shown; check it and open this screen again.',
      unreadable: 'The voice could not be opened. Numbers are still shown; open this screen again to retry.',
    },
  },
  code: {
    type: 'Type the code of 8 digits. The program shows it under Settings, Wall display, “Get a code”.',
    enter: 'Open the wall display',
    ended:
      'The main PC has sent this screen away; it shows no numbers any more. Type a new code to come back.',
  },
  tv: {
    type: 'Type the code of 8 digits. The main PC shows it under Settings, Other PCs of the room, “Get a code for a TV”.',
    shut: 'The display for TVs is off at the main PC. Numbers appear by themselves when it is on again. Please listen for your number.',
    notHere: (address) => `There is nothing to see at this address. Type this one: ${address}`,
    tooOld:
      'Opening the number display… If this line stays, the browser of the TV is too old: update the TV, or connect it to a PC by an HDMI cable.',
  },
};
