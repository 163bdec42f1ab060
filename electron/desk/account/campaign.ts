import { newId } from '../new-id.ts';
import type { Campaign, Progress } from '#shared/domain/report/campaign.ts';
import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import { addDays, daysBetween, localDay } from '#shared/domain/calendar/business-date.ts';
import { isWorkingDay, type OfficeCalendar, workingDays } from '#shared/domain/calendar/office-calendar.ts';
import { campaignProgress, MOST_RECENT_DAYS } from '#shared/domain/report/progress.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { calendarOf } from '../law/calendar.ts';
import { readCampaigns, removeCampaign, setCampaign } from '../store/rows/campaign-row.ts';
import { officeId } from '../store/rows/office-row.ts';

/** Ten years: nobody sets a target for longer, and a slip of the finger in the year must not count days for ever. */
const longestDays = 3_660;

type CountRow = { counted_on: string; level: AccountLevel; count: number };
type DayRow = { day: string; closed_at: string | null };

function findCampaign(store: ReadableStore, office: string, id: string): Campaign {
  const found = readCampaigns(store, office).find(({ campaignId }) => campaignId === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-campaign' });
  return found;
}

type ByDay = ReadonlyMap<string, { readonly [L in AccountLevel]?: number }>;

/** Accounts by the business day that counts them and by level, as corrections have left them. */
function countedBetween(store: ReadableStore, office: string, from: string, to: string): ByDay {
  const days = new Map<string, { [L in AccountLevel]?: number }>();
  const rows = store
    .prepare<[string, string, string], CountRow>(
      `SELECT counted_on, level, count(*) AS count FROM activation
       WHERE office_id = ? AND counted_on >= ? AND counted_on <= ? AND until_version IS NULL GROUP BY counted_on, level`,
    )
    .all(office, from, to);
  for (const { counted_on, level, count } of rows)
    days.set(counted_on, { ...days.get(counted_on), [level]: count });
  return days;
}

function sumOf(days: Iterable<{ readonly [L in AccountLevel]?: number }>, levels: readonly AccountLevel[]) {
  const sums: { [L in AccountLevel]?: number } = {};
  for (const day of days) for (const level of levels) sums[level] = (sums[level] ?? 0) + (day[level] ?? 0);
  return sums;
}

/**
 * How far a campaign has come on a date. A day whose business day is closed has no work left in it; the recent days are the
 * closed working days of the period.
 */
function progressOn(
  store: ReadableStore,
  office: string,
  campaign: Campaign,
  on: string,
  calendar: OfficeCalendar = calendarOf(store, office),
): Progress {
  const { from, dueOn } = campaign;
  const upTo = on < dueOn ? on : dueOn;
  const days = store
    .prepare<[string, string, string], DayRow>(
      'SELECT day, closed_at FROM business_day WHERE office_id = ? AND day >= ? AND day <= ? ORDER BY day',
    )
    .all(office, from, upTo);
  const counted = countedBetween(store, office, from, upTo);
  const levels = campaign.rows.map(({ level }) => level);
  const worked = days.filter(({ day, closed_at }) => closed_at !== null && isWorkingDay(day, calendar));
  const today = days.find(({ day }) => day === on);
  const firstLeft = today !== undefined && today.closed_at !== null ? addDays(on, 1) : on;
  const openIsLeft = today !== undefined && today.closed_at === null && isWorkingDay(on, calendar);
  let activated = campaign.rows.reduce((total, { before }) => total + before, 0);
  const line = days.map(({ day }) => {
    const own = counted.get(day);
    activated += levels.reduce((total, level) => total + (own?.[level] ?? 0), 0);
    return { day, activated };
  });
  return campaignProgress({
    campaign,
    on,
    workingDaysLeft: workingDays(firstLeft < from ? from : firstLeft, dueOn, calendar).length,
    here: sumOf(counted.values(), levels),
    recent: worked.slice(-MOST_RECENT_DAYS).map(({ day }) => counted.get(day) ?? {}),
    open: openIsLeft ? (counted.get(on) ?? {}) : {},
    line,
  });
}

/** Progress of one campaign on a date, today without one. Refuses with `unknown-campaign`. */
export function campaignProgressOf(call: QueryCall, campaignId: string, on?: string): Progress {
  const office = officeId(call.store);
  return progressOn(
    call.store,
    office,
    findCampaign(call.store, office, campaignId),
    on ?? localDay(call.at),
  );
}

/** Progress of the campaigns that run in a period, as of its last day. */
export function progressIn(store: ReadableStore, office: string, first: string, last: string): Progress[] {
  const calendar = calendarOf(store, office);
  return readCampaigns(store, office)
    .filter(({ from, dueOn }) => from <= last && dueOn >= first)
    .map((campaign) => progressOn(store, office, campaign, last, calendar));
}

function checkCampaign(input: Pick<Campaign, 'from' | 'dueOn' | 'rows'>): void {
  const { from, dueOn, rows } = input;
  if (dueOn < from) throw new Refusal({ code: 'date-refused', date: dueOn, reason: 'before-start' });
  if (daysBetween(from, dueOn) > longestDays)
    throw new Refusal({ code: 'date-refused', date: dueOn, reason: 'period-too-long' });
  if (new Set(rows.map(({ level }) => level)).size < rows.length)
    throw new Refusal({ code: 'invalid-input', path: 'rows', reason: 'level-twice' });
}

export const campaignServices = {
  'campaign.list': (call) => readCampaigns(call.store, officeId(call.store)),
  'campaign.save'(call, input) {
    const { store } = call;
    const office = officeId(store);
    checkCampaign(input);
    if (input.campaignId !== undefined) findCampaign(store, office, input.campaignId);
    const campaignId = input.campaignId ?? newId();
    setCampaign(store, office, { ...input, campaignId, statedTotal: input.statedTotal ?? null }, call.at);
    call.append({ name: 'campaign.saved', data: { campaignId } });
    return findCampaign(store, office, campaignId);
  },
  'campaign.remove'(call, input) {
    const office = officeId(call.store);
    const { campaignId } = findCampaign(call.store, office, input.campaignId);
    removeCampaign(call.store, campaignId);
    call.append({ name: 'campaign.removed', data: { campaignId } });
    return { campaignId };
  },
  'campaign.progress': (call, input) => campaignProgressOf(call, input.campaignId, input.on),
} satisfies Partial<Services>;
