import { z } from 'zod';
import { campaign, campaignRow, progress } from '#shared/domain/report/campaign.ts';
import { ACCOUNT_LEVELS } from '#shared/domain/account/follow-up.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, id, text } from '#shared/domain/values.ts';
import { accounts, outcomes } from './stale.ts';

export const campaignContract = {
  'campaign.list': {
    kind: 'query',
    stale: ['campaign'],
    roles: officers,
    input: z.object({}),
    output: z.array(campaign),
  },
  /** Without `campaignId` a new one. */
  'campaign.save': {
    kind: 'command',
    roles: leaders,
    input: z.object({
      campaignId: id.optional(),
      name: text(120),
      unit: text(120),
      from: day,
      dueOn: day,
      statedTotal: count.max(100_000_000).nullable().optional(),
      rows: z
        .array(campaignRow.extend({ target: count.max(100_000_000), before: count.max(100_000_000) }))
        .min(1)
        .max(ACCOUNT_LEVELS.length),
    }),
    output: campaign,
  },
  'campaign.remove': {
    kind: 'command',
    roles: leaders,
    input: z.object({ campaignId: id }),
    output: z.object({ campaignId: id }),
  },
  'campaign.progress': {
    kind: 'query',
    stale: ['campaign', 'calendar', 'office', 'day', ...outcomes, ...accounts],
    roles: officers,
    input: z.object({ campaignId: id, on: day.optional() }),
    output: progress,
  },
} as const satisfies Record<string, DeskMethod>;
