import type { DeskProblem } from '#shared/contract/problem.ts';
import type { VoiceFileFault } from '#shared/domain/voice/voice-file.ts';

type VoiceCode = 'voice-not-whole' | 'voice-refused';
type Sentences = { readonly [C in VoiceCode]: (problem: Extract<DeskProblem, { code: C }>) => string };

const voiceFaultVi: Record<VoiceFileFault, string> = {
  'not-a-voice': 'Tệp này không phải tệp giọng đọc. Chọn tệp mà đơn vị kia lưu ra ở Cài đặt, Giọng đọc.',
  newer: 'Tệp giọng này của bản chương trình mới hơn. Cập nhật chương trình rồi nhập lại.',
  damaged: 'Tệp giọng đã hỏng hoặc bị sửa. Chép lại từ đơn vị kia.',
  'not-whole': 'Tệp giọng thiếu tiếng. Nhờ đơn vị kia ghi đủ rồi lưu lại.',
  unfit: 'Có tiếng quá ngắn, quá dài hoặc không nghe thấy gì. Ghi lại tiếng đó.',
};

const voiceFaultEn: typeof voiceFaultVi = {
  'not-a-voice':
    'This is no file of a voice. Choose the one the other office saved in Settings, Spoken calls.',
  newer: 'This voice was saved by a newer version of the program. Update it and try again.',
  damaged: 'The file of the voice is damaged or was changed. Copy it again from the other office.',
  'not-whole': 'Words are missing in this voice. The other office must record them and save it again.',
  unfit: 'A word is too short, too long or silent. Record it again.',
};

export const voiceProblemVi: Sentences = {
  'voice-not-whole': ({ missing }) => `Giọng còn thiếu ${missing} tiếng. Ghi đủ rồi mới dùng được.`,
  'voice-refused': ({ reason }) => voiceFaultVi[reason],
};

export const voiceProblemEn: Sentences = {
  'voice-not-whole': ({ missing }) => `The voice lacks ${missing} words. Record them first.`,
  'voice-refused': ({ reason }) => voiceFaultEn[reason],
};
