import type { HomeReason } from '#shared/domain/visit/home-visit.ts';

/** Visits of teams, people who are visited at home, and their sheets. */
export const visitVi = {
  why: {
    old: 'già yếu',
    ill: 'bệnh tật',
    'hard-to-travel': 'khó khăn trong việc đi lại',
    other: 'lý do khác',
  } satisfies Record<HomeReason, string>,
};

export const visitEn: typeof visitVi = {
  why: {
    old: 'old and frail',
    ill: 'ill',
    'hard-to-travel': 'can hardly travel',
    other: 'another reason',
  },
};
