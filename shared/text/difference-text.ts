import type { Difference } from '#shared/domain/report/differences.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import {
  ACTIVATION_SOURCES,
  INACTIVE_REASONS,
  REFERRAL_REASONS,
  SITES,
} from '#shared/domain/account/follow-up.ts';
import type { Language } from './catalogue.ts';
import { formatDuration, formatNumber } from './format.ts';
import type { Catalogue } from './vi.ts';

/** One figure that differs between two versions: `Mức 2, Thu nhận: 44 → 43`. */
export function differenceText(difference: Difference, text: Catalogue, language: Language): string {
  const shown = (value: Difference['before']) => {
    if (value === null || value === '') return '–';
    if (typeof value !== 'number') return `“${value}”`;
    return difference.column.endsWith('-ms')
      ? formatDuration(value, language)
      : formatNumber(value, language);
  };
  return `${differenceName(difference, text)}: ${shown(difference.before)} → ${shown(difference.after)}`;
}

/** What a figure is called: its row and column, with the section where these do not say enough. */
export function differenceName({ section, row, column }: Difference, text: Catalogue): string {
  const words = wordsOf(text);
  const [first = '', second] = row.split('/');
  const rowName = row === 'all' ? '' : row === '' ? (nameless(text)[section] ?? '') : (words[first] ?? first);
  const names = [
    SELF_SPEAKING.has(section) && rowName !== '' ? '' : (words[section] ?? section),
    second === undefined ? rowName : `${rowName} ${second}h`,
    column === 'count' ? '' : (words[column] ?? column),
  ].filter((name) => name !== '');
  return [...new Set(names)].join(', ');
}

/** Sections whose rows say enough by themselves. */
const SELF_SPEAKING = new Set(['requests', 'papers', 'times', 'accounts', 'groups', 'sites', 'residences']);

const nameless = ({ account }: Catalogue): Readonly<Record<string, string>> => ({
  referrals: account.noPlace,
  residences: account.noResidence,
});

function wordsOf({
  common,
  account,
  dashboard,
  dayEnd,
  reportSheet,
}: Catalogue): Readonly<Record<string, string>> {
  return {
    ...pick(ACTIVATION_SOURCES, account.source),
    ...pick(SITES, account.site),
    ...pick(PROCEDURES, common.procedureShort),
    ...pick(OUTCOMES, common.outcome),
    ...common.paper,
    ...pick(INACTIVE_REASONS, account.reason),
    ...pick(REFERRAL_REASONS, account.referral),
    ...account.group,
    tickets: dayEnd.tickets,
    requests: dashboard.requests,
    papers: dayEnd.papers,
    times: dayEnd.times,
    'waiting-by-hour': dayEnd.waitingByHour,
    accounts: dashboard.activated,
    'activated-by-source': dashboard.bySource,
    'activated-of': dashboard.ofWhen,
    'activated-by-procedure': dashboard.activated,
    levels: dashboard.levels,
    referrals: dashboard.referrals,
    inactive: dashboard.reasons,
    groups: dashboard.byGroup,
    sites: dashboard.bySite,
    residences: dashboard.byResidence,
    counters: dashboard.byCounter,
    notes: reportSheet.difficulties,
    issued: dayEnd.ticketsIssued,
    priority: dayEnd.ticketsPriority,
    served: dayEnd.ticketsServed,
    'not-here': dayEnd.ticketsNotHere,
    total: dayEnd.total,
    open: dayEnd.openColumn,
    activated: dashboard.activatedShort,
    taken: dashboard.takenShort,
    late: dashboard.late,
    seen: dayEnd.paperSeen,
    missing: dayEnd.paperMissing,
    mismatch: dayEnd.paperMismatch,
    'not-wanted': common.paperState['not-wanted'],
    'in-vneid': common.paperState['in-vneid'],
    waiting: dayEnd.waiting,
    serving: dayEnd.serving,
    'median-ms': dayEnd.median,
    'p90-ms': dayEnd.p90Short,
    'this-day': dashboard.ofToday,
    'earlier-days': dashboard.ofEarlier,
    'level-1-guided': dashboard.level1Guided,
    'not-named': account.noReason,
    difficulties: reportSheet.difficulty,
    proposals: reportSheet.proposal,
  };
}

function pick<K extends string>(
  codes: readonly K[],
  words: Readonly<Record<K, string>>,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, words[code]]));
}
