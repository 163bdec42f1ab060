import type { VoiceFileFault } from '#shared/domain/voice/voice-file.ts';

export const voiceFaultVi: Record<VoiceFileFault, string> = {
  'not-a-voice': 'Tệp này không phải tệp giọng đọc. Chọn tệp mà đơn vị kia lưu ra ở Cài đặt, Giọng đọc.',
  newer: 'Tệp giọng này của bản chương trình mới hơn. Cập nhật chương trình rồi nhập lại.',
  damaged: 'Tệp giọng đã hỏng hoặc bị sửa. Chép lại từ đơn vị kia.',
  'not-whole': 'Tệp giọng thiếu tiếng. Nhờ đơn vị kia ghi đủ rồi lưu lại.',
  unfit: 'Có tiếng quá ngắn, quá dài hoặc không nghe thấy gì. Ghi lại tiếng đó.',
};

export const voiceFaultEn: typeof voiceFaultVi = {
  'not-a-voice':
    'This is no file of a voice. Choose the one the other office saved in Settings, Spoken calls.',
  newer: 'This voice was saved by a newer version of the program. Update it and try again.',
  damaged: 'The file of the voice is damaged or was changed. Copy it again from the other office.',
  'not-whole': 'Words are missing in this voice. The other office must record them and save it again.',
  unfit: 'A word is too short, too long or silent. Record it again.',
};
