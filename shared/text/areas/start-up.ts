import { joinedFileEn, joinedFileVi } from './lan-problems.ts';
import type { Lost } from '#shared/contract/problem.ts';

/** `A039–A060, B004`. */
function numberRanges(numbers: Lost['numbers']): string {
  return numbers.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ');
}

/** One screen per reason: what happened, then what to do. Keys are the reasons of `desk-not-open`. */
export const startUpVi = {
  heading: 'Chưa mở được dữ liệu',
  kept: 'Chương trình không xóa và không ghi đè gì. Tệp còn nguyên như lúc tìm thấy.',
  whatToDo: 'Việc cần làm',
  file: 'Tệp dữ liệu',
  detail: 'Chi tiết cho người hỗ trợ',
  copy: 'Chép chi tiết',
  copied: 'Đã chép. Dán vào tin nhắn gửi người hỗ trợ.',
  copyFailed: 'Máy không cho chép. Chụp lại màn hình này.',
  retry: 'Thử mở lại',
  retrying: 'Đang thử…',
  moved: 'Chuyển hẳn sang đây và mở',
  movedSure: 'Máy cũ hoặc thư mục cũ sẽ không dùng nữa',
  movedFirst: 'Đánh dấu ô bên cạnh trước.',
  paperMeanwhile:
    'Trong lúc chờ, phát số bằng giấy bắt đầu từ một chữ khác, ví dụ X001, để không trùng số đã cấp.',
  lost: {
    behind: {
      title: 'Dữ liệu thiếu phần vừa ghi',
      what: ({ events, numbers }: Lost) =>
        `Trước khi tắt, chương trình đã ghi nhiều hơn những gì tệp này đang có${events === 0 ? '' : `: thiếu ${events} việc cuối cùng`}.${numbers.length === 0 ? '' : ` Những số đã phát cho người dân mà tệp không còn: ${numberRanges(numbers)}.`} Thường do tệp desk.db-wal bị xóa, bị dọn hay bị hỏng, hoặc có người đặt lại một desk.db cũ. Nếu mở tiếp, các số đó sẽ bị cấp lại lần nữa.`,
      steps: [
        'Tìm xem có ai vừa dọn dẹp, chép hay khôi phục thư mục này. Tìm desk.db và desk.db-wal trong Thùng rác, USB, phần mềm diệt vi-rút.',
        'Đưa hai tệp cùng một lúc về đúng chỗ, giữ nguyên tên, rồi bấm Thử mở lại.',
        'Không tìm thấy: chép cả thư mục ra USB, đừng xóa gì, và gọi người phụ trách máy.',
      ],
    },
    'other-log': {
      title: 'Tệp desk.db-wal không phải của dữ liệu này',
      what: () =>
        'Bên cạnh tệp dữ liệu có một tệp desk.db-wal của dữ liệu khác, thường do chép lẫn hai thư mục. Nếu mở tiếp, hai dữ liệu sẽ trộn vào nhau.',
      steps: [
        'Nếu vừa chép tệp vào đây: đưa đúng tệp desk.db-wal cũ về chỗ, rồi bấm Thử mở lại.',
        'Nếu không có tệp cũ: chuyển (đừng xóa) desk.db-wal sang thư mục khác, rồi bấm Thử mở lại.',
        'Chương trình tự đối chiếu xem có thiếu số nào không, và báo nếu thiếu.',
      ],
    },
    'other-file': {
      title: 'Tệp dữ liệu đã bị thay bằng tệp khác',
      what: () =>
        'Tệp này cùng đơn vị nhưng không đi tiếp từ những gì máy này ghi lần cuối, thường do đưa vào một bản sao đã được dùng ở máy khác. Nếu mở tiếp, có số sẽ bị cấp hai lần.',
      steps: [
        'Tìm xem ai vừa chép tệp desk.db vào thư mục này, và tệp đó lấy từ máy nào.',
        'Đưa tệp desk.db của chính máy này về chỗ cũ, rồi bấm Thử mở lại.',
        'Không tìm thấy: chép cả thư mục ra USB, đừng xóa gì, và gọi người phụ trách máy.',
      ],
    },
  },
  reason: {
    copied: {
      title: 'Chuyển máy, hay bản sao?',
      what: 'Dữ liệu này trước đây chạy ở một máy khác hoặc một thư mục khác. Nếu cả hai nơi cùng cấp số, sẽ có hai người cùng một số.',
      steps: [
        'Đã chuyển hẳn máy hoặc thư mục: đóng chương trình ở nơi cũ, đánh dấu ô dưới đây rồi bấm Chuyển hẳn sang đây.',
        'Chỉ là bản sao: đóng cửa sổ này và làm việc ở nơi cũ. Bản sao không mở để cấp số.',
        'Muốn tập dùng: mở chương trình với một thư mục dữ liệu mới, chọn Tập dùng.',
      ],
    },
    corrupted: {
      title: 'Tệp dữ liệu bị hỏng',
      what: 'Chương trình đã đọc thử và thấy tệp không còn nguyên vẹn, thường do mất điện, ổ đĩa lỗi hoặc bị chép đè. Chương trình dừng lại để không làm hỏng thêm.',
      steps: [
        'Đừng sửa, đổi tên hay xóa tệp. Chép cả thư mục chứa nó ra USB.',
        'Khôi phục bản sao ở đầu danh sách dưới đây (bấm Tab tới đó, Enter). Số đã phát sau bản ấy không cấp lại, trở vào hàng chờ không kèm tên.',
        'Danh sách trống: cắm USB bản sao, gõ đường dẫn của nó vào ô ở trên danh sách.',
        'Không có bản nào: gọi người phụ trách máy. Ổ đĩa cũng cần được xem.',
      ],
    },
    'marker-missing': {
      title: 'Tệp dữ liệu trống dù đơn vị đã thiết lập',
      what: 'Thư mục này từng có dữ liệu, nhưng tệp bây giờ trống hoặc đã bị thay bằng tệp khác. Nếu mở tiếp, số sẽ chạy lại từ 001 và trùng với số đã cấp.',
      steps: [
        'Tìm xem có ai vừa chép, dọn dẹp hoặc khôi phục thư mục này không.',
        'Tìm tệp cùng tên trong Thùng rác, USB, hoặc bản sao mới nhất trong thư mục copies.',
        'Đưa tệp đúng về chỗ cũ, giữ nguyên tên, rồi bấm Thử mở lại.',
      ],
    },
    'foreign-file': {
      title: 'Tệp này không phải của Quầy Tiếp Dân',
      what: 'Ở chỗ của tệp dữ liệu có một tệp do chương trình khác tạo ra. Chương trình không ghi vào tệp của người khác.',
      steps: [
        'Chuyển tệp lạ sang thư mục khác (đừng xóa khi chưa biết là của ai).',
        'Hoặc khởi động lại với một thư mục dữ liệu khác.',
        'Bấm Thử mở lại.',
      ],
    },
    failing: {
      title: 'Ổ đĩa báo lỗi',
      what: 'Ổ đĩa không đọc hoặc không ghi được dữ liệu. Thường do ổ đĩa sắp hỏng, dây cáp lỏng hoặc USB bị rút.',
      steps: [
        'Nếu dữ liệu nằm trên USB hoặc ổ cắm ngoài: cắm lại chắc chắn, rồi bấm Thử mở lại.',
        'Chép cả thư mục dữ liệu sang ổ đĩa khác ngay khi còn đọc được.',
        'Gọi người phụ trách máy xem ổ đĩa. Đừng chạy chương trình sửa ổ đĩa trước khi chép xong.',
      ],
    },
    readonly: {
      title: 'Không được ghi vào tệp dữ liệu',
      what: 'Tệp hoặc thư mục chỉ cho đọc, nên số cấp ra sẽ không lưu được. Chương trình không cấp số khi không lưu được.',
      steps: [
        'Bấm phải vào thư mục dữ liệu, chọn Thuộc tính, bỏ dấu Chỉ đọc.',
        'Nếu máy có nhiều tài khoản, đăng nhập bằng tài khoản đã dùng hôm trước, hoặc nhờ quản trị máy cấp quyền ghi.',
        'Nếu dữ liệu nằm trên USB, xem lẫy khóa ghi của USB.',
        'Bấm Thử mở lại.',
      ],
    },
    full: {
      title: 'Ổ đĩa đã đầy',
      what: 'Không còn chỗ để ghi số mới. Những số đã cấp vẫn nguyên.',
      steps: [
        'Xóa hoặc chuyển bớt tệp không cần (tải về, video, Thùng rác) để trống ít nhất 500 MB.',
        'Không xóa gì trong thư mục dữ liệu ghi dưới đây.',
        'Bấm Thử mở lại. Không cần khởi động lại máy.',
      ],
    },
    newer: {
      title: 'Dữ liệu đã được mở bằng bản mới hơn',
      what: 'Một bản Quầy Tiếp Dân mới hơn đã dùng tệp này. Bản đang chạy không hiểu hết nên không đụng vào, tệp còn nguyên từng byte.',
      steps: [
        'Đóng chương trình này.',
        'Mở bản mới hơn (xem lối tắt trên màn hình nền) hoặc cài lại bản mới nhất.',
        'Nếu buộc phải dùng bản cũ, gọi người phụ trách để lấy bản sao làm trước khi nâng cấp, trong thư mục copies.',
      ],
    },
    locked: {
      title: 'Dữ liệu đang được mở ở nơi khác',
      what: 'Một cửa sổ hoặc một chương trình khác trên máy này đang giữ tệp. Hai nơi cùng ghi có thể cấp trùng số, nên chỉ một nơi được mở.',
      steps: [
        'Tìm cửa sổ Quầy Tiếp Dân đang mở trên thanh tác vụ và dùng cửa sổ đó.',
        'Nếu máy có nhiều tài khoản Windows, xem tài khoản kia có đang mở chương trình không.',
        'Đóng các chương trình sao chép, quét hoặc đồng bộ đang giữ tệp.',
        'Bấm Thử mở lại.',
      ],
    },
    'network-folder': {
      title: 'Dữ liệu nằm trên thư mục mạng',
      what: 'Tệp dữ liệu đặt trên ổ mạng có thể hỏng khi mạng chập chờn. Dữ liệu phải nằm trên ổ của chính máy này.',
      steps: [
        'Chọn thư mục trên ổ trong máy, ví dụ ổ C hoặc D, làm thư mục dữ liệu.',
        'Nếu trên ổ mạng đã có dữ liệu, đóng chương trình rồi chép cả thư mục về máy.',
        'Các quầy khác không mở tệp chung: chúng kết nối tới máy này bằng địa chỉ mà chương trình in ra.',
        'Bấm Thử mở lại.',
      ],
    },
    'joined-file': joinedFileVi,
    'cloud-folder': {
      title: 'Dữ liệu nằm trong thư mục đồng bộ đám mây',
      what: 'OneDrive, Dropbox, Google Drive và các chương trình tương tự chép tệp trong lúc đang ghi, có thể làm hỏng hoặc nhân đôi dữ liệu, và đưa thông tin của dân ra ngoài.',
      steps: [
        'Chọn thư mục không đồng bộ, ví dụ C:\\QuayTiepDan, làm thư mục dữ liệu.',
        'Nếu đã có dữ liệu, tắt đồng bộ, chờ xong, rồi chép cả thư mục sang chỗ mới.',
        'Bấm Thử mở lại.',
      ],
    },
    sealed: {
      title: 'Dữ liệu đã mã hóa, cần mật khẩu',
      what: 'Mọi thứ còn nguyên. Dữ liệu được khóa để người lấy được máy hay USB không đọc được; máy này chưa có khóa để tự mở.',
      steps: [
        'Gõ mật khẩu mở dữ liệu của đơn vị.',
        'Quên mật khẩu: chọn Mã khôi phục, gõ mã trên tờ giấy đã in khi bật mã hóa (bảy nhóm, mỗi nhóm bốn ký tự).',
        'Không có cả hai thì không ai mở được, kể cả người làm ra chương trình. Tìm tờ mã khôi phục, và gọi người phụ trách máy.',
      ],
    },
    'key-missing': {
      title: 'Thiếu tệp khóa desk.key.json',
      what: 'Dữ liệu đã mã hóa, nhưng tệp khóa nằm cạnh nó bị mất, bị hỏng hoặc là của dữ liệu khác. Không có tệp này thì mật khẩu và mã khôi phục cũng không mở được.',
      steps: [
        'Tìm desk.key.json trong Thùng rác, hoặc xem ai vừa dọn dẹp, chép hay khôi phục thư mục này.',
        'Mỗi bản sao (thư mục copies, hoặc quay-tiep-dan trên USB) có một tệp desk.key.json: chép tệp của bản sao mới nhất vào cạnh desk.db, rồi bấm Thử mở lại.',
        'Không chép được: khôi phục bản sao ở đầu danh sách dưới đây, tệp khóa về cùng với nó.',
        'Không tìm thấy ở đâu: đừng xóa gì, gọi người phụ trách máy.',
      ],
    },
    encrypting: {
      title: 'Đang mã hóa dữ liệu',
      what: 'Chương trình đang viết lại dữ liệu dưới dạng mã hóa và tự mở lại khi xong. Dữ liệu cũ còn nguyên cho tới lúc đó.',
      steps: [
        'Chờ cho xong: thường vài giây, tới vài phút khi dữ liệu nhiều năm.',
        'Không tắt máy. Nếu lỡ mất điện, mở lại chương trình: dữ liệu cũ hoặc mới còn đủ.',
        'Có người dân đang chờ: phát số bằng giấy, nhập lại sau.',
      ],
    },
    unknown: {
      title: 'Không mở được dữ liệu',
      what: 'Có lỗi mà chương trình chưa biết tên. Để an toàn, chương trình không ghi gì cả.',
      steps: [
        'Bấm Thử mở lại một lần.',
        'Nếu vẫn vậy, khởi động lại máy rồi mở lại chương trình.',
        'Nếu vẫn không được, chép chi tiết bên dưới và gửi người hỗ trợ.',
      ],
    },
  },
};

export const startUpEn: typeof startUpVi = {
  heading: 'The data could not be opened',
  kept: 'The program has deleted and overwritten nothing. The file is as it was found.',
  whatToDo: 'What to do',
  file: 'Data file',
  detail: 'Details for support',
  copy: 'Copy details',
  copied: 'Copied. Paste it into a message to whoever supports you.',
  copyFailed: 'This PC does not allow copying. Take a picture of this screen.',
  retry: 'Try again',
  retrying: 'Trying…',
  moved: 'Move it here for good and open',
  movedSure: 'The former PC or folder will not be used any more',
  movedFirst: 'Tick the box first.',
  paperMeanwhile:
    'Meanwhile give out paper numbers with another letter, for example X001, so that none repeats a number already issued.',
  lost: {
    behind: {
      title: 'What was written last is missing',
      what: ({ events, numbers }) =>
        `Before it ended, the program had written more than this file holds${events === 0 ? '' : `: the last ${events} steps are missing`}.${numbers.length === 0 ? '' : ` Numbers given to citizens that the file no longer has: ${numberRanges(numbers)}.`} Usually desk.db-wal was deleted, tidied away or damaged, or somebody put back an old desk.db. Going on would give those numbers a second time.`,
      steps: [
        'Find out who tidied, copied or restored this folder. Look for desk.db and desk.db-wal in the recycle bin, on USB sticks, in the virus scanner.',
        'Put both files back together under their names, then press Try again.',
        'If they are not found: copy the whole folder to a USB stick, delete nothing, and call whoever looks after the PC.',
      ],
    },
    'other-log': {
      title: 'The file desk.db-wal does not belong to this data',
      what: () =>
        'Beside the data file lies a desk.db-wal of other data, usually because two folders were mixed while copying. Going on would mix the two.',
      steps: [
        'If files were copied here: put back the desk.db-wal that was here before, then press Try again.',
        'If there is none: move desk.db-wal to another folder (do not delete it), then press Try again.',
        'The program itself compares whether numbers are missing, and says so.',
      ],
    },
    'other-file': {
      title: 'The data file was exchanged for another',
      what: () =>
        'This file is of the same office but does not go on from what this PC wrote last, usually because a copy was put here that had been used on another PC. Going on would give some numbers twice.',
      steps: [
        'Find out who copied desk.db into this folder, and from which PC it came.',
        'Put back the desk.db of this PC, then press Try again.',
        'If it is not found: copy the whole folder to a USB stick, delete nothing, and call whoever looks after the PC.',
      ],
    },
  },
  reason: {
    copied: {
      title: 'A move, or a copy?',
      what: 'This data used to work on another PC or in another folder. If both places give numbers, two people get the same one.',
      steps: [
        'The PC or the folder was moved for good: close the program in the former place, tick the box below and press Move it here.',
        'It is only a copy: close this window and go on in the former place. A copy gives no numbers.',
        'To practise: start the program with a new data folder and choose training.',
      ],
    },
    corrupted: {
      title: 'The data file is damaged',
      what: 'The program read the file first and found it is no longer whole, usually after a power cut, a disk fault or a copy over it. It stopped so as not to make it worse.',
      steps: [
        'Do not edit, rename or delete the file. Copy its whole folder to a USB stick.',
        'Restore the first copy of the list below (Tab to it, then Enter). Numbers given after it are not given again; they return to the queue without a name.',
        'If the list is empty: plug in the stick with the copies and type its path into the field above the list.',
        'If there is none: call whoever looks after this PC. The disk wants looking at too.',
      ],
    },
    'marker-missing': {
      title: 'The data file is empty although this office was set up',
      what: 'This folder held data before, but the file is now empty or was replaced by another. Going on would start the numbers at 001 again and repeat numbers already issued.',
      steps: [
        'Find out whether somebody copied, cleaned or restored this folder.',
        'Look for a file of the same name in the recycle bin, on a USB stick or in a copy of the folder.',
        'Put the right file back under the same name, then press Try again.',
      ],
    },
    'foreign-file': {
      title: 'This file does not belong to Quầy Tiếp Dân',
      what: 'Where the data file should be lies a file made by another program. The program does not write into files of others.',
      steps: [
        'Move the foreign file to another folder (do not delete it before you know whose it is).',
        'Or start the program with another data folder.',
        'Press Try again.',
      ],
    },
    failing: {
      title: 'The disk reports an error',
      what: 'The disk could not read or write the data. Usually it is about to fail, a cable is loose or a USB stick was pulled.',
      steps: [
        'If the data is on a USB stick or an outside disk: plug it in firmly, then press Try again.',
        'Copy the whole data folder to another disk while it can still be read.',
        'Call whoever looks after this PC. Run no repair of the disk before the copy is made.',
      ],
    },
    readonly: {
      title: 'The data file cannot be written to',
      what: 'The file or its folder is read-only, so an issued number could not be saved. The program issues no number it cannot save.',
      steps: [
        'Right-click the data folder, choose Properties and clear Read-only.',
        'If this PC has several accounts, sign in with the one used before, or ask the administrator for write permission.',
        'If the data is on a USB stick, look at its write lock.',
        'Press Try again.',
      ],
    },
    full: {
      title: 'The disk is full',
      what: 'There is no room to write a new number. The numbers already issued are intact.',
      steps: [
        'Delete or move files you do not need (downloads, videos, recycle bin) until at least 500 MB are free.',
        'Delete nothing in the data folder named below.',
        'Press Try again. The PC need not be restarted.',
      ],
    },
    newer: {
      title: 'The data was opened by a newer version',
      what: 'A newer Quầy Tiếp Dân has used this file. The one running now does not understand all of it and leaves it alone, byte for byte.',
      steps: [
        'Close this program.',
        'Open the newer version (see the shortcut on the desktop) or install the latest one.',
        'If you must use the old version, ask for the copy that was made before the upgrade, in the folder copies.',
      ],
    },
    locked: {
      title: 'The data is open somewhere else',
      what: 'Another window or program on this PC holds the file. Two writers could issue the same number twice, so only one may open it.',
      steps: [
        'Find the Quầy Tiếp Dân window that is already open on the task bar and use it.',
        'If this PC has several Windows accounts, see whether another one runs the program.',
        'Close copying, scanning or syncing programs that hold the file.',
        'Press Try again.',
      ],
    },
    'network-folder': {
      title: 'The data is on a network folder',
      what: 'A data file on a network drive can break when the network falters. The data must be on a disk of this PC.',
      steps: [
        'Choose a folder on a disk of this PC, for example C or D, as the data folder.',
        'If the network drive already holds data, close the program and copy the whole folder to this PC.',
        'Other counters do not open the file: they connect to this PC at the address the program prints.',
        'Press Try again.',
      ],
    },
    'joined-file': joinedFileEn,
    'cloud-folder': {
      title: 'The data is in a cloud-synced folder',
      what: 'OneDrive, Dropbox, Google Drive and the like copy files while they are written. That can break or double the data, and it carries citizens’ details outside.',
      steps: [
        'Choose a folder that is not synced, for example C:\\QuayTiepDan, as the data folder.',
        'If there is data already, stop the syncing, wait for it to end, then copy the whole folder to the new place.',
        'Press Try again.',
      ],
    },
    sealed: {
      title: 'The data is encrypted and wants its passphrase',
      what: 'Everything is there. The data is locked so that whoever takes the PC or a stick cannot read it; this PC has no key to open it by itself.',
      steps: [
        'Type the passphrase of the office’s data.',
        'Forgotten: type the recovery key from the sheet printed when encryption was switched on (seven groups of four signs).',
        'Without either nobody can open it, not even those who made this program. Look for the sheet, and call whoever looks after the PC.',
      ],
    },
    'key-missing': {
      title: 'The key file desk.key.json is missing',
      what: 'The data is encrypted, but the key file beside it is lost, damaged or that of other data. Without it neither the passphrase nor the recovery key opens anything.',
      steps: [
        'Look for desk.key.json in the recycle bin, and ask who cleaned up, copied or restored this folder.',
        'Every copy (the folder copies, or quay-tiep-dan on the stick) holds a desk.key.json: copy that of the newest one beside desk.db, then press Try again.',
        'If that cannot be done: restore the first copy of the list below; its key file comes with it.',
        'Found nowhere: delete nothing, call whoever looks after the PC.',
      ],
    },
    encrypting: {
      title: 'The data is being encrypted',
      what: 'The program writes the data anew in encrypted form and opens it by itself when that is done. Until then the old data stays whole.',
      steps: [
        'Wait until it is done: a few seconds, some minutes where there are years of data.',
        'Do not switch off. Should the power go, open the program again: the old data or the new is whole.',
        'If people wait: hand out numbers on paper and enter them later.',
      ],
    },
    unknown: {
      title: 'The data could not be opened',
      what: 'Something failed that the program has no name for. To be safe it writes nothing at all.',
      steps: [
        'Press Try again once.',
        'If it stays, restart the PC and open the program again.',
        'If it still fails, copy the details below and send them to whoever supports you.',
      ],
    },
  },
};
