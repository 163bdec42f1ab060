// What the shipped voices say: every unit by its key and the words it is rendered from.
import { ENGLISH_DIGITS, ENGLISH_TEENS, ENGLISH_TENS } from '../shared/domain/voice/read-number.ts';
import { ENGLISH_COUNTER } from '../shared/domain/office/counter-word.ts';
import { coreUnits, SPOKEN_LETTERS } from '../shared/domain/voice/units.ts';

/**
 * Syllables that names of counters are made of at a ward's desks and beside them (docs/decisions/0030-voice.md). A name
 * with another syllable is not half read: the voice says to look at the screen.
 */
const NAME_SYLLABLES = `
quầy bàn phòng cửa ô số tầng khu nhà dãy trước sau trái phải trong ngoài giữa trên dưới đầu cuối trệt lầu
tiếp nhận trả kết quả hồ sơ hướng dẫn công dân cán bộ bộ phận lấy thu lệ phí thanh toán ngân văn thư
hộ tịch khẩu cư trú thường tạm vắng lưu đăng ký khai sinh tử hôn nhân gia đình chứng thực sao bản chính nuôi
căn cước thẻ định danh điện mức tài khoản kích hoạt chụp ảnh vân tay trắc học sinh
xe máy mô tô biển giao thông đất đai xây dựng địa nhà ở môi trường lao động thương binh xã hội bảo hiểm y tế trợ
có chính sách kinh doanh nghiệp thuế tư pháp công an quân sự nghĩa vụ dịch hành cộng ưu tiên người cao tuổi già khuyết tật
phụ nữ mang thai trẻ em lý lịch hình ninh trật tự phòng cháy chữa con dấu ngành nghề điều kiện xuất nhập cảnh chiếu thị
nước tin tra cứu hỗ vấn phục quét mã in nộp tổng hợp lãnh đạo trực ban chỉ huy đội tổ phường thôn ấp khóm đông tây nam bắc
và thủ tục giấy tờ
`;

/** Every unit of a Vietnamese voice and the words it is rendered from. */
export function vietnameseUnits(spoken) {
  const syllables = NAME_SYLLABLES.trim().split(/\s+/);
  return new Map([...coreUnits(spoken), ...syllables.map((word) => [word, word])]);
}

/** Every unit of the English voice and the words it is rendered from. */
export function englishUnits() {
  const words = [
    ...ENGLISH_DIGITS,
    ...ENGLISH_TEENS,
    ...ENGLISH_TENS,
    'hundred',
    'thousand',
    'and',
    'number',
    'please go to counter',
    'please go to',
    'please see the screen',
    'once more',
    ...Object.values(ENGLISH_COUNTER),
  ];
  return new Map([
    ...Object.keys(SPOKEN_LETTERS).map((letter) => [letter, `${letter.toLowerCase()}.`]),
    ...words.map((word) => [word, word]),
  ]);
}
