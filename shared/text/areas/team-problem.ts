import type { DeskProblem, TeamFileReason } from '#shared/contract/problem.ts';

type TeamCode =
  | 'unknown-team'
  | 'no-laptop'
  | 'letter-taken'
  | 'team-desk'
  | 'no-team-desk'
  | 'team-file-refused'
  | 'pack-numbers-taken'
  | 'receipt-wrong'
  | 'unknown-visit'
  | 'unknown-home-visit'
  | 'unknown-expected'
  | 'visit-closed'
  | 'expected-served';
type TeamSentences = {
  readonly [C in TeamCode]: (problem: Extract<DeskProblem, { code: C }>) => string;
};

const refusedVi: Readonly<Record<TeamFileReason, string>> = {
  'not-a-starter': 'Tệp này không phải tệp mở máy của tổ lưu động. Chọn tệp có đuôi .mo-may-qtd.',
  'not-a-pack': 'Tệp này không phải gói mang về của tổ lưu động. Chọn tệp có đuôi .goi-qtd.',
  'too-new': 'Tệp do bản phần mềm mới hơn tạo ra. Cập nhật phần mềm trên máy này rồi thử lại.',
  cut: 'Tệp mới được chép một phần. Chép lại từ máy của tổ rồi thử lại.',
  damaged: 'Tệp đã hỏng hoặc bị sửa nên không dùng được. Chép lại từ máy đã tạo ra tệp.',
  'wrong-passphrase':
    'Mật khẩu không mở được tệp này. Gõ lại; nếu vẫn không được thì tệp đã hỏng, hãy tạo tệp khác.',
  'other-office': 'Gói này là của đơn vị khác nên không nhập vào đây.',
  'unknown-team': 'Đơn vị này không có tổ lưu động nào dùng máy đã tạo ra gói này.',
  'lost-laptop':
    'Máy tạo ra gói này đã báo mất nên gói không được nhận. Nếu đã tìm thấy máy, bấm Đã tìm thấy máy ở tổ rồi thử lại.',
  twin: 'Đã có gói cùng số thứ tự từ một máy khác. Hai máy đã dùng chung một tệp mở máy: tìm máy kia rồi nhập bằng tay phần bị trùng.',
};

const refusedEn: Readonly<Record<TeamFileReason, string>> = {
  'not-a-starter': 'This is no starter file of a mobile team. Choose a file that ends in .mo-may-qtd.',
  'not-a-pack': 'This is no pack of a mobile team. Choose a file that ends in .goi-qtd.',
  'too-new': 'A newer version of the program made this file. Update the program on this PC and try again.',
  cut: 'Only a part of the file was copied. Copy it again from the team’s laptop.',
  damaged: 'The file is damaged or was changed, and cannot be used. Copy it again from where it was made.',
  'wrong-passphrase':
    'The passphrase does not open this file. Type it again; if it still fails the file is damaged: make another.',
  'other-office': 'This pack belongs to another office and is not taken here.',
  'unknown-team': 'No mobile team of this office uses the laptop that made this pack.',
  'lost-laptop':
    'The laptop that made this pack was reported lost, so the pack is not taken. If it was found, press The laptop was found at its team and try again.',
  twin: 'A pack of the same number came from another laptop. Two laptops were made from one starter: find the other one and enter by hand what is doubled.',
};

/** What is said of teams on the road, of their files and visits, and of people to be visited at home. */
export const teamProblemVi: TeamSentences = {
  'no-laptop': () => 'Tổ này không có máy nào để báo như vậy. Xem lại tình trạng của tổ.',
  'unknown-team': () => 'Tổ lưu động này không còn. Chọn lại trong danh sách các tổ.',
  'letter-taken': ({ letter }) => `Chữ ${letter} đã thuộc một dãy số hoặc một tổ khác. Chọn chữ khác.`,
  'team-desk': () => 'Máy này là máy của tổ lưu động. Việc này làm ở máy của đơn vị.',
  'no-team-desk': () => 'Máy này không phải máy của tổ lưu động. Việc này làm trên máy của tổ.',
  'team-file-refused': ({ reason }) => refusedVi[reason],
  'pack-numbers-taken': ({ numbers }) =>
    `Chưa nhập được: các số ${numbers.join(', ')} trong gói đã là của phiếu khác ở đây. Hai máy đã dùng chung một chữ: báo lãnh đạo để nhập bằng tay.`,
  'receipt-wrong': () =>
    'Mã biên nhận không khớp gói mới nhất của máy này. Gõ lại mã mà máy của đơn vị hiện ra.',
  'unknown-visit': () => 'Buổi lưu động này không còn. Chọn lại trong danh sách buổi.',
  'unknown-home-visit': () => 'Đề nghị làm tại nhà này không còn. Chọn lại trong danh sách.',
  'unknown-expected': () => 'Người này không còn trong buổi lưu động. Mở lại buổi rồi chọn.',
  'visit-closed': ({ visit }) =>
    visit === 'called-off'
      ? 'Buổi lưu động này đã hủy. Chọn buổi khác.'
      : visit === 'over'
        ? 'Buổi lưu động này đã qua. Chọn buổi khác.'
        : 'Chưa đến ngày của buổi lưu động này. Sửa ngày của buổi nếu đi sớm hơn.',
  'expected-served': ({ number }) => `Người này đã có số ${number} trong buổi này.`,
};

export const teamProblemEn: TeamSentences = {
  'no-laptop': () => 'This team has no laptop of which that could be said. Look at its state again.',
  'unknown-team': () => 'This mobile team is gone. Choose again from the teams.',
  'letter-taken': ({ letter }) => `Another series or team has the letter ${letter}. Choose another.`,
  'team-desk': () => 'This is the laptop of a mobile team. That is done at the office’s PC.',
  'no-team-desk': () => 'This is not the laptop of a mobile team. That is done at the team’s laptop.',
  'team-file-refused': ({ reason }) => refusedEn[reason],
  'pack-numbers-taken': ({ numbers }) =>
    `Nothing was taken in: the numbers ${numbers.join(', ')} of the pack are those of other tickets here. Two laptops used one letter: tell a leader, who enters them by hand.`,
  'receipt-wrong': () =>
    'The receipt does not fit the newest pack of this laptop. Type the code that the office’s PC shows.',
  'unknown-visit': () => 'This visit is gone. Choose again from the visits.',
  'unknown-home-visit': () => 'This request for a home visit is gone. Choose again from the list.',
  'unknown-expected': () => 'This person is no longer expected at the visit. Open it again and choose.',
  'visit-closed': ({ visit }) =>
    visit === 'called-off'
      ? 'This visit was called off. Choose another.'
      : visit === 'over'
        ? 'This visit is over. Choose another.'
        : 'The day of this visit has not come. Change its day if you go earlier.',
  'expected-served': ({ number }) => `This person has the number ${number} at this visit already.`,
};
