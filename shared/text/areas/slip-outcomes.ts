import type { Outcome, Procedure } from '../../domain/procedure/vocabulary.ts';

/** Procedures, and what became of a request, as paper says it. */
export const procedureVi: Record<Procedure, string> = {
  'level-1': 'Định danh mức 1',
  'level-2': 'Định danh mức 2',
  'level-2-with-card': 'Mức 2 cùng thẻ căn cước',
  activate: 'Kích hoạt tài khoản',
  lock: 'Khóa tài khoản',
  unlock: 'Mở khóa tài khoản',
  guidance: 'Hướng dẫn',
  organisation: 'Định danh tổ chức',
};

export const procedureEn: Record<Procedure, string> = {
  'level-1': 'Level 1 identity',
  'level-2': 'Level 2 identity',
  'level-2-with-card': 'Level 2 with the card',
  activate: 'Account activation',
  lock: 'Lock the account',
  unlock: 'Unlock the account',
  guidance: 'Guidance',
  organisation: 'Organisation account',
};

export const takenVi: Record<Procedure, string> = {
  'level-1': 'Đã gửi hồ sơ mức 1.',
  'level-2': 'Đã thu nhận hồ sơ mức 2.',
  'level-2-with-card': 'Đã thu nhận hồ sơ thẻ và mức 2.',
  activate: 'Đã làm thủ tục kích hoạt.',
  lock: 'Đã nhận đề nghị khóa tài khoản.',
  unlock: 'Đã nhận đề nghị mở khóa.',
  guidance: 'Đã hướng dẫn tại quầy.',
  organisation: 'Đã nhận hồ sơ của tổ chức.',
};

export const takenEn: Record<Procedure, string> = {
  'level-1': 'Level 1 application sent.',
  'level-2': 'Level 2 application taken.',
  'level-2-with-card': 'Card and level 2 were taken.',
  activate: 'Activation was carried out.',
  lock: 'Request to lock taken.',
  unlock: 'Request to unlock taken.',
  guidance: 'Guidance was given at the counter.',
  organisation: 'The application was taken.',
};

export const outcomeVi: Record<Outcome, string> = {
  taken: 'Đã thu nhận',
  'papers-missing': 'Cần bổ sung giấy tờ',
  referred: 'Mời đến nơi khác',
  guided: 'Đã hướng dẫn tại quầy.',
  left: 'Người dân về trước khi làm xong.',
  cancelled: 'Đã hủy yêu cầu này.',
};

export const outcomeEn: Record<Outcome, string> = {
  taken: 'Taken',
  'papers-missing': 'Papers are missing',
  referred: 'Please go to another office',
  guided: 'Guidance was given at the counter.',
  left: 'You left before it was finished.',
  cancelled: 'This request was cancelled.',
};
