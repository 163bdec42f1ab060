import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import type { ReportVersion } from '#shared/contract/report-period.ts';
import { addDays, localDay } from '#shared/domain/calendar/business-date.ts';
import { isWorkingDay } from '#shared/domain/calendar/office-calendar.ts';
import { differencesOf } from '#shared/domain/report/differences.ts';
import { leadingValues } from '#shared/domain/report/leading.ts';
import { sumOfDays } from '#shared/domain/report/month-sum.ts';
import {
  finalRemindedSince,
  monthRemindedSince,
  nextMonth,
  remindedSince,
} from '#shared/domain/report/report-day.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { reportingOf } from '../law/rule-packs.ts';
import { calendarOf } from '../law/calendar.ts';
import { progressIn } from '../account/campaign.ts';
import { savedOfDays, savedOfPeriods } from '../store/rows/event-row.ts';
import { dayRow, findOpenDay, lastDay, latestDay } from '../store/rows/day-row.ts';
import { readCampaigns } from '../store/rows/campaign-row.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import { frozenReports, newestVersions } from '../store/rows/report-row.ts';
import { teamDesk } from '../store/rows/team-row.ts';
import { dayReport, officeLines } from './report.ts';

/** Closed days older than this are no longer asked for by themselves; the calendar still shows them. */
const askedForDays = 31;

/** The last day of a month `YYYY-MM`. */
export function endOfMonth(month: string): string {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}

/** The newest reports of the days of a month, in their order; the open day's are live. */
function monthReports(call: QueryCall, office: string, month: string): DayReport[] {
  const first = `${month}-01`;
  const last = endOfMonth(month);
  const frozen = call.store
    .prepare<[string, string, string], { report: string }>(
      `SELECT r.report FROM day_report r JOIN business_day d ON d.office_id = r.office_id AND d.day = r.day AND d.voided_at IS NULL
       WHERE r.office_id = ? AND r.day >= ? AND r.day <= ?
         AND r.version = (SELECT max(n.version) FROM day_report n WHERE n.office_id = r.office_id AND n.day = r.day)
       ORDER BY r.day`,
    )
    .all(office, first, last)
    .map((row) => JSON.parse(row.report) as DayReport);
  const open = findOpenDay(call.store, office);
  // The open day is later than every closed one.
  return open !== undefined && open.day >= first && open.day <= last
    ? [...frozen, dayReport(call, open.day)]
    : frozen;
}

/** A month from the newest versions of its days; the rows of tickets are not read again. */
export function monthReport(call: QueryCall, month: string): MonthReport {
  const { store } = call;
  const office = officeId(store);
  const reports = monthReports(call, office, month);
  const before = nextMonth(month, -1);
  const earlier = sumOfDays(monthReports(call, office, before));
  const today = localDay(call.at);
  const last = endOfMonth(month);
  return {
    month,
    office: officeLines(store),
    ...sumOfDays(reports),
    openDays: reports.filter(({ version }) => version === null).map(({ businessDay }) => businessDay),
    before:
      earlier.days.length === 0
        ? null
        : { month: before, taken: earlier.total.taken, activated: earlier.total.activated },
    campaigns: progressIn(store, office, `${month}-01`, last < today ? last : today),
  };
}

/**
 * Days between two dates whose newest version has reached every remembered folder, in some format each. A folder that was added
 * later asks for no earlier day; one that is no longer remembered is not waited for. A file that was downloaded and sent is enough.
 */
function exportedDays(
  store: ReadableStore,
  office: string,
  first: string,
  last: string,
): ReadonlySet<string> {
  const newest = newestVersions(store, office, first, last);
  const remembered = readSettings(store, office).exportFolders.length;
  const saved = Map.groupBy(savedOfDays(store, first, last), ({ businessDay }) => businessDay ?? '');
  const exported = [...saved].filter(([day, events]) => {
    const files = events.flatMap(({ data }) =>
      'version' in data && data.version === newest.get(day) ? [data] : [],
    );
    const reached = new Set(files.flatMap(({ target }) => target ?? []));
    if (files.some(({ downloaded }) => downloaded)) return true;
    const asked = Math.min(remembered, Math.max(...files.map(({ folders }) => folders)));
    return files.length > 0 && reached.size >= asked;
  });
  return new Set(exported.map(([day]) => day));
}

/** A month that is over is sent when the figures as they now stand have reached a folder: not while a day of it is open. */
function isMonthSent(store: ReadableStore, office: string, month: string): boolean {
  const last = endOfMonth(month);
  const open = findOpenDay(store, office);
  if (open !== undefined && open.day >= `${month}-01` && open.day <= last) return false;
  // The version counts as `periodVersion` does: every correction of a day makes the next one.
  const versions = [...newestVersions(store, office, `${month}-01`, last).values()];
  const version = versions.reduce((sum, one) => sum + one - 1, 1);
  return savedOfPeriods(store).some(
    ({ data }) => 'month' in data && data.month === month && data.version === version,
  );
}

/** The versions of a day's report, each with what it says otherwise than the one before. Refuses with `unknown-day`. */
export function reportVersions(call: QueryCall, day: string): ReportVersion[] {
  const office = officeId(call.store);
  if (dayRow(call.store, office, day) === undefined)
    throw new Refusal({ code: 'unknown-day', businessDay: day });
  const reports = frozenReports(call.store, office, day);
  return reports.map((report, index) => {
    const before = reports[index - 1];
    return {
      version: report.version ?? index + 1,
      frozenAt: report.frozenAt ?? '',
      by: report.by ?? '',
      reason: report.reason,
      differences:
        before === undefined
          ? []
          : differencesOf(dayFigures(before, call.training), dayFigures(report, call.training)),
    };
  });
}

/** The latest business day before one that falls on the same weekday; undefined where there is none. */
function sameWeekdayBefore(store: ReadableStore, office: string, day: string): string | undefined {
  return store
    .prepare<[string, string, string], { day: string }>(
      `SELECT day FROM business_day WHERE office_id = ? AND day < ? AND voided_at IS NULL AND strftime('%w', day) = strftime('%w', ?)
       ORDER BY day DESC LIMIT 1`,
    )
    .get(office, day, day)?.day;
}

type ClosedRow = { day: string; closed_at: string; frozen_at: string };

export const reportPeriodServices = {
  'report.versions': (call, input) => reportVersions(call, input.businessDay),
  'report.month': (call, input) => monthReport(call, input.month),
  'report.dashboard'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = input.businessDay ?? findOpenDay(store, office)?.day ?? lastDay(store, office)?.day;
    if (day === undefined) throw new Refusal({ code: 'day-not-open' });
    const today = dayReport(call, day);
    const other = sameWeekdayBefore(store, office, day);
    const report = other === undefined ? undefined : dayReport(call, other);
    return {
      businessDay: day,
      today,
      sameWeekday:
        report === undefined ? null : { businessDay: report.businessDay, figures: leadingValues(report) },
      campaigns: progressIn(store, office, day, day),
    };
  },
  'report.calendar'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { month } = input;
    const [first, last] = [`${month}-01`, endOfMonth(month)];
    const calendar = calendarOf(store, office);
    const exported = exportedDays(store, office, first, last);
    const reports = new Map(monthReports(call, office, month).map((report) => [report.businessDay, report]));
    const days = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const report = reports.get(day);
      const version = report?.version ?? null;
      days.push({
        day,
        state: stateOf(report, exported.has(day)),
        version,
        taken: report?.breakdowns.taken ?? null,
        activated: report?.breakdowns.activated.total ?? null,
        workingDay: isWorkingDay(day, calendar),
      });
    }
    return { month, days };
  },
  'report.reminders'(call) {
    const { store, at } = call;
    const office = officeId(store);
    const { closingTime } = readSettings(store, office);
    const today = localDay(at);
    const { monthlyOn, askedAgainAt } = reportingOf(store, office, today);
    const times = { closingTime, askedAgainAt: askedAgainAt.value, monthlyOn: monthlyOn.value };
    const reminders = [];
    const open = findOpenDay(store, office);
    const toClose = open === undefined ? null : remindedSince(at, open.day, times);
    if (open !== undefined && toClose !== null)
      reminders.push({ code: 'day-to-close' as const, businessDay: open.day, month: null, since: toClose });
    // What a team has done is sent by its office, to which it brings it.
    if (teamDesk(store) !== undefined) return reminders;
    const from = addDays(today, -askedForDays);
    const exported = exportedDays(store, office, from, '9999-12-31');
    const closed = store
      .prepare<[string, string], ClosedRow>(
        `SELECT d.day, d.closed_at, (SELECT max(r.frozen_at) FROM day_report r WHERE r.office_id = d.office_id AND r.day = d.day) AS frozen_at
         FROM business_day d WHERE d.office_id = ? AND d.day >= ? AND d.closed_at IS NOT NULL AND d.voided_at IS NULL ORDER BY d.day`,
      )
      .all(office, from);
    for (const { day, frozen_at } of closed) {
      const since = exported.has(day) ? null : remindedSince(at, day, times, frozen_at);
      if (since !== null)
        reminders.push({ code: 'day-to-export' as const, businessDay: day, month: null, since });
    }
    const month = nextMonth(today.slice(0, 7), -1);
    const monthSince = monthRemindedSince(at, times);
    const hasDays = (latestDay(store, office, endOfMonth(month)) ?? '') >= `${month}-01`;
    if (monthSince !== null && hasDays && !isMonthSent(store, office, month))
      reminders.push({ code: 'month-to-send' as const, businessDay: null, month, since: monthSince });
    reminders.push(...finalReports(call, office, times.askedAgainAt));
    return reminders;
  },
} satisfies Partial<Services>;

/** Campaigns whose final report is due and of which no file was made since it is asked for. */
function finalReports({ store, at }: QueryCall, office: string, askedAgainAt: string) {
  return readCampaigns(store, office).flatMap(({ campaignId, name, reportBefore }) => {
    const since = reportBefore == null ? null : finalRemindedSince(at, reportBefore, askedAgainAt);
    if (reportBefore == null || since === null) return [];
    const isSent = savedOfPeriods(store).some(
      (event) => 'campaignId' in event.data && event.data.campaignId === campaignId && event.at >= since,
    );
    const campaign = { campaignId, name, reportBefore };
    return isSent
      ? []
      : { code: 'campaign-to-report' as const, businessDay: null, month: null, campaign, since };
  });
}

function stateOf(
  report: DayReport | undefined,
  exported: boolean,
): 'none' | 'open' | 'closed' | 'exported' | 'corrected' {
  if (report === undefined) return 'none';
  if (report.version === null) return 'open';
  if (report.version > 1) return 'corrected';
  return exported ? 'exported' : 'closed';
}
