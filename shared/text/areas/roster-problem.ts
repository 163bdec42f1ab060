import type { DeskProblem } from '#shared/contract/problem.ts';

type RosterCode = 'unknown-roster' | 'unknown-member' | 'roster-name-taken' | 'member-there';
type RosterSentences = {
  readonly [C in RosterCode]: (problem: Extract<DeskProblem, { code: C }>) => string;
};

/** What is said of the rosters of agencies. */
export const rosterProblemVi: RosterSentences = {
  'unknown-roster': () => 'Danh sách đơn vị này không còn. Chọn lại trong các danh sách.',
  'unknown-member': () => 'Người này không còn trong danh sách. Mở lại danh sách rồi chọn.',
  'roster-name-taken': ({ name }) =>
    `Đã có danh sách của “${name}”. Mở danh sách đó rồi nhập vào, hoặc đặt tên khác.`,
  'member-there': () => 'Người này đã có trong danh sách.',
};

export const rosterProblemEn: RosterSentences = {
  'unknown-roster': () => 'This roster is gone. Choose again from the rosters.',
  'unknown-member': () => 'This person is no longer on the roster. Open the roster again and choose.',
  'roster-name-taken': ({ name }) =>
    `There is a roster of “${name}” already. Open it and import there, or choose another name.`,
  'member-there': () => 'This person is on the roster already.',
};
