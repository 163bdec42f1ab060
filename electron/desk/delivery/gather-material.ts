import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { ExportSubject } from '#shared/contract/export.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { QueryCall } from '../desk-call.ts';
import type { ExportMaterial } from '../../books/export-material.ts';
import { Refusal } from '../refusal.ts';
import { campaignProgressOf } from '../account/campaign.ts';
import { findRoster, rosterList } from '../roster/roster.ts';
import { officeId } from '../store/rows/office-row.ts';
import { endOfMonth, monthReport } from '../day/report-period.ts';
import { dayReport, officeLines } from '../day/report.ts';
import { checkPeople, peopleList } from './people-list.ts';

/**
 * The figures that a file is made of, read piece by piece: between two days or months of them the desk serves whoever waits.
 * Refuses like the reports themselves.
 */
export async function gatherMaterial(call: QueryCall, subject: ExportSubject): Promise<ExportMaterial> {
  switch (subject.kind) {
    case 'day':
      return { kind: 'day', report: dayReport(call, subject.businessDay, subject.version) };
    case 'month': {
      const month = monthReport(call, subject.month);
      const days = [];
      for (const { day, version } of month.days) {
        await letOthersWork();
        days.push(dayReport(call, day, version ?? undefined));
      }
      return { kind: 'month', month, days, over: isOver(call, endOfMonth(subject.month)) };
    }
    case 'year': {
      const months = [];
      for (let number = 1; number <= 12; number += 1) {
        await letOthersWork();
        const month = `${subject.year}-${String(number).padStart(2, '0')}`;
        months.push(monthReport(call, month));
      }
      const over = isOver(call, `${subject.year}-12-31`);
      return { kind: 'year', year: subject.year, office: officeLines(call.store), months, over };
    }
    case 'campaign':
      return {
        kind: 'campaign',
        progress: campaignProgressOf(call, subject.campaignId),
        office: officeLines(call.store),
      };
    case 'people':
      return { kind: 'people', list: await peopleList(call, subject) };
    case 'roster':
      return { kind: 'roster', list: { office: officeLines(call.store), ...rosterList(call, subject) } };
  }
}

function isOver(call: QueryCall, lastDay: string): boolean {
  return localDay(call.at) > lastDay;
}

/** Refuses at once where nothing could come of the export later. */
export function checkSubject(call: QueryCall, subject: ExportSubject): void {
  officeId(call.store);
  if (subject.kind === 'day' && dayReport(call, subject.businessDay, subject.version).voidedAt !== undefined)
    throw new Refusal({ code: 'day-voided', businessDay: subject.businessDay });
  if (subject.kind === 'campaign') campaignProgressOf(call, subject.campaignId);
  if (subject.kind === 'roster') findRoster(call.store, subject.rosterId);
  if (subject.kind === 'people') checkPeople(call, subject);
}
