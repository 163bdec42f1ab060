import type { DeskProblem } from '#shared/contract/problem.ts';

type AccessCode =
  | 'not-allowed'
  | 'session-needed'
  | 'session-locked'
  | 'unknown-officer'
  | 'pin-not-set'
  | 'wrong-pin'
  | 'officer-locked'
  | 'last-leader'
  | 'leader-pin-missing';
type AccessSentences = {
  readonly [C in AccessCode]: (problem: Extract<DeskProblem, { code: C }>) => string;
};

/** What is said of officers and their PINs. */
export const accessProblemVi: AccessSentences = {
  'not-allowed': ({ role }) =>
    role === 'display'
      ? 'Màn hình chờ chỉ được xem.'
      : 'Việc này cần vai trưởng đơn vị. Nhờ trưởng đơn vị làm; bấm Ctrl+L để đổi cán bộ.',
  'session-needed': () => 'Chưa có cán bộ nào vào máy này. Chọn tên và gõ mã PIN, rồi làm lại.',
  'session-locked': () => 'Màn hình đang khóa. Gõ mã PIN để mở, việc đang làm vẫn còn nguyên.',
  'unknown-officer': () =>
    'Cán bộ này không còn trong danh sách, hoặc đã ngừng dùng. Trưởng đơn vị xem ở Cài đặt, mục Cán bộ.',
  'pin-not-set': () =>
    'Cán bộ này chưa có mã PIN nên chưa vào được. Trưởng đơn vị đặt mã ở Cài đặt, mục Cán bộ.',
  'wrong-pin': ({ wrong, waitSeconds, triesLeft }) =>
    waitSeconds === 0
      ? 'Mã PIN chưa đúng. Xem lại tên đã chọn rồi gõ lại.'
      : `Mã PIN chưa đúng, lần thứ ${wrong}. Chờ ${waitSeconds} giây rồi gõ lại (còn ${triesLeft} lần).`,
  'officer-locked': () =>
    'Đã gõ sai mã PIN 10 lần nên tên này bị khóa. Trưởng đơn vị mở ở Cài đặt, mục Cán bộ; chỉ có một trưởng đơn vị thì dùng mã khôi phục.',
  'last-leader': () =>
    'Đơn vị phải còn ít nhất một trưởng đơn vị vào được máy. Giao vai trưởng đơn vị cho người khác trước.',
  'leader-pin-missing': () => 'Đặt mã PIN cho một trưởng đơn vị trước, rồi mới bật mã PIN.',
};

export const accessProblemEn: AccessSentences = {
  'not-allowed': ({ role }) =>
    role === 'display'
      ? 'The wall display may only look.'
      : 'This needs a leader. Ask the leader to do it; Ctrl+L changes the officer.',
  'session-needed': () => 'Nobody is signed in at this PC. Choose a name, type the PIN, and try again.',
  'session-locked': () => 'The screen is locked. Type the PIN to open it; your work is still there.',
  'unknown-officer': () =>
    'This officer is no longer on the list, or was switched off. A leader can look under Settings, Officers.',
  'pin-not-set': () =>
    'This officer has no PIN yet and cannot sign in. A leader sets one under Settings, Officers.',
  'wrong-pin': ({ wrong, waitSeconds, triesLeft }) =>
    waitSeconds === 0
      ? 'The PIN is wrong. Check the name that is chosen and type it again.'
      : `The PIN is wrong, try ${wrong}. Wait ${waitSeconds} seconds and type it again (${triesLeft} tries left).`,
  'officer-locked': () =>
    'The PIN was wrong 10 times, so this name is locked. A leader opens it under Settings, Officers; the only leader uses the recovery key.',
  'last-leader': () => 'At least one leader who can sign in must be left. Make somebody else a leader first.',
  'leader-pin-missing': () => 'Give a leader a PIN first, then switch PINs on.',
};
