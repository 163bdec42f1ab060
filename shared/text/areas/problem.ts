import type { PrintState } from '#shared/domain/printing/job-state.ts';
import type { DeskProblem, DeskProblemCode } from '#shared/contract/problem.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';

type Sentences = { readonly [C in DeskProblemCode]: (problem: Extract<DeskProblem, { code: C }>) => string };

const day = (iso: string) => iso.split('-').toReversed().join('/');

const stateVi: Record<TicketState, string> = {
  waiting: 'đang chờ',
  called: 'đang được gọi',
  serving: 'đang tiếp',
  'on-hold': 'đang tạm giữ',
  'not-here': 'vắng mặt',
  done: 'đã xong',
  left: 'đã bỏ về',
  cancelled: 'đã hủy',
};

const printStateVi: Record<PrintState, string> = {
  queued: 'đang chờ in',
  sent: 'đã gửi sang máy in',
  confirmed: 'đã in',
  failed: 'chưa in được',
  'given-up': 'đã thôi in',
};

export const problemVi: Sentences = {
  'invalid-input': ({ path }) =>
    path === ''
      ? 'Thông tin nhập chưa đúng. Xem lại rồi làm lại.'
      : `Thông tin nhập chưa đúng ở mục “${path}”. Xem lại rồi làm lại.`,
  'unknown-method': () =>
    'Chương trình trên máy chủ không biết việc này. Cập nhật cả hai máy lên cùng một phiên bản.',
  'not-allowed': ({ role }) =>
    role === 'display'
      ? 'Màn hình chờ chỉ được xem, không được làm việc này.'
      : 'Cửa sổ này không có quyền làm việc đó. Nhờ trưởng đơn vị mở từ máy chính.',
  'sender-refused': () =>
    'Máy chính không nhận yêu cầu từ trang này. Mở lại chương trình bằng địa chỉ mà máy chính đưa ra.',
  'body-too-large': ({ limitKiB }) =>
    `Nội dung gửi đi quá dài (tối đa ${limitKiB} KiB). Rút ngắn rồi làm lại.`,
  'idempotency-key-missing': () =>
    'Lệnh gửi đi thiếu mã chống trùng nên chưa được thực hiện. Tải lại trang rồi làm lại.',
  'idempotency-key-reused': () =>
    'Mã chống trùng này đã dùng cho lệnh khác nên lệnh chưa được thực hiện. Bấm lại một lần nữa.',
  'desk-not-open': ({ file }) => `Chưa mở được dữ liệu ở ${file}. Xem hướng dẫn trên màn hình khởi động.`,
  'desk-closing': () => 'Chương trình đang đóng nên không nhận thêm lệnh. Chờ vài giây rồi mở lại.',
  'not-set-up': () => 'Đơn vị chưa được thiết lập. Làm xong phần thiết lập ban đầu trước.',
  'already-set-up': () => 'Đơn vị đã được thiết lập rồi. Muốn sửa thì vào Cài đặt.',
  'name-taken': ({ name }) => `Tên “${name}” đã có. Chọn tên khác.`,
  'in-use': ({ what }) =>
    `${what} đang được dùng nên chưa thay đổi được. Kết thúc việc đang làm rồi thử lại.`,
  'day-not-open': () => 'Ngày làm việc chưa mở. Mở ngày trước khi làm việc này.',
  'day-still-open': ({ businessDay }) => `Ngày ${day(businessDay)} còn mở. Chốt ngày đó trước đã.`,
  'day-already-open': ({ businessDay }) => `Ngày ${day(businessDay)} đã mở rồi.`,
  'day-already-closed': ({ businessDay }) => `Ngày ${day(businessDay)} đã chốt, số liệu không sửa được nữa.`,
  'day-in-use': ({ businessDay, issued }) =>
    `Ngày ${day(businessDay)} đã cấp ${issued} số nên không rút lại được. Hãy khóa ngày như thường lệ.`,
  'day-too-far': ({ businessDay }) =>
    `Ngày ${day(businessDay)} còn quá xa. Xem lại ngày đã gõ và đồng hồ của máy.`,
  'day-goes-back': ({ lastDay }) =>
    `Ngày làm việc chỉ đi tới: ngày gần nhất là ${day(lastDay)}. Xem lại đồng hồ của máy, hoặc chọn ngày sau đó.`,
  'unknown-day': ({ businessDay }) => `Không có ngày làm việc ${day(businessDay)} trong dữ liệu.`,
  'leftovers-remain': ({ tickets, numbers }) =>
    `Còn ${tickets} số chưa có kết quả (${numbers.slice(0, 5).join(', ')}${tickets > 5 ? ', …' : ''}). Ghi kết quả cho từng số hoặc cho tất cả rồi chốt ngày.`,
  'series-exhausted': ({ series }) =>
    `Dãy ${series} đã hết số trong hôm nay. Dùng dãy khác hoặc thêm dãy trong Cài đặt.`,
  'unknown-series': ({ series }) => `Không có dãy số ${series}. Chọn dãy khác hoặc thêm trong Cài đặt.`,
  'unknown-counter': () => 'Không có quầy này, hoặc quầy đã ngừng. Chọn quầy khác ở góc trên bên trái.',
  'unknown-ticket': () => 'Không có số thứ tự này. Tìm lại bằng F3.',
  'unknown-request': () => 'Không có yêu cầu này trong số thứ tự. Mở lại số rồi làm lại.',
  'unknown-person': () => 'Không có người này, hoặc thông tin đã hết hạn lưu. Nhập lại thông tin.',
  'unknown-print-job': () => 'Không có việc in này. Bấm in lại từ đầu.',
  'print-job-waits': ({ number }) =>
    `Phiếu của số ${number} chưa in được hoặc đã chờ quá hai phút nên không tự in. Bấm in lại nếu vẫn cần.`,
  'print-job-sending': ({ number }) =>
    `Phiếu của số ${number} đang được gửi sang máy in. Chờ vài giây rồi xem kết quả.`,
  'print-job-state': ({ number, state }) =>
    `Phiếu của số ${number} ${printStateVi[state]} nên không làm được việc này. Bấm in lại nếu cần thêm một bản.`,
  'print-route': ({ route }) =>
    route === 'none'
      ? 'Đơn vị đang đặt là không in loại phiếu này. Chọn cách in trong Cài đặt, mục In phiếu.'
      : 'Phiếu này đặt in theo cách khác. Xem Cài đặt, mục In phiếu, rồi bấm in lại.',
  'ticket-state': ({ state, number }) => `Số ${number} ${stateVi[state]} nên không làm được việc này.`,
  'ticket-elsewhere': ({ number, counter }) => `Số ${number} đang ở ${counter}. Nhờ quầy đó chuyển sang.`,
  'counter-busy': ({ number }) => `Quầy đang có số ${number}. Kết thúc hoặc tạm giữ số đó trước.`,
  'outcome-missing': () => 'Còn yêu cầu chưa có kết quả tiếp. Chọn kết quả cho mọi yêu cầu rồi kết thúc.',
  'undo-too-late': ({ seconds }) =>
    `Đã quá ${seconds} giây nên không hoàn tác được. Có thể mở lại số, kèm lý do.`,
  'nothing-to-undo': () => 'Không có gì để hoàn tác.',
  'card-unreadable': () => 'Chưa đọc được thẻ. Quét lại, hoặc gõ số và họ tên.',
  'no-rules-for-day': ({ businessDay }) =>
    `Không có bộ quy định nào áp dụng cho ngày ${day(businessDay)}. Chọn bộ quy định trong Cài đặt.`,
  'pack-refused': ({ path, reason }) =>
    `Bộ quy định có chỗ không dùng được: ${path} (${reason}). Dùng lại bộ đi kèm chương trình.`,
  'calendar-unknown': ({ year }) =>
    `Chưa có lịch nghỉ của năm ${year} nên không tính được ngày hẹn. Nhập lịch năm đó trong Cài đặt.`,
  'folder-not-writable': ({ folder }) =>
    `Không ghi được vào thư mục ${folder}. Chọn thư mục khác hoặc xin quyền ghi.`,
  'file-in-use': ({ file }) => `Tệp ${file} đang mở trong chương trình khác. Đóng tệp đó rồi làm lại.`,
  'store-full': ({ file }) => `Ổ đĩa chứa ${file} đã đầy nên chưa lưu được. Xóa bớt tệp khác rồi làm lại.`,
  'store-readonly': ({ file }) =>
    `Dữ liệu ở ${file} chỉ đọc được nên chưa lưu. Kiểm tra quyền ghi của thư mục.`,
  'store-busy': () => 'Dữ liệu đang bận nên chưa lưu được. Chờ một chút rồi làm lại.',
  'store-corrupted': () =>
    'Dữ liệu có chỗ hỏng nên chương trình ngừng ghi. Đừng xóa gì; mở lại chương trình và làm theo hướng dẫn.',
  unreachable: () =>
    'Mất kết nối với máy chính nên lệnh chưa chắc đã thực hiện. Chờ nối lại rồi bấm lại; lệnh sẽ không bị làm hai lần.',
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

export const problemEn: Sentences = {
  'invalid-input': ({ path }) =>
    path === ''
      ? 'What was entered is not right. Check it and try again.'
      : `What was entered is not right at “${path}”. Check it and try again.`,
  'unknown-method': () =>
    'The program on the main PC does not know this action. Update both PCs to the same version.',
  'not-allowed': ({ role }) =>
    role === 'display'
      ? 'The wall display may only look.'
      : 'This window may not do that. Ask the leader to do it on the main PC.',
  'sender-refused': () =>
    'The main PC does not accept requests from this page. Open the program with the address the main PC gives.',
  'body-too-large': ({ limitKiB }) =>
    `What was sent is too long (at most ${limitKiB} KiB). Shorten it and try again.`,
  'idempotency-key-missing': () =>
    'The command came without its key and was not carried out. Reload the page and try again.',
  'idempotency-key-reused': () =>
    'This key was already used for another command, so nothing was done. Press once more.',
  'desk-not-open': ({ file }) =>
    `The data at ${file} could not be opened. The start-up screen says what to do.`,
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
    `The day ${day(businessDay)} is closed; its figures no longer change.`,
  'day-in-use': ({ businessDay, issued }) =>
    `The day ${day(businessDay)} has already given ${issued} numbers and cannot be taken back. Close it as usual.`,
  'day-too-far': ({ businessDay }) =>
    `The day ${day(businessDay)} is too far ahead. Check the date you typed and the clock of this PC.`,
  'day-goes-back': ({ lastDay }) =>
    `Business days only move forward: the latest is ${day(lastDay)}. Check the clock of this PC or choose a later day.`,
  'unknown-day': ({ businessDay }) => `There is no business day ${day(businessDay)} in the data.`,
  'leftovers-remain': ({ tickets, numbers }) =>
    `Still without an outcome: ${tickets} tickets (${numbers.slice(0, 5).join(', ')}${tickets > 5 ? ', …' : ''}). Give each or all an outcome, then close the day.`,
  'series-exhausted': ({ series }) =>
    `Series ${series} has no numbers left today. Use another series or add one in Settings.`,
  'unknown-series': ({ series }) => `There is no series ${series}. Choose another or add it in Settings.`,
  'unknown-counter': () => 'This counter does not exist or is switched off. Choose another at the top left.',
  'unknown-ticket': () => 'There is no such ticket. Search again with F3.',
  'unknown-request': () => 'The ticket has no such request. Open the ticket again and retry.',
  'unknown-person': () => 'There is no such person, or the details have expired. Enter them again.',
  'unknown-print-job': () => 'There is no such print job. Print again from the start.',
  'print-job-waits': ({ number }) =>
    `The sheet of ticket ${number} failed or has waited for more than two minutes, so it does not print by itself. Print it again if it is still needed.`,
  'print-job-sending': ({ number }) =>
    `The sheet of ticket ${number} is being sent to the printer. Wait a few seconds for the result.`,
  'print-job-state': ({ number, state }) =>
    `The sheet of ticket ${number} ${printStateEn[state]}, so this cannot be done. Print it again if another copy is needed.`,
  'print-route': ({ route }) =>
    route === 'none'
      ? 'This office prints no such sheet. Choose a way of printing in Settings, Printing.'
      : 'This sheet is set to print another way. Look at Settings, Printing, then print again.',
  'ticket-state': ({ state, number }) => `Ticket ${number} ${stateEn[state]}, so this cannot be done.`,
  'ticket-elsewhere': ({ number, counter }) =>
    `Ticket ${number} is at ${counter}. Ask that counter to transfer it.`,
  'counter-busy': ({ number }) =>
    `The counter has ticket ${number} in hand. Finish it or put it on hold first.`,
  'outcome-missing': () => 'A request has no outcome yet. Choose one for every request, then finish.',
  'undo-too-late': ({ seconds }) =>
    `More than ${seconds} seconds have passed, so this cannot be undone. The ticket can be reopened with a reason.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'card-unreadable': () => 'The card could not be read. Scan again, or type the number and the name.',
  'no-rules-for-day': ({ businessDay }) =>
    `No rule pack applies on ${day(businessDay)}. Choose one in Settings.`,
  'pack-refused': ({ path, reason }) =>
    `The rule pack cannot be used at ${path} (${reason}). Go back to the pack that came with the program.`,
  'calendar-unknown': ({ year }) =>
    `There is no holiday calendar for ${year}, so no due date can be counted. Enter it in Settings.`,
  'folder-not-writable': ({ folder }) =>
    `The folder ${folder} cannot be written to. Choose another or ask for permission.`,
  'file-in-use': ({ file }) => `The file ${file} is open in another program. Close it there and try again.`,
  'store-full': ({ file }) =>
    `The disk that holds ${file} is full, so nothing was saved. Free some space and try again.`,
  'store-readonly': ({ file }) =>
    `The data at ${file} can only be read, so nothing was saved. Check the permissions of the folder.`,
  'store-busy': () => 'The data is busy, so nothing was saved. Wait a moment and try again.',
  'store-corrupted': () =>
    'The data is damaged, so the program stopped writing. Delete nothing; open the program again and follow the guide.',
  unreachable: () =>
    'The connection to the main PC is lost, so the command may not have been carried out. Wait and press again; it will not be done twice.',
  unexpected: ({ incident }) =>
    `Something unforeseen went wrong and the command was not carried out. Try again; if it stays, tell support${incident === '' ? '' : ` the code ${incident}`}.`,
};
