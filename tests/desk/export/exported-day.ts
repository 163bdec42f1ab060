import { readXlsx } from 'hucre/xlsx';
import { v7 as uuid } from 'uuid';
import type { Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { Language } from '#shared/domain/language.ts';
import { playDay } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

export const DAY = '2026-11-20';

/** A desk after a plausible day; the day is still open. */
export async function busyDay(citizens: number, seed = 7): Promise<TestDesk> {
  const desk = openTestDesk({ counters: 4 });
  let now = 0;
  await playDay({
    visitors: sampleDay({ seed, citizens, businessDay: DAY }),
    counterIds: desk.counters,
    call: async (method, input) => desk.reply(method, input),
    at(minute) {
      desk.clock.pass((minute - now) * 60);
      now = minute;
    },
  });
  return desk;
}

export type Exported = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer };

/** The reply to a call that works on files: the desk promises it. */
export async function later<M extends 'report.export' | 'report.save'>(
  desk: TestDesk,
  method: M,
  input: Input<M>,
): Promise<DeskReply<Output<M>>> {
  return (await desk.desk.dispatch(method, input, { role: 'leader' }, uuid())) as DeskReply<Output<M>>;
}

/** A day's file as the desk hands it out. */
export async function exported(
  desk: TestDesk,
  format: Input<'report.export'>['format'],
  language?: Language,
): Promise<Exported> {
  const reply = await later(desk, 'report.export', {
    businessDay: DAY,
    format,
    ...(language === undefined ? {} : { language }),
  });
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem), { cause: desk.incidents.at(-1) });
  const { base64, ...named } = reply.value;
  return { ...named, bytes: Buffer.from(base64, 'base64') };
}

export type Cell = string | number | boolean | Date | null;

/** The rows of a sheet as a spreadsheet shows them. */
export async function sheetRows(bytes: Uint8Array, sheet: string): Promise<Cell[][]> {
  const book = await readXlsx(bytes);
  const found = book.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found.rows;
}

/** The figures of the row that begins with `label` below the heading that begins with `heading`, without empty cells. */
export function figuresOf(rows: readonly (readonly Cell[])[], heading: string, label: string): Cell[] {
  const start = rows.findIndex(([first]) => first === heading);
  const row = rows.slice(start).find(([first]) => first === label);
  if (start < 0 || row === undefined) throw new Error(`no row ${label} under ${heading}`);
  return row.slice(1).filter((cell) => cell !== null && cell !== undefined && cell !== '');
}

/** The hidden sheet's and the CSV file's figures by `section/row/column`. */
export function expectedFigures(report: DayReport): Map<string, number> {
  const figures = new Map<string, number>();
  const put = (row: string, columns: Readonly<Record<string, number | null>>): void => {
    for (const [column, value] of Object.entries(columns))
      if (value !== null) figures.set(`${row}/${column}`, value);
  };
  const { issued, priority, served, notHere, left, cancelled, open } = report.tickets;
  put('tickets/all', { issued, priority, served, 'not-here': notHere, left, cancelled, open });
  for (const { procedure, total, byOutcome, open: undecided, activated } of report.requests.byProcedure) {
    put(`requests/${procedure}`, { total, ...byOutcome, open: undecided, activated });
  }
  const { total, byOutcome, open: undecided } = report.requests;
  put('requests/all', { total, ...byOutcome, open: undecided, activated: report.activated });
  for (const { paper, seen, missing, mismatch, notWanted, inVneid } of report.papers) {
    const section = paper === 'id-card' ? 'identity-papers' : 'papers';
    put(`${section}/${paper}`, { seen, missing, mismatch, 'not-wanted': notWanted, 'in-vneid': inVneid });
  }
  for (const row of ['waiting', 'serving'] as const) {
    const { count, medianMs, p90Ms } = report[row];
    put(`times/${row}`, { count, 'median-ms': medianMs, 'p90-ms': p90Ms });
  }
  for (const { procedure, hour, count, medianMs } of report.waitingByHour) {
    put(`waiting-by-hour/${procedure}/${String(hour).padStart(2, '0')}`, { count, 'median-ms': medianMs });
  }
  putBreakdowns(report.breakdowns, put);
  return figures;
}

function putBreakdowns(
  parts: DayReport['breakdowns'],
  put: (row: string, columns: Readonly<Record<string, number | null>>) => void,
): void {
  const { activated } = parts;
  put('accounts/all', { files: parts.taken, activated: activated.total, late: parts.late });
  put('accounts/activated-by-source', activated.bySource);
  put('accounts/activated-of', { 'this-day': activated.ofToday, 'earlier-days': activated.ofEarlier });
  for (const { procedure, count } of activated.byProcedure)
    put(`activated-by-procedure/${procedure}`, { count });
  const { level1Guided, level2, level2WithCard } = parts.levels;
  put('levels/all', {
    'level-1-guided': level1Guided,
    'level-2': level2,
    'level-2-with-card': level2WithCard,
  });
  for (const { place, reason, count } of parts.referrals)
    put(`referrals/${place ?? ''}`, { [reason ?? 'not-named']: count });
  for (const { reason, count } of parts.inactive) put(`inactive/${reason}`, { count });
  for (const { group, total, taken, activated: done } of parts.byGroup)
    put(`groups/${group}`, { total, files: taken, activated: done });
  for (const { site, total, taken, activated: done } of parts.bySite)
    put(`sites/${site}`, { total, files: taken, activated: done });
  for (const { residence, total, taken, activated: done } of parts.byResidence)
    put(`residences/${residence ?? ''}`, { total, files: taken, activated: done });
  for (const { visit, total, taken, activated: done } of parts.byVisit)
    put(`visits/${visit}`, { total, files: taken, activated: done });
  for (const { specialCase, count } of parts.byCase) put(`cases/${specialCase}`, { count });
  for (const { counter, hour, served } of parts.byCounter)
    put(`counters/${counter ?? ''}/${String(hour).padStart(2, '0')}`, { served });
}
