import type { Outcome, Procedure } from '../../domain/procedure/vocabulary.ts';

/** Procedures, and what became of a request, as paper says it. */
export const procedureVi: Record<Procedure, string> = {
  'level-1': 'Định danh mức 1',
  'level-2': 'Định danh mức 2',
  'level-2-with-card': 'Mức 2 cùng thẻ căn cước',
  activate: 'Kích hoạt tài khoản',
  lock: 'Khóa tài khoản',
  unlock: 'Mở khóa tài khoản',
  'lock-card': 'Khóa căn cước điện tử',
  'unlock-card': 'Mở khóa căn cước điện tử',
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
  'lock-card': 'Lock the digital card',
  'unlock-card': 'Unlock the digital card',
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
  'lock-card': 'Đã khóa căn cước điện tử.',
  'unlock-card': 'Đã mở khóa căn cước điện tử.',
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
  'lock-card': 'The digital card is locked.',
  'unlock-card': 'The digital card is unlocked.',
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

type ByProcedure = Partial<Record<Procedure, { readonly title: string; readonly lines: readonly string[] }>>;

/** What holds while something is locked, how it is unlocked, and what to do after. */
export const lockedVi: ByProcedure = {
  lock: {
    title: 'Khi tài khoản bị khóa',
    lines: ['Không đăng nhập được VNeID.', 'Giấy tờ trong VNeID tạm thời không dùng được.'],
  },
  'lock-card': {
    title: 'Khi căn cước điện tử bị khóa',
    lines: ['Căn cước trong VNeID tạm thời không dùng được.', 'Thẻ căn cước vẫn dùng được.'],
  },
};

export const unlockHowVi: ByProcedure = {
  lock: {
    title: 'Muốn mở khóa',
    lines: ['Gọi tổng đài, hoặc đến công an.', 'Mang thẻ căn cước bản gốc.'],
  },
  'lock-card': {
    title: 'Muốn mở khóa',
    lines: ['Mở trong VNeID, hoặc đến công an.', 'Mang thẻ căn cước bản gốc.'],
  },
};

export const unlockedVi: ByProcedure = {
  unlock: {
    title: 'Sau khi mở khóa',
    lines: ['Đăng nhập VNeID để kiểm tra.', 'Nên đổi mật khẩu, passcode.'],
  },
  'unlock-card': {
    title: 'Sau khi mở khóa',
    lines: ['Mở VNeID, xem căn cước điện tử đã dùng được.'],
  },
};

export const lockedEn: ByProcedure = {
  lock: {
    title: 'While it is locked',
    lines: ['Nobody can sign in to VNeID.', 'Papers in VNeID cannot be used for now.'],
  },
  'lock-card': {
    title: 'While the digital card is locked',
    lines: ['The card in VNeID cannot be used for now.', 'The card itself still can.'],
  },
};

export const unlockHowEn: ByProcedure = {
  lock: {
    title: 'To unlock it',
    lines: ['Call the hotline, or come to us.', 'Bring the original identity card.'],
  },
  'lock-card': {
    title: 'To unlock it',
    lines: ['Unlock it in VNeID, or come to us.', 'Bring the original identity card.'],
  },
};

export const unlockedEn: ByProcedure = {
  unlock: {
    title: 'After unlocking',
    lines: ['Sign in to VNeID to check.', 'Change the password and passcode.'],
  },
  'unlock-card': {
    title: 'After unlocking',
    lines: ['Open VNeID and see that the card works.'],
  },
};
