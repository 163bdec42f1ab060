import type { LevelRole } from '#shared/domain/level/words.ts';

type Words = {
  readonly roles: Readonly<Record<LevelRole, string>>;
  /** In place of the words of a desk. */
  readonly signIn: Readonly<
    Record<'unnamed' | 'waitSays' | 'forgotSays' | 'newPin' | 'notALeader' | 'keptSays', string>
  >;
  readonly officers: Readonly<Record<'what' | 'ownPinHint' | 'pinsHint' | 'propose' | 'proposeSays', string>>;
  readonly paper: Readonly<Record<'title' | 'forWhatSays' | 'keepSays' | 'lostSays', string>>;
  readonly title: string;
  readonly notAllowed: string;
  readonly renew: string;
  readonly renewSays: string;
  readonly door: {
    readonly title: string;
    readonly none: string;
    readonly pins: string;
    readonly trouble: (address: string) => string;
    readonly open: string;
    readonly copy: string;
    readonly copied: string;
    readonly how: string;
    readonly fingerprint: string;
    readonly words: (words: string) => string;
  };
};

/** Officers of the level and how they sign in, where a desk says it otherwise. */
export const levelSignInVi: Words = {
  title: 'Cán bộ và mã PIN',
  notAllowed: 'Danh sách cán bộ do người tổng hợp giữ.',
  renew: 'Lập và in tờ mã khôi phục khác',
  renewSays: 'Mã khôi phục chưa được gõ lại từ tờ giấy: có thể chưa ai giữ tờ nào.',
  door: {
    title: 'Máy khác cùng xem',
    none: 'Đang chỉ mở được ở máy này. Muốn máy khác cùng xem, người quản trị chạy chương trình với --listen và địa chỉ của máy này (docs/cap-tong-hop.md).',
    pins: 'Cửa đang đóng vì mã PIN đang tắt. Đặt mã PIN cho người tổng hợp rồi bật “Vào máy bằng mã PIN” ở trên: cửa mở ngay.',
    trouble: (address) =>
      `Chưa mở được ${address}: cổng đang bận hoặc máy mất mạng. Xem dây mạng, rồi chạy lại chương trình.`,
    open: 'Ở máy khác mở địa chỉ này, chọn tên mình và gõ mã PIN:',
    copy: 'Chép địa chỉ',
    copied: 'Đã chép',
    how: 'Chứng thư do chương trình tự làm thì trình duyệt báo “không an toàn” ở lần đầu: bấm xem chứng thư, so dấu vân tay SHA-256 với dưới đây rồi mới đi tiếp. Khác thì dừng lại, gọi người tổng hợp.',
    fingerprint: 'Dấu vân tay chứng thư (SHA-256)',
    words: (words) => `Đọc qua điện thoại: ${words}`,
  },
  roles: { leader: 'Người tổng hợp', clerk: 'Người nhận tệp' },
  signIn: {
    unnamed: 'Chưa chọn tên',
    waitSays: 'Hết giờ chờ, ô nhập tự mở. Cần làm ngay: cán bộ khác vào bằng mã của mình.',
    forgotSays:
      'Người tổng hợp đặt mã mới ở trang Khóa, sao lưu, mục Cán bộ. Người tổng hợp duy nhất quên mã: dùng mã khôi phục trên tờ giấy đã in.',
    newPin: 'Mã PIN mới của người tổng hợp',
    notALeader: 'Mã khôi phục chỉ đặt lại mã PIN của người tổng hợp. Chọn người tổng hợp ở bên trái.',
    keptSays: 'Trang đang mở và chữ đang gõ dở vẫn còn; tệp các đơn vị gửi đến vẫn được nhận.',
  },
  officers: {
    what: 'Ai làm việc ở đây, được làm gì và vào bằng mã nào. Sổ nhận tệp ghi tên người làm từng việc.',
    ownPinHint: 'Bạn tự đổi được, cần mã đang dùng. Quên mã thì nhờ người tổng hợp đặt lại.',
    pinsHint:
      'Bật thì ai cũng vào bằng tên và mã của mình, máy không dùng sẽ tự khóa. Máy khác chỉ vào được khi đã bật. Lần đầu bật, chương trình lập mã khôi phục để in ra.',
    propose: 'Có từ hai cán bộ: nên bật mã PIN',
    proposeSays:
      'Không có mã PIN thì sổ chỉ ghi tên tự khai. Đặt mã cho người tổng hợp trước, rồi bật ở dưới.',
  },
  paper: {
    title: 'MÃ KHÔI PHỤC CỦA CẤP TỔNG HỢP',
    forWhatSays:
      'Khi người tổng hợp duy nhất quên mã PIN hoặc bị khóa vì gõ sai. Ở màn hình hỏi mã PIN, chọn tên mình, bấm Dùng mã khôi phục rồi gõ bảy nhóm ở trên, hoặc quét mã.',
    keepSays:
      'Trong két hoặc tủ khóa của người tổng hợp, không để cạnh máy, không chụp ảnh. Ai cầm tờ này thì vào được với quyền người tổng hợp.',
    lostSays:
      'Người tổng hợp vẫn vào bằng mã PIN của mình. Ai nhặt được tờ này vào được: đổi mã ngay khi còn gõ lại được mã cũ.',
  },
};

export const levelSignInEn: Words = {
  title: 'Officers and PINs',
  notAllowed: 'The leader keeps the list of officers.',
  renew: 'Make and print another recovery sheet',
  renewSays: 'The recovery key was never typed back from its paper: perhaps nobody has one.',
  door: {
    title: 'Other PCs',
    none: 'Only this PC opens these pages now. To let other PCs in, run the program with --listen and the address of this PC (docs/cap-tong-hop.md).',
    pins: 'The door is shut because PINs are off. Set a PIN for the leader and switch PINs on above: it opens at once.',
    trouble: (address) =>
      `${address} could not be opened: the port is in use, or this PC is off the network. Check the cable, then run the program again.`,
    open: 'At another PC open this address, choose your name and type your PIN:',
    copy: 'Copy the address',
    copied: 'Copied',
    how: 'With a certificate that the program made itself the browser warns the first time: look at the certificate and compare its SHA-256 fingerprint with the one below before going on. If it differs, stop and call the leader.',
    fingerprint: 'Fingerprint of the certificate (SHA-256)',
    words: (words) => `To be read over the telephone: ${words}`,
  },
  roles: { leader: 'Leader', clerk: 'Clerk' },
  signIn: {
    unnamed: 'No name chosen',
    waitSays:
      'After the wait the field opens by itself. In a hurry: another officer signs in with their own.',
    forgotSays:
      'The leader sets a new one on the page Keys, backup, under Officers. The only leader who forgot theirs uses the recovery key on the printed sheet.',
    newPin: 'New PIN of the leader',
    notALeader: 'The recovery key gives a leader a new PIN only. Choose a leader on the left.',
    keptSays: 'The open page and half-typed words stay; files that offices send are still received.',
  },
  officers: {
    what: 'Who works here, what they may do and how they sign in. The book of received files names who did what.',
    ownPinHint: 'You may change it with the one in use. If you forgot it, ask the leader for a new one.',
    pinsHint:
      'With this everybody signs in by name and PIN, and a screen that is left alone locks itself. Other PCs come in only while it is on. The first time, a recovery key is made to be printed.',
    propose: 'Two officers or more: switch PINs on',
    proposeSays:
      'Without PINs the book has only names that were said. Set one for the leader first, then switch them on below.',
  },
  paper: {
    title: 'RECOVERY KEY OF THE RECEIVING LEVEL',
    forWhatSays:
      'When the only leader forgot their PIN or was locked out. Where the PIN is asked for, choose your name, press Use the recovery key and type the seven groups above, or scan the code.',
    keepSays:
      'In the leader’s safe or locked cabinet; not beside the PC, no photograph. Whoever holds this sheet can come in as the leader.',
    lostSays:
      'The leader still signs in with their PIN. Whoever finds this sheet can come in: change the key while the old one can still be typed.',
  },
};
