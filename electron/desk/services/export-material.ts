import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { ExportSubject } from '#shared/contract/export.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import type { Outcome, Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { DeskCall } from '../desk-call.ts';
import type { ExportMaterial } from '../export/export-material.ts';
import type { PeopleList } from '../export/people-sheet.ts';
import { Refusal } from '../refusal.ts';
import { campaignProgressOf } from './campaign.ts';
import { dayRow } from './day-row.ts';
import { officeId, readOffice } from './office.ts';
import { monthReport } from './report-period.ts';
import { dayReport } from './report.ts';

/**
 * The figures that a file is made of, read piece by piece: between two days or months of them the desk serves whoever waits.
 * Refuses like the reports themselves.
 */
export async function gatherMaterial(call: DeskCall, subject: ExportSubject): Promise<ExportMaterial> {
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
      return { kind: 'month', month, days };
    }
    case 'year': {
      const months = [];
      for (let number = 1; number <= 12; number += 1) {
        await letOthersWork();
        const month = `${subject.year}-${String(number).padStart(2, '0')}`;
        months.push(monthReport(call, month));
      }
      return { kind: 'year', year: subject.year, office: officeLines(call), months };
    }
    case 'campaign':
      return {
        kind: 'campaign',
        progress: campaignProgressOf(call, subject.campaignId),
        office: officeLines(call),
      };
    case 'people':
      return { kind: 'people', list: peopleOf(call, subject.businessDay, !subject.unmasked) };
  }
}

/** Refuses at once where nothing could come of the export later. */
export function checkSubject(call: DeskCall, subject: ExportSubject): void {
  officeId(call.store);
  if (subject.kind === 'day') dayReport(call, subject.businessDay, subject.version);
  if (subject.kind === 'campaign') campaignProgressOf(call, subject.campaignId);
  if (subject.kind === 'people') knownDay(call, subject.businessDay);
}

function knownDay(call: DeskCall, businessDay: string): string {
  const office = officeId(call.store);
  if (dayRow(call.store, office, businessDay) === undefined)
    throw new Refusal({ code: 'unknown-day', businessDay });
  return office;
}

function officeLines(call: DeskCall): PeopleList['office'] {
  const office = readOffice(call.store);
  return {
    name: office?.name ?? '',
    code: office?.code ?? '',
    receivingLevel: office?.receivingLevel ?? '',
  };
}

type PersonOfDayRow = {
  readonly letter: string;
  readonly number: number;
  readonly full_name: string;
  readonly id_number: string | null;
  readonly phone: string | null;
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  readonly activated: number;
};

function peopleOf(call: DeskCall, businessDay: string, masked: boolean): PeopleList {
  const office = knownDay(call, businessDay);
  const rows = call.store
    .prepare<[string, string], PersonOfDayRow>(
      `SELECT t.letter, t.number, p.full_name, p.id_number, p.phone, r.procedure, r.outcome, r.activated
       FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN person p ON p.id = r.person_id
       WHERE t.office_id = ? AND t.business_day = ? ORDER BY t.place, r.position`,
    )
    .all(office, businessDay);
  const shown = (text: string | null, mask: (text: string) => string): string | null =>
    text === null || !masked ? text : mask(text);
  return {
    office: officeLines(call),
    businessDay,
    masked,
    rows: rows.map((row) => ({
      number: ticketNumber(row.letter, row.number),
      fullName: row.full_name,
      idNumber: shown(row.id_number, maskIdNumber),
      phone: shown(row.phone, maskPhone),
      procedure: row.procedure,
      outcome: row.outcome,
      activated: row.activated === 1,
    })),
  };
}
