import type { PrintState } from '#shared/domain/printing/job-state.ts';
import type { DATE_REASONS, DeskProblem, DeskProblemCode } from '#shared/contract/problem.ts';
import { formatInstant } from '#shared/text/format.ts';
import { accessProblemEn, accessProblemVi } from './access-problem.ts';
import { rosterProblemEn, rosterProblemVi } from './roster-problem.ts';
import { teamProblemEn, teamProblemVi } from './team-problem.ts';
import { exportProblemEn, exportProblemVi } from './export-problem.ts';
import { copyTroubleEn, copyTroubleVi } from './copy-troubles.ts';
import { extractReasonEn, extractReasonVi } from './extract-reasons.ts';
import { lanProblemEn, lanProblemVi } from './lan-problems.ts';
import { levelProblemEn, levelProblemVi } from './level-problem.ts';
import { updateProblemEn, updateProblemVi } from './update-problem.ts';
import { voiceProblemEn, voiceProblemVi } from './voice-problem.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';

type Sentences = { readonly [C in DeskProblemCode]: (problem: Extract<DeskProblem, { code: C }>) => string };
const megabytes = (bytes: number) => String(Math.floor(bytes / 1_000_000));
const day = (iso: string) => iso.split('-').toReversed().join('/');
const stateVi: Record<TicketState, string> = {
  waiting: 'đang chờ',
  called: 'đang được gọi',
  serving: 'đang tiếp',
  'on-hold': 'đang tạm giữ',
  'not-here': 'vắng mặt',
  done: 'đã xong',
  left: 'đã về trước',
  cancelled: 'đã hủy',
};

const printStateVi: Record<PrintState, string> = {
  queued: 'đang chờ in',
  sent: 'đã gửi sang máy in',
  confirmed: 'đã in',
  failed: 'chưa in được',
  'given-up': 'đã thôi in',
};

/** A sheet by the number of its ticket; one without a ticket has none. */
const sheetVi = (number: string) => (number === '' ? 'Tờ này' : `Phiếu của số ${number}`);
const sheetEn = (number: string) => (number === '' ? 'This sheet' : `The sheet of ticket ${number}`);

const dateReasonVi: Record<(typeof DATE_REASONS)[number], string> = {
  'before-request': 'hồ sơ được nhận sau ngày đó. Xem lại ngày trên tin nhắn hoặc trên bản trích xuất.',
  'in-future': 'ngày đó chưa tới. Ghi ngày việc đã thật sự xảy ra.',
  'before-start': 'hạn hoàn thành phải từ ngày bắt đầu trở đi.',
  'period-too-long': 'một đợt chỉ tiêu kéo dài nhiều nhất mười năm.',
};

export const problemVi: Sentences = {
  'invalid-input': ({ path, reason }) =>
    reason === 'no-such-day'
      ? `Ngày ở mục “${path}” không có trong lịch: tháng đó không có ngày ấy. Xem lại ngày.`
      : path === ''
        ? 'Thông tin nhập chưa đúng. Xem lại rồi làm lại.'
        : `Thông tin nhập chưa đúng ở mục “${path}”. Xem lại rồi làm lại.`,
  'unknown-method': () =>
    'Chương trình trên máy chủ không biết việc này. Cập nhật cả hai máy lên cùng một phiên bản.',
  ...accessProblemVi,
  ...rosterProblemVi,
  ...teamProblemVi,
  'sender-refused': () =>
    'Chương trình đã được mở lại, hoặc địa chỉ này đã dùng rồi. Đóng cửa sổ này và làm việc ở cửa sổ mới mà chương trình vừa mở; nếu không thấy, mở lại chương trình. Các số đã cấp vẫn còn đủ.',
  'code-refused': ({ triesLeft }) =>
    triesLeft > 0
      ? `Mã không đúng hoặc đã hết hạn. Xem lại mã ở mục Màn hình chờ trong Cài đặt rồi gõ lại (còn ${triesLeft} lần).`
      : 'Mã không đúng quá nhiều lần nên không dùng được nữa. Lấy mã mới ở mục Màn hình chờ trong Cài đặt.',
  'body-too-large': ({ limitKiB }) =>
    `Nội dung gửi đi quá dài (tối đa ${limitKiB} KiB). Rút ngắn rồi làm lại.`,
  'idempotency-key-missing': () =>
    'Lệnh gửi đi thiếu mã chống trùng nên chưa được thực hiện. Tải lại trang rồi làm lại.',
  'idempotency-key-reused': () =>
    'Mã chống trùng này đã dùng cho lệnh khác nên lệnh chưa được thực hiện. Bấm lại một lần nữa.',
  'desk-not-open': ({ file }) => `Chưa mở được dữ liệu ở ${file}. Xem hướng dẫn trên màn hình khởi động.`,
  'passphrase-needed': () =>
    'Cần mật khẩu mở dữ liệu để làm việc này. Gõ mật khẩu (ít nhất 8 ký tự), hoặc mã khôi phục nếu đang đổi.',
  'already-encrypted': () => 'Dữ liệu đã được mã hóa rồi. Xem Cài đặt, mục Dữ liệu.',
  'not-encrypted': () => 'Dữ liệu chưa được mã hóa nên không có khóa để đổi. Bật mã hóa trong Cài đặt trước.',
  'encryption-failed': () =>
    'Chưa mã hóa được, dữ liệu cũ còn nguyên và đã mở lại. Xem ổ đĩa còn chỗ không rồi làm lại; nếu vẫn vậy, gọi người phụ trách máy.',
  'wrong-secret': ({ waitSeconds }) =>
    waitSeconds === 0
      ? 'Chưa đúng. Xem phím Caps Lock và bộ gõ tiếng Việt, rồi gõ lại.'
      : `Chưa đúng. Chờ ${waitSeconds} giây rồi gõ lại. Quên mật khẩu thì dùng mã khôi phục trên tờ giấy đã in.`,
  'wait-first': ({ seconds }) => `Vừa gõ sai nhiều lần: chờ thêm ${seconds} giây rồi gõ lại.`,
  'copy-sealed': () =>
    'Bản sao này đã mã hóa bằng khóa khác. Gõ mật khẩu hoặc mã khôi phục của đơn vị đã tạo ra nó.',
  'secret-not-repeated': () =>
    'Việc này đã làm rồi và câu trả lời chứa bí mật nên không được lưu lại. Tải lại trang để xem kết quả.',
  'desk-closing': () => 'Chương trình đang đóng nên không nhận thêm lệnh. Chờ vài giây rồi mở lại.',
  'not-set-up': () => 'Đơn vị chưa được thiết lập. Làm xong phần thiết lập ban đầu trước.',
  'already-set-up': () => 'Đơn vị đã được thiết lập rồi. Muốn sửa thì vào Cài đặt.',
  'name-taken': ({ name }) => `Tên “${name}” đã có. Chọn tên khác.`,
  'in-use': ({ what }) =>
    `${what} đang được dùng nên chưa thay đổi được. Kết thúc việc đang làm rồi thử lại.`,
  'day-not-open': () => 'Ngày làm việc chưa mở. Mở ngày trước khi làm việc này.',
  'day-still-open': ({ businessDay }) => `Ngày ${day(businessDay)} còn mở. Chốt ngày đó trước đã.`,
  'day-already-open': ({ businessDay }) => `Ngày ${day(businessDay)} đã mở rồi.`,
  'day-already-closed': ({ businessDay }) =>
    `Ngày ${day(businessDay)} đã chốt nên số liệu không đổi. Trưởng đơn vị có thể lập bản điều chỉnh, kèm lý do.`,
  'day-in-use': ({ businessDay, issued }) =>
    issued === 0
      ? `Ngày ${day(businessDay)} đã có kích hoạt, lý do hoặc nhận xét được ghi nên không rút lại được. Gỡ những mục ghi nhầm rồi thử lại, hoặc khóa ngày như thường lệ.`
      : `Ngày ${day(businessDay)} đã cấp ${issued} số nên không rút lại được. Hãy khóa ngày như thường lệ.`,
  'day-too-far': ({ businessDay }) =>
    `Ngày ${day(businessDay)} còn quá xa. Xem lại ngày đã gõ và đồng hồ của máy.`,
  'day-goes-back': ({ lastDay }) =>
    `Ngày làm việc chỉ đi tới: ngày gần nhất là ${day(lastDay)}. Xem lại đồng hồ của máy, hoặc chọn ngày sau đó.`,
  'day-jumps': ({ businessDay, lastDay, workingDays }) =>
    `Ngày ${day(businessDay)} cách ngày gần nhất (${day(lastDay)}) ${workingDays} ngày làm việc. Xem lại ngày giờ của máy. Nếu ngày này đúng, trưởng đơn vị xác nhận để mở.`,
  'clock-behind': ({ clockAt, lastAt }) =>
    `Đồng hồ máy đang là ${formatInstant(clockAt, 'vi')}, trước lần ghi gần nhất (${formatInstant(lastAt, 'vi')}). Chỉnh lại đồng hồ rồi mở ngày. Nếu giờ hiện tại đúng, trưởng đơn vị xác nhận để mở.`,
  'day-voided': ({ businessDay }) => `Ngày ${day(businessDay)} đã hủy nên không sửa và không xuất được.`,
  'unknown-day': ({ businessDay }) => `Không có ngày làm việc ${day(businessDay)} trong dữ liệu.`,
  'day-not-closed': ({ businessDay }) =>
    `Ngày ${day(businessDay)} còn mở nên chưa có gì để điều chỉnh. Sửa thẳng ở từng số, hoặc chốt ngày trước.`,
  'unknown-version': ({ businessDay, version }) =>
    `Số liệu ngày ${day(businessDay)} không có bản ${version}. Chọn một bản trong danh sách.`,
  'nothing-to-correct': () =>
    'Bản điều chỉnh không đổi số liệu nào nên không được lưu. Xem lại các mục đã chọn.',
  'leftovers-remain': ({ tickets, numbers }) =>
    `Còn ${tickets} số chưa có kết quả (${numbers.slice(0, 5).join(', ')}${tickets > 5 ? ', …' : ''}). Ghi kết quả cho từng số hoặc cho tất cả rồi chốt ngày.`,
  'series-exhausted': ({ series }) =>
    `Dãy ${series} đã hết số trong hôm nay. Dùng dãy khác hoặc thêm dãy trong Cài đặt.`,
  'unknown-series': ({ series }) => `Không có dãy số ${series}. Chọn dãy khác hoặc thêm trong Cài đặt.`,
  'unknown-counter': () => 'Không có quầy này, hoặc quầy đã ngừng. Chọn quầy khác ở góc trên bên trái.',
  'unknown-ticket': () => 'Không có số thứ tự này. Tìm lại bằng F3.',
  'unknown-request': () => 'Không có yêu cầu này trong số thứ tự. Mở lại số rồi làm lại.',
  'unknown-person': () => 'Không có người này, hoặc thông tin đã hết hạn lưu. Nhập lại thông tin.',
  'person-in-queue': ({ number }) =>
    `Số ${number} của người này hôm nay còn mở. Ghi kết quả cho số đó, rồi xóa.`,
  'unknown-print-job': () => 'Không có việc in này. Bấm in lại từ đầu.',
  'print-job-waits': ({ number }) =>
    `${sheetVi(number)} chưa in được hoặc đã chờ quá hai phút nên không tự in. Bấm in lại nếu vẫn cần.`,
  'print-job-sending': ({ number }) =>
    `${sheetVi(number)} đang được gửi sang máy in. Chờ vài giây rồi xem kết quả.`,
  'print-job-state': ({ number, state }) =>
    `${sheetVi(number)} ${printStateVi[state]} nên không làm được việc này. Bấm in lại nếu cần thêm một bản.`,
  'print-route': ({ route }) =>
    route === 'none'
      ? 'Đơn vị đang đặt là không in loại phiếu này. Chọn cách in trong Cài đặt, mục Máy in.'
      : 'Phiếu này đặt in theo cách khác. Xem Cài đặt, mục Máy in, rồi bấm in lại.',
  'ticket-state': ({ state, number }) => `Số ${number} ${stateVi[state]} nên không làm được việc này.`,
  'ticket-elsewhere': ({ number, counter }) => `Số ${number} đang ở ${counter}. Nhờ quầy đó chuyển sang.`,
  'counter-busy': ({ number }) => `Quầy đang có số ${number}. Kết thúc hoặc tạm giữ số đó trước.`,
  'papers-unseen': ({ papers }) =>
    `Còn ${papers.length} giấy tờ bắt buộc chưa được xem. Đánh dấu từng giấy, hoặc ghi lý do vẫn thu nhận.`,
  'not-done-here': () =>
    'Yêu cầu này không làm tại đây. Chọn "Chuyển nơi khác", hoặc ghi lý do vẫn làm rồi thu nhận.',
  'outcome-missing': () => 'Còn yêu cầu chưa có kết quả tiếp. Chọn kết quả cho mọi yêu cầu rồi kết thúc.',
  'unknown-follow-up': () =>
    'Yêu cầu này không có trong danh sách theo dõi. Chỉ hồ sơ đã nhận để cấp tài khoản mới được theo dõi.',
  'already-activated': ({ countedOn }) =>
    countedOn === null
      ? 'Tài khoản này đã được ghi là kích hoạt rồi.'
      : `Tài khoản này đã được tính là kích hoạt trong ngày ${day(countedOn)}. Muốn đổi thì bỏ ghi nhận đó trước.`,
  'not-activated': () => 'Tài khoản này chưa được ghi là kích hoạt nên không có gì để bỏ.',
  'unknown-campaign': () => 'Không có đợt chỉ tiêu này. Chọn lại trong danh sách.',
  'date-refused': ({ date, reason }) => `Không nhận ngày ${day(date)}: ${dateReasonVi[reason]}`,
  'unknown-review': () => 'Bản rà soát tệp này không còn. Chọn tệp và rà soát lại.',
  'import-settled': () =>
    'Danh sách đã được dùng tiếp, hoặc đã có người trong đó đến, nên không rút lại được. Sửa từng người, hoặc kết thúc danh sách.',
  'extract-refused': ({ reason, detail }) =>
    `Không dùng được tệp này: ${extractReasonVi[reason]}${detail === '' ? '' : ` (${detail})`}.`,
  'undo-too-late': ({ seconds }) =>
    `Đã quá ${seconds} giây nên không hoàn tác được. Có thể mở lại số, kèm lý do.`,
  'nothing-to-undo': () => 'Không có gì để hoàn tác.',
  'card-unreadable': () => 'Chưa đọc được thẻ. Quét lại, hoặc gõ số và họ tên.',
  'no-rules-for-day': ({ businessDay }) =>
    `Không có bộ quy định nào áp dụng cho ngày ${day(businessDay)}. Chọn bộ quy định trong Cài đặt.`,
  'pack-refused': ({ path, reason }) =>
    `Bộ quy định có chỗ không dùng được: ${path} (${reason}). Dùng lại bộ đi kèm chương trình.`,
  ...voiceProblemVi,
  ...updateProblemVi,
  ...levelProblemVi,
  'folder-not-writable': ({ folder }) =>
    `Không ghi được vào thư mục ${folder}. Chọn thư mục khác hoặc xin quyền ghi.`,
  'file-in-use': ({ file }) => `Tệp ${file} đang mở trong chương trình khác. Đóng tệp đó rồi làm lại.`,
  'unknown-copy': ({ copy }) => `Không tìm thấy bản sao ${copy} còn nguyên. Cắm lại USB hoặc chọn bản khác.`,
  'numbers-unknown': ({ numbers }) =>
    `Không còn dấu nào cho biết đã phát đến số nào sau bản sao này${numbers.length === 0 ? '' : ` (bản sao dừng ở ${numbers.join(', ')})`}. Ghi số cao nhất đã phát của từng dãy.`,
  'backup-failed': ({ trouble }) => copyTroubleVi[trouble],
  'store-full': ({ file, freeBytes, quota }) =>
    quota
      ? `Tài khoản này đã dùng hết phần ổ đĩa được cấp, nên ${file} chưa lưu được. Xóa bớt tệp khác của tài khoản, hoặc nhờ quản trị máy cấp thêm, rồi làm lại.`
      : `Ổ đĩa chứa ${file} đã đầy${freeBytes === undefined ? '' : ` (còn ${megabytes(freeBytes)} MB)`} nên chưa lưu được. Xóa bớt tệp khác rồi làm lại.`,
  'store-failing': ({ file }) =>
    `Ổ đĩa chứa ${file} báo lỗi khi ghi nên chưa lưu. Đừng tắt máy giữa chừng; chép thư mục dữ liệu ra USB và gọi người phụ trách máy.`,
  'store-readonly': ({ file }) => `Tệp ${file} chỉ đọc được nên chưa lưu. Kiểm tra quyền ghi của thư mục.`,
  'store-busy': () => 'Dữ liệu đang bận nên chưa lưu được. Chờ một chút rồi làm lại.',
  'store-corrupted': () =>
    'Dữ liệu có chỗ hỏng nên chương trình ngừng ghi. Đừng xóa gì; mở lại chương trình và làm theo hướng dẫn.',
  ...lanProblemVi,
  ...exportProblemVi,
  unexpected: ({ incident }) =>
    `Có lỗi chưa lường trước nên lệnh chưa thực hiện. Làm lại; nếu vẫn lỗi, báo người hỗ trợ${incident === '' ? '' : ` mã ${incident}`}.`,
};

const stateEn: Record<TicketState, string> = {
  waiting: 'is waiting',
  called: 'is being called',
  serving: 'is being served',
  'on-hold': 'is on hold',
  'not-here': 'is not here',
  done: 'is done',
  left: 'has left',
  cancelled: 'is cancelled',
};

const printStateEn: Record<PrintState, string> = {
  queued: 'is waiting to be printed',
  sent: 'was sent to the printer',
  confirmed: 'was printed',
  failed: 'could not be printed',
  'given-up': 'was given up',
};

const dateReasonEn: Record<(typeof DATE_REASONS)[number], string> = {
  'before-request': 'the file was taken after that day. Check the date in the message or in the extract.',
  'in-future': 'that day has not come yet. Enter the day on which it really happened.',
  'before-start': 'the due date must not be before the first day.',
  'period-too-long': 'targets run for ten years at most.',
};

export const problemEn: Sentences = {
  'invalid-input': ({ path, reason }) =>
    reason === 'no-such-day'
      ? `The date at “${path}” is in no calendar: that month has no such day. Check the date.`
      : path === ''
        ? 'What was entered is not right. Check it and try again.'
        : `What was entered is not right at “${path}”. Check it and try again.`,
  'unknown-method': () =>
    'The program on the main PC does not know this action. Update both PCs to the same version.',
  ...accessProblemEn,
  ...rosterProblemEn,
  ...teamProblemEn,
  'sender-refused': () =>
    'The program was started again, or this address was used before. Close this window and go on in the one that the program has just opened; if there is none, start the program again. Every number that was given is kept.',
  'code-refused': ({ triesLeft }) =>
    triesLeft > 0
      ? `The code is wrong or too old. Look it up under Settings, Wall display, and type it again (${triesLeft} tries left).`
      : 'The code was wrong too many times. Ask for a new one under Settings, Wall display.',
  'body-too-large': ({ limitKiB }) =>
    `What was sent is too long (at most ${limitKiB} KiB). Shorten it and try again.`,
  'idempotency-key-missing': () =>
    'The command came without its key and was not carried out. Reload the page and try again.',
  'idempotency-key-reused': () =>
    'This key was already used for another command, so nothing was done. Press once more.',
  'desk-not-open': ({ file }) =>
    `The data at ${file} could not be opened. The start-up screen says what to do.`,
  'passphrase-needed': () =>
    'This wants the passphrase of the data. Type it (at least 8 signs), or the recovery key where it is being changed.',
  'already-encrypted': () => 'The data is encrypted already. See Settings, Data.',
  'not-encrypted': () =>
    'The data is not encrypted, so there is no key to change. Switch encryption on in Settings first.',
  'encryption-failed': () =>
    'The data was not encrypted; the old data is whole and open again. See whether the disk has room and try once more; if it fails again, call whoever looks after the PC.',
  'wrong-secret': ({ waitSeconds }) =>
    waitSeconds === 0
      ? 'That is not it. Look at Caps Lock and the Vietnamese keyboard, then type it again.'
      : `That is not it. Wait ${waitSeconds} seconds, then type it again. If it is forgotten, use the recovery key on the printed sheet.`,
  'wait-first': ({ seconds }) => `Wrong several times: wait another ${seconds} seconds, then type it again.`,
  'copy-sealed': () =>
    'This copy is encrypted with another key. Type the passphrase or the recovery key of the office that made it.',
  'secret-not-repeated': () =>
    'This was done already, and its answer holds a secret, so it was not kept. Load the page anew to see how it stands.',
  'desk-closing': () =>
    'The program is closing and takes no more commands. Wait a few seconds and open it again.',
  'not-set-up': () => 'The office is not set up yet. Finish the first-run guide.',
  'already-set-up': () => 'The office is already set up. Use Settings to change it.',
  'name-taken': ({ name }) => `The name “${name}” is taken. Choose another.`,
  'in-use': ({ what }) =>
    `${what} is in use and cannot be changed now. Finish what is going on and try again.`,
  'day-not-open': () => 'The business day is not open. Open the day first.',
  'day-still-open': ({ businessDay }) => `The day ${day(businessDay)} is still open. Close it first.`,
  'day-already-open': ({ businessDay }) => `The day ${day(businessDay)} is already open.`,
  'day-already-closed': ({ businessDay }) =>
    `The day ${day(businessDay)} is closed and its figures do not change. The leader can make a correction with a reason.`,
  'day-in-use': ({ businessDay, issued }) =>
    issued === 0
      ? `Activations, reasons or notes are recorded on ${day(businessDay)}, so it cannot be taken back. Remove what was recorded by mistake and try again, or close the day as usual.`
      : `The day ${day(businessDay)} has already given ${issued} numbers and cannot be taken back. Close it as usual.`,
  'day-too-far': ({ businessDay }) =>
    `The day ${day(businessDay)} is too far ahead. Check the date you typed and the clock of this PC.`,
  'day-goes-back': ({ lastDay }) =>
    `Business days only move forward: the latest is ${day(lastDay)}. Check the clock of this PC or choose a later day.`,
  'day-jumps': ({ businessDay, lastDay, workingDays }) =>
    `The day ${day(businessDay)} is ${workingDays} working days past the latest day (${day(lastDay)}). Check date and time of this PC. If the day is right, the leader confirms it to open.`,
  'clock-behind': ({ clockAt, lastAt }) =>
    `The clock of this PC says ${formatInstant(clockAt, 'en')}, before what was last saved (${formatInstant(lastAt, 'en')}). Set the clock, then open the day. If the clock is right now, the leader confirms it to open.`,
  'day-voided': ({ businessDay }) =>
    `The day ${day(businessDay)} is void and can be neither corrected nor exported.`,
  'unknown-day': ({ businessDay }) => `There is no business day ${day(businessDay)} in the data.`,
  'day-not-closed': ({ businessDay }) =>
    `The day ${day(businessDay)} is still open, so there is nothing to correct. Change the tickets themselves, or close the day first.`,
  'unknown-version': ({ businessDay, version }) =>
    `The figures of ${day(businessDay)} have no version ${version}. Choose one from the list.`,
  'nothing-to-correct': () => 'The correction changes no figure and was not saved. Look at what was chosen.',
  'leftovers-remain': ({ tickets, numbers }) =>
    `Still without an outcome: ${tickets} tickets (${numbers.slice(0, 5).join(', ')}${tickets > 5 ? ', …' : ''}). Give each or all an outcome, then close the day.`,
  'series-exhausted': ({ series }) =>
    `Series ${series} has no numbers left today. Use another series or add one in Settings.`,
  'unknown-series': ({ series }) => `There is no series ${series}. Choose another or add it in Settings.`,
  'unknown-counter': () => 'This counter does not exist or is switched off. Choose another at the top left.',
  'unknown-ticket': () => 'There is no such ticket. Search again with F3.',
  'unknown-request': () => 'The ticket has no such request. Open the ticket again and retry.',
  'unknown-person': () => 'There is no such person, or the details have expired. Enter them again.',
  'person-in-queue': ({ number }) =>
    `Ticket ${number} of this person is still open today. Give it an outcome, then erase.`,
  'unknown-print-job': () => 'There is no such print job. Print again from the start.',
  'print-job-waits': ({ number }) =>
    `${sheetEn(number)} failed or has waited for more than two minutes, so it does not print by itself. Print it again if it is still needed.`,
  'print-job-sending': ({ number }) =>
    `${sheetEn(number)} is being sent to the printer. Wait a few seconds for the result.`,
  'print-job-state': ({ number, state }) =>
    `${sheetEn(number)} ${printStateEn[state]}, so this cannot be done. Print it again if another copy is needed.`,
  'print-route': ({ route }) =>
    route === 'none'
      ? 'This office prints no such sheet. Choose a way of printing in Settings, Printers.'
      : 'This sheet is set to print another way. Look at Settings, Printers, then print again.',
  'ticket-state': ({ state, number }) => `Ticket ${number} ${stateEn[state]}, so this cannot be done.`,
  'ticket-elsewhere': ({ number, counter }) =>
    `Ticket ${number} is at ${counter}. Ask that counter to transfer it.`,
  'counter-busy': ({ number }) =>
    `The counter has ticket ${number} in hand. Finish it or put it on hold first.`,
  'papers-unseen': ({ papers }) =>
    `Required papers not seen: ${papers.length}. Mark each of them, or give a reason to take it all the same.`,
  'not-done-here': () =>
    'This request is not done here. Choose "Sent elsewhere", or give a reason to do it, then take it.',
  'outcome-missing': () => 'A request has no outcome yet. Choose one for every request, then finish.',
  'unknown-follow-up': () => 'This request is not followed up. Only files taken for an account are.',
  'already-activated': ({ countedOn }) =>
    countedOn === null
      ? 'This account is already recorded as activated.'
      : `This account is already counted as activated on ${day(countedOn)}. Take that back first.`,
  'not-activated': () => 'This account is not recorded as activated, so there is nothing to take back.',
  'unknown-campaign': () => 'There are no such targets. Choose again from the list.',
  'date-refused': ({ date, reason }) => `The date ${day(date)} is not accepted: ${dateReasonEn[reason]}`,
  'unknown-review': () => 'This review of a file is gone. Choose the file and review it again.',
  'import-settled': () =>
    'The list is in use or somebody of it has come, so it cannot be taken back. Change single people, or end the list.',
  'extract-refused': ({ reason, detail }) =>
    `The file cannot be used: ${extractReasonEn[reason]}${detail === '' ? '' : ` (${detail})`}.`,
  'undo-too-late': ({ seconds }) =>
    `More than ${seconds} seconds have passed, so this cannot be undone. The ticket can be reopened with a reason.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'card-unreadable': () => 'The card could not be read. Scan again, or type the number and the name.',
  'no-rules-for-day': ({ businessDay }) =>
    `No rule pack applies on ${day(businessDay)}. Choose one in Settings.`,
  'pack-refused': ({ path, reason }) =>
    `The rule pack cannot be used at ${path} (${reason}). Go back to the pack that came with the program.`,
  ...voiceProblemEn,
  ...updateProblemEn,
  ...levelProblemEn,
  'folder-not-writable': ({ folder }) =>
    `The folder ${folder} cannot be written to. Choose another or ask for permission.`,
  'file-in-use': ({ file }) => `The file ${file} is open in another program. Close it there and try again.`,
  'unknown-copy': ({ copy }) => `No whole copy ${copy} was found. Plug the stick in again or choose another.`,
  'numbers-unknown': ({ numbers }) =>
    `Nothing tells how far numbers went after this copy${numbers.length === 0 ? '' : ` (it ends at ${numbers.join(', ')})`}. Type the highest number of each series that was handed out.`,
  'backup-failed': ({ trouble }) => copyTroubleEn[trouble],
  'store-full': ({ file, freeBytes, quota }) =>
    quota
      ? `This account has used up its share of the disk, so ${file} was not saved. Delete other files of the account or ask for more room, and try again.`
      : `The disk that holds ${file} is full${freeBytes === undefined ? '' : ` (${megabytes(freeBytes)} MB left)`}, so nothing was saved. Delete other files and try again.`,
  'store-failing': ({ file }) =>
    `The disk that holds ${file} reports an error while writing, so nothing was saved. Do not switch the PC off; copy the data folder to a USB stick and call whoever looks after this PC.`,
  'store-readonly': ({ file }) =>
    `The data at ${file} can only be read, so nothing was saved. Check the permissions of the folder.`,
  'store-busy': () => 'The data is busy, so nothing was saved. Wait a moment and try again.',
  'store-corrupted': () =>
    'The data is damaged, so the program stopped writing. Delete nothing; open the program again and follow the guide.',
  ...lanProblemEn,
  ...exportProblemEn,
  unexpected: ({ incident }) =>
    `Something unforeseen went wrong and the command was not carried out. Try again; if it stays, tell support${incident === '' ? '' : ` the code ${incident}`}.`,
};
