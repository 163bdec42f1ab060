import type { DayCounts } from '#shared/domain/report/day-report.ts';
import { OUTCOMES, type Paper } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDuration, formatLongDay, formatNumber } from '#shared/text/format.ts';
import type { RecountedBreakdowns } from './recount.ts';

const words = catalogue('vi').common;
const figure = (value: number) => formatNumber(value, 'vi');

/** Lines of cells as text: the first column to the left, figures to the right. */
function columns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function requestLines({ requests }: DayCounts): string[] {
  const line = (name: string, row: DayCounts['requests'] | DayCounts['requests']['byProcedure'][number]) => [
    name,
    ...OUTCOMES.map((outcome) => figure(row.byOutcome[outcome])),
    figure(row.open),
    figure(row.total),
  ];
  return columns([
    ['Yêu cầu', ...OUTCOMES.map((outcome) => words.outcome[outcome]), 'Chưa xong', words.total],
    ...requests.byProcedure.map((row) => line(words.procedure[row.procedure], row)),
    line(words.total, requests),
  ]);
}

function paperLines({ papers }: DayCounts): string[] {
  const states = words.paperState;
  return columns([
    ['Giấy tờ', states.seen, states.missing, states.mismatch, states['not-wanted'], states['in-vneid']],
    ...papers.map(({ paper, seen, missing, mismatch, notWanted, inVneid }) => [
      words.paper[paper as Paper] ?? paper,
      ...[seen, missing, mismatch, notWanted, inVneid].map(figure),
    ]),
  ]);
}

function timeLine(name: string, { count, medianMs, p90Ms }: DayCounts['waiting']): string {
  const text = (ms: number | null) => (ms === null ? '–' : formatDuration(ms, 'vi'));
  return `${name}: ${figure(count)} lượt, một nửa không quá ${text(medianMs)}, chín phần mười không quá ${text(p90Ms)}`;
}

/** The counts of a day as an officer reads them in a terminal. */
export function dayTable(counts: DayCounts): string {
  const { tickets } = counts;
  return [
    `Số liệu ${formatLongDay(counts.businessDay, 'vi')}`,
    '',
    `Số đã cấp ${figure(tickets.issued)}, trong đó ưu tiên ${figure(tickets.priority)}. ` +
      `Đã tiếp ${figure(tickets.served)}, về trước ${figure(tickets.left)}, hủy ${figure(tickets.cancelled)}, ` +
      `chưa xong ${figure(tickets.open)}; vắng khi gọi ${figure(tickets.notHere)}.`,
    '',
    ...requestLines(counts),
    '',
    ...paperLines(counts),
    '',
    `Hồ sơ cấp tài khoản đã nhận: ${figure(counts.breakdowns.taken)}; tài khoản đã kích hoạt: ${figure(counts.breakdowns.activated.total)}, ` +
      `trong đó tại quầy ${figure(counts.activated)}`,
    timeLine('Chờ', counts.waiting),
    timeLine('Tiếp', counts.serving),
  ].join('\n');
}

type Recount = Pick<DayCounts, 'tickets' | 'requests' | 'papers' | 'activated'> & {
  breakdowns: RecountedBreakdowns;
};

/** Every figure of a day by a name, so that two counts can be laid side by side. */
function figures({ tickets, requests, papers, activated, breakdowns }: Recount): Map<string, number> {
  const named = new Map<string, number>([['activated', activated]]);
  const add = (name: string, values: Readonly<Record<string, unknown>>) => {
    for (const [key, value] of Object.entries(values))
      if (typeof value === 'number') named.set(`${name}.${key}`, value);
  };
  add('tickets', tickets);
  add('requests', requests);
  add('requests', requests.byOutcome);
  for (const row of requests.byProcedure) {
    add(row.procedure, row);
    add(row.procedure, row.byOutcome);
  }
  for (const row of papers) add(row.paper, row);
  const accounts = breakdowns.activated;
  add('accounts', { ...accounts, ...accounts.bySource, taken: breakdowns.taken, late: breakdowns.late });
  add('levels', breakdowns.levels);
  for (const { procedure, count } of accounts.byProcedure) named.set(`activated.${procedure}`, count);
  for (const { place, reason, count } of breakdowns.referrals)
    named.set(`referred.${place ?? ''}.${reason ?? ''}`, count);
  for (const { reason, count } of breakdowns.inactive) named.set(`inactive.${reason}`, count);
  for (const row of breakdowns.byGroup) add(row.group, row);
  for (const row of breakdowns.bySite) add(`site.${row.site}`, row);
  for (const row of breakdowns.byResidence) add(`residence.${row.residence ?? ''}`, row);
  for (const { specialCase, count } of breakdowns.byCase) named.set(`case.${specialCase}`, count);
  for (const { counterId, hour, served } of breakdowns.byCounter)
    named.set(`counter.${counterId ?? ''}.${hour}`, served);
  return named;
}

/** Where two counts of one day differ, and how many figures were compared. */
export function compareCounts(
  report: Recount,
  recount: Recount,
): { readonly compared: number; readonly differences: readonly string[] } {
  const [first, second] = [figures(report), figures(recount)];
  const names = [...new Set([...first.keys(), ...second.keys()])];
  return {
    compared: names.length,
    differences: names
      .filter((name) => first.get(name) !== second.get(name))
      .map((name) => `${name}: ${first.get(name) ?? '–'} ≠ ${second.get(name) ?? '–'}`),
  };
}
