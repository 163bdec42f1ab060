import type { Team } from '#shared/contract/team.ts';

type Words<T extends string> = Readonly<Record<T, string>>;

const state: Words<Team['state']> = {
  'no-laptop': 'Chưa có máy',
  away: 'Chưa nhận gói nào',
  came: 'Đã nhận gói',
};
const stateEn: Words<Team['state']> = {
  'no-laptop': 'No laptop yet',
  away: 'No pack yet',
  came: 'Pack is here',
};

/** Teams on the road: their screen at home, their laptops, the packs that come back. */
export const teamVi = {
  place: 'Lưu động',
  pages: { teams: 'Tổ và máy' },
  pagesLabel: 'Phần',
  teams: 'Tổ lưu động',
  count: (count: string) => `${count} tổ`,
  add: 'Thêm tổ',
  edit: 'Đổi tên tổ',
  none: 'Chưa có tổ lưu động nào',
  noneHint:
    'Mỗi tổ có một chữ riêng và một máy xách tay làm việc không cần mạng ở cơ quan, trường học, khu phố. Tổ mang gói về, mỗi lượt tính đúng một lần, đúng ngày của nó.',
  column: { letter: 'Dãy', name: 'Tổ', laptop: 'Tệp mở máy', pack: 'Gói nhận gần nhất', state: 'Tình trạng' },
  packTo: (at: string, day: string) => `${at}, tới hết ngày ${day}`,
  state,
  dialog: {
    titleNew: 'Thêm tổ lưu động',
    titleEdit: 'Đổi tên tổ lưu động',
    name: 'Tên tổ',
    nameHint: 'Ví dụ Tổ lưu động 1',
    nameMissing: 'Gõ tên tổ.',
    letter: 'Chữ của dãy số',
    letterHint: 'Số của tổ là chữ này và ba chữ số, ví dụ L001. Chữ không đổi được về sau.',
    letterMissing: 'Gõ một chữ cái từ A đến Z.',
    save: 'Lưu',
  },
  saved: 'Đã lưu tổ lưu động',
};

export const teamEn: typeof teamVi = {
  place: 'On the road',
  pages: { teams: 'Teams and laptops' },
  pagesLabel: 'Part',
  teams: 'Mobile teams',
  count: (count) => `${count} teams`,
  add: 'New team',
  edit: 'Rename team',
  none: 'No mobile team yet',
  noneHint:
    'Each team has a letter of its own and a laptop that works without a network at agencies, schools and blocks. It brings a pack home; every visit counts once, on its own day.',
  column: { letter: 'Letter', name: 'Team', laptop: 'Starter file', pack: 'Latest pack', state: 'State' },
  packTo: (at, day) => `${at}, up to ${day}`,
  state: stateEn,
  dialog: {
    titleNew: 'New mobile team',
    titleEdit: 'Rename the mobile team',
    name: 'Name of the team',
    nameHint: 'Such as Mobile team 1',
    nameMissing: 'Type the name of the team.',
    letter: 'Letter of its numbers',
    letterHint: 'Its numbers are this letter and three digits, such as L001. It cannot be changed later.',
    letterMissing: 'Type one letter from A to Z.',
    save: 'Save',
  },
  saved: 'The team is saved',
};
