import { z } from 'zod';
import { campaign, campaignRow, progress, unitTotals } from '#shared/domain/report/campaign.ts';
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
        .max(60),
      reportBefore: day.nullable().optional(),
      difficulties: campaign.shape.difficulties,
      proposals: campaign.shape.proposals,
    }),
    output: campaign,
  },
  'campaign.remove': {
    kind: 'command',
    roles: leaders,
    input: z.object({ campaignId: id }),
    output: z.object({ campaignId: id }),
  },
  /** Accounts issued and activated as the level above last stated them up to a day, today without one. */
  'unit.totals': {
    kind: 'query',
    stale: ['campaign.totals-set'],
    roles: officers,
    input: z.object({ on: day.optional() }),
    output: unitTotals.nullable(),
  },
  /** Keeps what a list of the level above states of a day. Refuses with `date-refused` for a day to come. */
  'unit.set-totals': { kind: 'command', roles: leaders, input: unitTotals, output: unitTotals },
  'campaign.progress': {
    kind: 'query',
    stale: ['campaign', 'calendar', 'office', 'rules', 'day', ...outcomes, ...accounts],
    roles: officers,
    input: z.object({ campaignId: id, on: day.optional() }),
    output: progress,
  },
} as const satisfies Record<string, DeskMethod>;
