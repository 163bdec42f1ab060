import { targetKey, totalled, type Campaign, type Progress, type ProgressRow } from './campaign.ts';
import type { Rounding } from '../procedure/vocabulary.ts';
import { quantile } from './spread.ts';

/** Fewer recent working days than this say nothing about where things lead. */
const LEAST_RECENT_DAYS = 5;
/** Only so many of the latest working days are looked at. */
export const MOST_RECENT_DAYS = 20;

/** Accounts by the key of the target that counts them. */
type Recent = Readonly<Partial<Record<string, number>>>;

/** Accounts needed on each of the working days left, rounded up. Null when nothing is missing or no day is left. */
export function paceNeeded(remaining: number, workingDaysLeft: number): number | null {
  return remaining === 0 || workingDaysLeft === 0 ? null : Math.ceil(remaining / workingDaysLeft);
}

/**
 * Where the recent working days lead to from what is activated, when `open` of it are of an open day that is one of the days
 * left: that day is counted once, as a day left or by what it has already. If every day left is like a slow recent one (the lower quartile, nearest rank), and
 * if every day left is like a good one (the upper quartile). Null with fewer than five recent days.
 */
export function projectionOf(
  activated: number,
  recent: readonly number[],
  workingDaysLeft: number,
  open = 0,
): { from: number; to: number } | null {
  if (recent.length < LEAST_RECENT_DAYS) return null;
  const sorted = recent.slice(-MOST_RECENT_DAYS).sort((a, b) => a - b);
  return {
    from: Math.max(activated, activated - open + quantile(sorted, 0.25) * workingDaysLeft),
    to: Math.max(activated, activated - open + quantile(sorted, 0.75) * workingDaysLeft),
  };
}

/**
 * How far a campaign has come. `here` are the accounts activated by this desk's records within the period; `recent` the
 * accounts of each recent working day, oldest first; `open` those of an open day that is one of the working days left.
 */
export function campaignProgress(question: {
  readonly campaign: Campaign;
  readonly on: string;
  readonly workingDaysLeft: number;
  readonly here: Recent;
  readonly recent: readonly Recent[];
  readonly open?: Recent;
  readonly line: Progress['line'];
  readonly months: Progress['months'];
  readonly unit: Progress['unit'];
  readonly rounding: Rounding;
}): Progress {
  const { campaign, workingDaysLeft, rounding } = question;
  const rows = campaign.rows.map((row): ProgressRow => {
    const { target, before } = row;
    const key = targetKey(row);
    const here = question.here[key] ?? 0;
    const activated = before + here;
    const remaining = Math.max(0, target - activated);
    const recent = question.recent.map((day) => day[key] ?? 0);
    const projection = projectionOf(activated, recent, workingDaysLeft, question.open?.[key]);
    return {
      ...row,
      here,
      activated,
      remaining,
      percent: percentHundredths(activated, target, rounding),
      pace: paceNeeded(remaining, workingDaysLeft),
      projection,
      late: remaining > 0 && (workingDaysLeft === 0 || (projection !== null && projection.to < target)),
    };
  });
  const sum = (of: (row: ProgressRow) => number): number =>
    totalled(rows).reduce((total, row) => total + of(row), 0);
  const target = sum((row) => row.target);
  const activated = sum((row) => row.activated);
  return {
    campaign,
    on: question.on,
    workingDaysLeft,
    rows,
    total: {
      target,
      activated,
      remaining: sum((row) => row.remaining),
      percent: percentHundredths(activated, target, rounding),
    },
    line: question.line,
    months: question.months,
    unit: question.unit,
    rounding,
    doubts: doubtsOf(campaign, rows),
  };
}

/** What does not add up in what a letter states, as its parts stand. */
function doubtsOf(campaign: Campaign, rows: readonly ProgressRow[]): Progress['doubts'] {
  const doubts: Progress['doubts'] = [];
  const sum = totalled(campaign.rows).reduce((total, row) => total + row.before, 0);
  const stated = campaign.statedTotal;
  if (stated !== null && stated !== sum)
    doubts.push({ code: 'stated-total', stated, sum, difference: stated - sum });
  for (const { level, activated, target } of rows) {
    if (activated > target) doubts.push({ code: 'above-target', level, activated, target });
  }
  return doubts;
}

/**
 * Hundredths of a percent of `part` over `whole`, rounded half up or cut off: 449 is 4,49 %. Null where `whole` is 0. Whole numbers
 * only, so that no figure hangs on how a fraction is stored; throws RangeError on anything but counts.
 */
export function percentHundredths(part: number, whole: number, rounding: Rounding): number | null {
  if (!isCount(part) || !isCount(whole)) throw new RangeError(`not counts: ${part} of ${whole}`);
  if (whole === 0) return null;
  const half = rounding === 'half-up' ? BigInt(whole) : 0n;
  return Number((2n * BigInt(part) * 10_000n + half) / (2n * BigInt(whole)));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
