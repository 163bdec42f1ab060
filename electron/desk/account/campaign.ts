import { newId } from '../new-id.ts';
import { targetKey, totalled, type Campaign, type Progress } from '#shared/domain/report/campaign.ts';
import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import { addDays, daysBetween, localDay } from '#shared/domain/calendar/business-date.ts';
import { isWorkingDay, type OfficeCalendar, workingDays } from '#shared/domain/calendar/office-calendar.ts';
import { campaignProgress, MOST_RECENT_DAYS } from '#shared/domain/report/progress.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { reportingOf } from '../law/rule-packs.ts';
import { calendarOf } from '../law/calendar.ts';
import {
  readCampaigns,
  removeCampaign,
  setCampaign,
  setUnitTotals,
  unitTotalsUpTo,
} from '../store/rows/campaign-row.ts';
import { officeId } from '../store/rows/office-row.ts';

/** Ten years: nobody sets a target for longer, and a slip of the finger in the year must not count days for ever. */
const longestDays = 3_660;

type CountRow = {
  counted_on: string;
  level: AccountLevel;
  staff: number;
  residence: string | null;
  count: number;
};
type DayRow = { day: string; closed_at: string | null };

function findCampaign(store: ReadableStore, office: string, id: string): Campaign {
  const found = readCampaigns(store, office).find(({ campaignId }) => campaignId === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-campaign' });
  return found;
}

type Counts = Partial<Record<string, number>>;

/** Accounts by the business day that counts them and by the target that counts them, as corrections have left them. */
function countedBetween(
  store: ReadableStore,
  office: string,
  { rows: targets }: Campaign,
  from: string,
  to: string,
): ReadonlyMap<string, Counts> {
  const days = new Map<string, Counts>();
  const rows = store
    .prepare<[string, string, string], CountRow>(
      `SELECT a.counted_on, a.level, coalesce(r.staff, l.staff, 0) AS staff, coalesce(r.residence, l.residence) AS residence,
         count(*) AS count
       FROM activation a LEFT JOIN request r ON r.id = a.request_id LEFT JOIN late_request l ON l.id = a.request_id
       WHERE a.office_id = ? AND a.counted_on >= ? AND a.counted_on <= ? AND a.until_version IS NULL
         AND NOT EXISTS (SELECT 1 FROM business_day d WHERE d.office_id = a.office_id AND d.day = a.counted_on AND d.voided_at IS NOT NULL)
       GROUP BY 1, 2, 3, 4`,
    )
    .all(office, from, to);
  for (const row of rows) {
    const day = days.get(row.counted_on) ?? {};
    days.set(row.counted_on, day);
    for (const target of targets) {
      const key = targetKey(target);
      if (counts(target, row)) day[key] = (day[key] ?? 0) + row.count;
    }
  }
  return days;
}

/** Whether a target counts these accounts: one of staff counts staff alone. */
function counts({ level, group = 'all', residence }: Campaign['rows'][number], row: CountRow): boolean {
  if (level !== row.level) return false;
  if (group === 'staff') return row.staff === 1;
  return group === 'all' || residence === row.residence;
}

function sumOf(days: Iterable<Counts>): Counts {
  const sums: Counts = {};
  for (const day of days) for (const key of Object.keys(day)) sums[key] = (sums[key] ?? 0) + (day[key] ?? 0);
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
      'SELECT day, closed_at FROM business_day WHERE office_id = ? AND day >= ? AND day <= ? AND voided_at IS NULL ORDER BY day',
    )
    .all(office, from, upTo);
  const counted = countedBetween(store, office, campaign, from, upTo);
  const keys = totalled(campaign.rows).map(targetKey);
  const wholeOf = (day: string): number =>
    keys.reduce((total, key) => total + (counted.get(day)?.[key] ?? 0), 0);
  const worked = days.filter(({ day, closed_at }) => closed_at !== null && isWorkingDay(day, calendar));
  const today = days.find(({ day }) => day === on);
  const firstLeft = today !== undefined && today.closed_at !== null ? addDays(on, 1) : on;
  const openIsLeft = today !== undefined && today.closed_at === null && isWorkingDay(on, calendar);
  let activated = totalled(campaign.rows).reduce((total, { before }) => total + before, 0);
  const line = days.map(({ day }) => ({ day, activated: (activated += wholeOf(day)) }));
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => ({
    month,
    activated: own.reduce((total, { day }) => total + wholeOf(day), 0),
  }));
  return campaignProgress({
    campaign,
    on,
    workingDaysLeft: workingDays(firstLeft < from ? from : firstLeft, dueOn, calendar).length,
    here: sumOf(counted.values()),
    recent: worked.slice(-MOST_RECENT_DAYS).map(({ day }) => counted.get(day) ?? {}),
    open: openIsLeft ? (counted.get(on) ?? {}) : {},
    line,
    months,
    unit: unitTotalsUpTo(store, office, on),
    rounding: reportingOf(store, office, on).rounding.value,
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
  if (rows.some(({ group, residence }) => (group === 'residence') !== (residence !== undefined)))
    throw new Refusal({ code: 'invalid-input', path: 'rows', reason: 'residence' });
  if (new Set(rows.map(targetKey)).size < rows.length)
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
  'unit.totals': (call, input) =>
    unitTotalsUpTo(call.store, officeId(call.store), input.on ?? localDay(call.at)),
  'unit.set-totals'(call, input) {
    const office = officeId(call.store);
    const today = localDay(call.at);
    if (input.day > today) throw new Refusal({ code: 'date-refused', date: input.day, reason: 'in-future' });
    const { rows } = input;
    if (new Set(rows.map(({ level }) => level)).size < rows.length)
      throw new Refusal({ code: 'invalid-input', path: 'rows', reason: 'level-twice' });
    if (rows.some(({ issued, activated }) => activated > issued))
      throw new Refusal({ code: 'invalid-input', path: 'rows', reason: 'more-than-issued' });
    setUnitTotals(call.store, office, input, call.at);
    call.append({ name: 'campaign.totals-set', data: { day: input.day } });
    return input;
  },
  'campaign.progress': (call, input) => campaignProgressOf(call, input.campaignId, input.on),
} satisfies Partial<Services>;
