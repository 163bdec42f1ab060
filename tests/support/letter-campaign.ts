import type { Campaign } from '#shared/domain/report/campaign.ts';

/** What the letter of a commune states (S2), as data. */
export const letterCampaign: Campaign = {
  campaignId: '01a200b7-5103-7326-ba8d-83bd1e8a54fe',
  name: 'Cấp tài khoản định danh',
  unit: 'Xã Thử',
  from: '2023-06-01',
  dueOn: '2023-06-30',
  statedTotal: 2_352,
  rows: [
    { level: 'level-1', target: 2_650, before: 119 },
    { level: 'level-2', target: 1_273, before: 1_068 },
  ],
};

/** Its first day, asked for its progress. */
export const letterAsked = {
  campaign: letterCampaign,
  on: '2023-06-01',
  workingDaysLeft: 22,
  here: {},
  recent: [],
  line: [],
  months: [],
  unit: null,
  rounding: 'half-up' as const,
};
