import type { LanTrouble } from '#shared/contract/lan-words.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { compareVersions } from '#shared/domain/update/manifest.ts';
import { formatInstant } from '#shared/text/format.ts';

type LanCode =
  | 'unreachable'
  | 'desk-stopped'
  | 'lan-not-opened'
  | 'pairing-over'
  | 'line-relayed'
  | 'host-changed'
  | 'line-cut'
  | 'version-differs'
  | 'device-revoked'
  | 'device-doubled'
  | 'main-pc-only'
  | 'unknown-device';
type Sentences = { readonly [C in LanCode]: (problem: Extract<DeskProblem, { code: C }>) => string };

const lanTroubleVi: Record<LanTrouble, (address: string, port: number) => string> = {
  'address-gone': (address) =>
    `Máy này không có địa chỉ ${address}. Kiểm tra dây mạng hoặc Wi-Fi, hay chọn địa chỉ khác trong danh sách.`,
  'port-taken': (_address, port) => `Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác.`,
  'not-permitted': (_address, port) => `Không được phép dùng cổng ${port}. Chọn cổng từ 1024 trở lên.`,
  'no-door': () => 'Ở đây không mở cửa cho máy khác được: bản tập luyện chỉ chạy trên một máy.',
  failed: (address, port) => `Không mở được ${address}:${port}. Thử lại hoặc chọn cổng khác.`,
};
const lanTroubleEn: Record<LanTrouble, (address: string, port: number) => string> = {
  'address-gone': (address) =>
    `This PC has no address ${address}. Check the network cable or Wi-Fi, or choose another one of the list.`,
  'port-taken': (_address, port) => `Another program uses port ${port}. Choose another one.`,
  'not-permitted': (_address, port) => `Port ${port} may not be used. Choose one from 1024 up.`,
  'no-door': () => 'No door to other PCs is opened here: training runs on one PC.',
  failed: (address, port) => `${address}:${port} could not be opened. Try again, or choose another port.`,
};

/** What a PC says that does not join, or whose desk is not heard. */
export const lanProblemVi: Sentences = {
  unreachable: () =>
    'Mất kết nối với máy chính nên lệnh chưa chắc đã thực hiện. Chờ nối lại rồi bấm lại; lệnh sẽ không bị làm hai lần.',
  'desk-stopped': ({ seconds }) =>
    seconds <= 1
      ? 'Phần giữ dữ liệu của chương trình vừa dừng và đang tự mở lại. Những gì đã lưu còn nguyên; lệnh đang gửi không bị làm hai lần.'
      : `Phần giữ dữ liệu của chương trình dừng hai lần liền, ${seconds} giây nữa tự mở lại. Những gì đã lưu còn nguyên. Nếu vẫn dừng: đóng hẳn chương trình rồi mở lại, và báo người hỗ trợ.`,
  'lan-not-opened': ({ reason, address, port }) => lanTroubleVi[reason](address, port),
  'pairing-over': ({ reason }) =>
    ({
      none: 'Máy chính chưa mở mã ghép máy nào. Nhờ lãnh đạo mở mã mới ở Cài đặt của máy chính.',
      late: 'Mã này đã quá mười phút nên hết hạn. Nhờ lãnh đạo mở mã mới.',
      used: 'Mã này đã có máy khác dùng. Nếu không phải máy của đơn vị, báo lãnh đạo thu hồi máy đó; rồi mở mã mới.',
      tries: 'Mã này bị gõ sai năm lần nên đã hủy. Nhờ lãnh đạo mở mã mới.',
    })[reason],
  'line-relayed': () =>
    'Có một máy khác đứng giữa máy này và máy chính nên không ghép. Kiểm tra mạng của phòng, rồi mở mã mới.',
  'host-changed': ({ address }) =>
    `Máy đang trả lời ở ${address} không phải máy chính đã ghép. Không gửi gì sang máy đó; báo lãnh đạo kiểm tra.`,
  'line-cut': ({ since }) =>
    `Mất đường nối với máy chính từ ${formatInstant(since, 'vi')}. Lệnh chưa gửi đi; chờ nối lại rồi làm lại.`,
  'version-differs': ({ here, there, folder }) =>
    compareVersions(here, there) > 0
      ? `Máy này dùng chương trình bản ${here}, mới hơn máy chính, bản ${there}. Cập nhật máy chính lên ${here} trước; dữ liệu không bị động đến.`
      : `Máy này dùng chương trình bản ${here}, máy chính bản ${there}. Cập nhật máy này lên đúng bản ${there}${folder === undefined ? '' : ` (có ở ${folder})`}; dữ liệu không bị động đến.`,
  'device-revoked': () => 'Máy này đã bị thu hồi hoặc máy chính không còn nhận ra. Nhờ lãnh đạo ghép lại.',
  'device-doubled': () =>
    'Một máy khác đang dùng cùng mã ghép với máy này, vì thư mục dữ liệu đã bị chép sang đó. Nhờ lãnh đạo thu hồi và ghép lại từng máy.',
  'main-pc-only': () => 'Việc này thay dữ liệu đang mở nên chỉ làm được ngay tại máy chính.',
  'unknown-device': () => 'Không có máy này trong danh sách máy đã ghép.',
};

export const lanProblemEn: Sentences = {
  unreachable: () =>
    'The connection to the main PC is lost, so the command may not have been carried out. Wait and press again; it will not be done twice.',
  'desk-stopped': ({ seconds }) =>
    seconds <= 1
      ? 'The part of the program that keeps the data has stopped and is opening again by itself. What was stored is safe; no command is carried out twice.'
      : `The part of the program that keeps the data has stopped twice in a row and opens again by itself in ${seconds} seconds. What was stored is safe. If it stops again, close the program, open it anew and tell your support.`,
  'lan-not-opened': ({ reason, address, port }) => lanTroubleEn[reason](address, port),
  'pairing-over': ({ reason }) =>
    ({
      none: 'The main PC has no code open. Ask the leader to open one in the settings of the main PC.',
      late: 'This code is more than ten minutes old. Ask the leader for a new one.',
      used: 'Another PC has used this code. If it is not one of the office, the leader revokes it; then open a new code.',
      tries: 'This code was typed wrong five times and is gone. Ask the leader for a new one.',
    })[reason],
  'line-relayed': () =>
    'Another machine stands between this PC and the main PC, so nothing was joined. Check the network of the room, then open a new code.',
  'host-changed': ({ address }) =>
    `What answers at ${address} is not the main PC that was joined. Nothing is sent to it; tell the leader.`,
  'line-cut': ({ since }) =>
    `The line to the main PC has been cut since ${formatInstant(since, 'en')}. Nothing was sent; wait until it is back, then do it again.`,
  'version-differs': ({ here, there, folder }) =>
    compareVersions(here, there) > 0
      ? `This PC runs version ${here} of the program, which is newer than that of the main PC, ${there}. Bring the main PC to ${here} first; no data was touched.`
      : `This PC runs version ${here} of the program, the main PC ${there}. Bring this PC to ${there}${folder === undefined ? '' : ` (it is at ${folder})`}; no data was touched.`,
  'device-revoked': () =>
    'This PC was revoked, or the main PC no longer knows it. Ask the leader to join it again.',
  'device-doubled': () =>
    'Another PC uses the pairing of this one, because the data folder was copied there. Ask the leader to revoke it and to join each PC anew.',
  'main-pc-only': () => 'This exchanges the open data, so it is done at the main PC alone.',
  'unknown-device': () => 'There is no such device among the joined ones.',
};

/** The start-up screen of a PC that cannot tell which desk it joined. */
export const joinedFileVi = {
  title: 'Không dùng được tệp ghép máy',
  what: 'Máy này đã nối vào một máy chính, nhưng tệp ghi điều đó không đọc được, hoặc nằm cùng dữ liệu riêng của một đơn vị. Dữ liệu ở máy chính không bị động đến.',
  steps: [
    'Máy này đúng là quầy hay màn hình chờ: bấm Rời máy chính, nhờ lãnh đạo lập mã mới ở máy chính, rồi nối lại.',
    'Máy này có dữ liệu riêng và có người vừa chép tệp joined.json vào đây: cũng bấm Rời máy chính, dữ liệu riêng mở ra như cũ.',
    'Không rõ máy này thuộc loại nào: chưa bấm gì, gọi người phụ trách máy tính xem thư mục dữ liệu.',
  ],
};

export const joinedFileEn: typeof joinedFileVi = {
  title: 'The file of the joined PC cannot be used',
  what: 'This PC joined a main PC, but the file that says so cannot be read, or lies beside an office of this PC’s own. The data at the main PC is not touched.',
  steps: [
    'If this PC is a counter or a wall: press Leave the main PC, ask the leader for a new code at the main PC, and join again.',
    'If this PC has data of its own and somebody copied joined.json here: press Leave the main PC too; its own data opens as before.',
    'If you do not know which it is: press nothing, and have whoever looks after the PCs look into the data folder.',
  ],
};
