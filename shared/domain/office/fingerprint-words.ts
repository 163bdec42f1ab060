/** 256 short words that no dialect says alike, even without their tones. A word's place is one byte: it never changes. */
const WORDS = `
bò mèo gà vịt ngỗng heo trâu ngựa dê cừu thỏ chuột hổ voi gấu khỉ cáo sói nai hươu cá tôm cua ốc
ếch rùa rắn ong bướm kiến nhện muỗi chim cò quạ sẻ công két cam quýt bưởi chanh xoài ổi mít nho
lê táo đào mận dừa khế chuối vải nhãn sung hồng lựu lúa gạo ngô khoai sắn đậu lạc vừng bí bầu
mướp cải hành tỏi gừng ớt nghệ rau măng nấm sen cúc huệ lan mai tre trúc thông bàng phượng nhà
bàn ghế giường tủ đèn quạt nồi chảo bát đũa thìa dao kéo kim áo quần mũ giày dép khăn ví túi
gương lược chổi sách vở bút thước tranh ảnh thư báo tem trống chuông sáo đàn kèn xe tàu thuyền
cầu đường phố chợ làng đình chùa trường vườn sông suối biển núi đồi rừng bãi hang thác trời mây
mưa gió nắng sương tuyết sấm chớp trăng đêm ngày sáng trưa chiều xuân hạ đông vàng bạc sắt than
đá cát đất nước khói gỗ kính nhựa đỏ xanh tím nâu xám vuông tròn dài ngắn thấp rộng hẹp nhanh
chậm mới nhẹ mềm cứng ngọt cay tay chân mắt tai mũi răng lưng bánh cơm bún chè sữa trà cha chú
bà cháu một hai bốn sáu bảy tám chín quê phao lưới võng diều bóng neo vẹt chồn hến mực tép gián
ruồi dơi nhím sóc mía dâu liễu tràm búa rìu khóa bình rổ thúng nón gối lịch phấn cặp hoa
`
  .trim()
  .split(/\s+/);

/** Four words of a fingerprint (hexadecimal), to be compared by voice while a PC joins. They prove little, the code proves all. */
export function fingerprintWords(fingerprint: string): string[] {
  return [0, 1, 2, 3].map(
    (byte) => WORDS[Number.parseInt(fingerprint.slice(byte * 2, byte * 2 + 2), 16)] ?? '',
  );
}
