import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/text/catalogue.ts';
import { shippedText } from '#renderer/paper/handout/sheets.ts';

const folder = fileURLToPath(new URL('../../shared/text/areas', import.meta.url));
const everyWord = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Said to citizens or to the level above, and wrong, frightening or not understood. */
const GONE = [
  'Chưa duyệt. Chờ tin nhắn.',
  'Chậm nhất có kết quả',
  'Giấy hẹn ghi khác: theo giấy hẹn',
  'hoặc vướng',
  'Tin viết không dấu là đúng',
  'Chương trình không giữ nơi đến',
  'Trưởng Công an phường',
  "'Chọn 2 câu hỏi",
  'mã khóa 6 số',
  'passcode gồm 6 chữ số',
  'tạm không dùng',
  'Nhờ người nhà báo',
  'Hai số liệu',
  'mốc đi đều',
  'Hỏi lại nơi ra văn bản',
  'Giấy có ghi mã số bảo hiểm',
];

describe('sentences that must not stand anywhere', () => {
  test.each(GONE)('%s', (sentence) => expect(everyWord).not.toContain(sentence));
});

const { slip, handout, report, reportSheet, campaign } = catalogue('vi');
const english = catalogue('en');

describe('sentences that must stand', () => {
  test.each([
    [slip.due, 'Có kết quả chậm nhất'],
    [slip.dueOther, 'Nếu giấy hẹn ghi ngày khác, theo giấy hẹn.'],
    [slip.stuckAfter(7), 'Quá 07 ngày chưa kích hoạt, hoặc cần giúp'],
    [slip.activation(7), 'Kích hoạt trong 07 ngày'],
    [slip.dueHow(3, true), '03 ngày làm việc, đếm từ hôm sau.'],
    [handout.calendarDays(7), '07 ngày'],
    [handout.workingDays(10), '10 ngày làm việc'],
    [slip.messageMarks, 'Tin có dấu hay không dấu đều đúng.'],
    [slip.paper('id-card'), 'Thẻ căn cước hoặc căn cước công dân'],
    [slip.conditions('degree').join(' '), 'Bản gốc.'],
    [slip.conditions('common-passport').join(' '), 'Bản gốc, còn hạn.'],
    [slip.conditions('social-insurance').join(' '), 'Bản gốc, xem được mã số bảo hiểm.'],
    [slip.locked.lock?.lines[1], 'Giấy tờ trong VNeID tạm thời không dùng được.'],
    [shippedText('activate', 'vi').lines['step7'], 'Chọn, trả lời 2 câu hỏi bảo mật'],
    [
      shippedText('activate', 'vi').lines['does1'],
      'Chưa đăng ký: làm mức 1 trong ứng dụng, hoặc đến làm mức 2.',
    ],
    [
      shippedText('activate', 'en').lines['does1'],
      'Not registered: do level 1 in the app, or come for level 2.',
    ],
    [reportSheet.two, 'Kết quả chính'],
    [report.column.left, 'Công dân về trước'],
    [campaign.lineWanted, 'theo tiến độ bình quân'],
    [
      campaign.doubtTotal('1 + 1', '2', '3', '1'),
      '1 + 1 = 2, không phải 3 (lệch 1). Đề nghị cơ quan ban hành làm rõ.',
    ],
    [reportSheet.signer('Công an xã Bến Đá'), 'Trưởng Công an xã'],
    [reportSheet.signer('CÔNG AN PHƯỜNG ĐỒNG SEN'), 'Trưởng Công an phường'],
    [reportSheet.signer('Trung tâm phục vụ hành chính công'), 'Thủ trưởng đơn vị'],
    [english.slip.paper('id-card'), 'Identity card, new or old'],
  ])('%s', (said, sentence) => expect(said).toBe(sentence));

  test('what an OTP is stands on each sheet that asks for one', () => {
    expect(slip.neverOtp).toMatch(/mã OTP dùng một lần/iu);
    for (const [sheet, line] of [
      ['level-1', 'account6'],
      ['activate', 'step4More'],
    ] as const)
      expect(shippedText(sheet, 'vi').lines[line]).toMatch(/mã dùng một lần/iu);
  });
});
