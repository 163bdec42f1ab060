import { expect, test } from 'vitest';
import { shippedText } from '#renderer/paper/handout/sheets.ts';
import { INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { catalogue } from '#shared/text/catalogue.ts';

/** What the letters prescribe of a sheet, by letter and place as in docs/luat-va-chuong-trinh.md, and the words that say it. */
const prescribed = [
  ['S0 2e, QR', 'poster-office', /Quét mã.*Cài ứng dụng \*\*VNeID/s],
  ['S0 2e, Cổng', 'portal', /dichvucong\.gov\.vn.*định danh điện tử \*\*VNeID/s],
  ['S0 PL 1', 'install', /App Store.*Google Play/s],
  ['S0 PL 2.1', 'level-1', /Tạo tài khoản.*Gửi hồ sơ mức 1.*Chờ tin nhắn.*kích hoạt trong/s],
  ['S0 PL 2.1, kích hoạt', 'activate', /Bấm \*\*Kích hoạt.*Đăng nhập thử/s],
  ['S1 1', 'loudspeaker', /Kính thưa bà con.*định danh điện tử/s],
  ['S1 2', 'install', /Cách 1: mức 1.*Cách 2: mức 2.*Làm cùng thẻ mới/s],
  ['S1 2, tin nhắn', 'install', /tin nhắn báo hồ sơ đã được duyệt.*Kích hoạt trong/s],
  ['S1 2, khóa', 'lock', /Khóa.*Mở khóa/s],
  ['S1 3', 'poster-office', /Nơi làm mức 2/],
  ['S1 BTT 2, cài', 'install', /Gõ \*\*VNeID\*\*.*Tải về/s],
  ['S1 BTT 2, nhập', 'level-1', /số định danh.*số điện thoại.*chụp chân dung.*Thư điện tử: có thì ghi/s],
  ['S1 BTT 2, kết quả', 'level-1', /Kết quả đến chậm nhất sau \*\*\{level-1\}/],
  ['S1 BTT 4', 'activate', /Quá \*\*\{window\}\*\*: gọi tổng đài/],
  ['S1 BTT 5, ứng dụng', 'lock', /Trong ứng dụng VNeID.*phần khóa tài khoản/s],
  ['S1 BTT 5, tổng đài', 'lock', /gọi \*\*\{hotline\}.*xác nhận chủ tài khoản/s],
  ['S1 BTT 5, trực tiếp', 'lock', /Đến cơ quan công an.*mang thẻ đến công an/s],
  ['S1 BTT 6, thông tin', 'levels', /Số định danh, họ tên.*chân dung.*Có thêm vân tay/s],
  ['S1 BTT 6, giá trị', 'levels', /Chứng minh thông tin.*Có giá trị như thẻ căn cước.*giấy tờ đã đưa vào/s],
  ['S1 BTT 6, nơi làm', 'levels', /Trên điện thoại.*Đến cơ quan công an/s],
  ['S2 8', 'portal', /Nộp hồ sơ/],
  ['S2 HD I.1', 'install', /App Store.*Google Play.*Gõ \*\*VNeID/s],
  ['S2 HD I.2', 'level-1', /Mở \*\*VNeID/],
  ['S2 HD I.3', 'level-1', /Bấm \*\*Đăng ký.*mã QR của thẻ.*không quét được: gõ tay.*OTP.*Đặt mật khẩu/s],
  ['S2 HD I.4', 'level-1', /Đăng nhập bằng mật khẩu vừa đặt/],
  [
    'S2 HD I.5',
    'level-1',
    /Đăng ký tài khoản mức 1.*Bắt đầu.*Tôi đã hiểu.*NFC.*chân dung.*Xác nhận thông tin đăng ký/s,
  ],
  [
    'S2 HD II.1',
    'activate',
    /Gửi yêu cầu.*Chưa được định danh điện tử.*Đã thực hiện kích hoạt.*Kích hoạt tài khoản/s,
  ],
  ['S2 HD II.2', 'activate', /Kích hoạt trên thiết bị khác.*OTP.*Đặt mật khẩu.*rồi thì bỏ qua/s],
  ['S2 HD II.2, passcode', 'activate', /passcode 6 số.*2 câu hỏi bảo mật/s],
  ['S2 HD III.1', 'use', /Thường trú, tạm trú, tạm vắng, thông báo lưu trú.*tự điền/s],
  ['S2 HD III.2', 'use', /Ví giấy tờ/],
  ['S3 2', 'loudspeaker', /Mức hai có giá trị như thẻ/],
  ['S3 HD 1', 'install', /App Store.*Google Play/s],
  ['S3 HD 2.1', 'level-1', /mức 1.*Chờ tin nhắn.*kích hoạt trong/s],
  ['S4 III.6.2', 'papers', /Người khó đi lại.*tổ lưu động/s],
  ['S4 IV.1.1', 'poster-office', /Quét mã/],
  ['S4 IV.1.1, Cổng', 'portal', /Mở \*\*dichvucong\.gov\.vn/],
  ['S4 IV.2', 'loudspeaker', /Mang thẻ căn cước.*Muốn đưa giấy tờ khác/s],
] as const;

test.each(prescribed)('%s stands on the sheet %s', (_place, sheet, says) => {
  const { title, lines } = shippedText(sheet, 'vi');
  expect([title, ...Object.values(lines)].join('\n')).toMatch(says);
});

test('S2 mở đầu: the five groups of why an account is not activated are the reasons to choose from', () => {
  const words = catalogue('vi').account.reason;
  expect(INACTIVE_REASONS.map((reason) => words[reason]).join('\n')).toMatch(
    /^.*vắng.*\n.*máy yếu.*\n.*quên tin.*\n.*hướng dẫn.*\n.*thao tác.*$/,
  );
});
