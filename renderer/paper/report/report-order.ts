import { exportSubject, type ExportSubject } from '#shared/contract/export.ts';
import { bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { knownLanguage, type Language } from '#shared/domain/language.ts';

/** A subject that has a printed report: a year is a table, and people are listed in a file of their own. */
export type ReportSubject = Extract<ExportSubject, { kind: 'day' | 'month' | 'campaign' }>;
export type ReportOrder = { readonly subject: ReportSubject; readonly language: Language };

/** Reads `?report=<base64url of JSON>`; undefined where it names no report. */
export function readReportOrder(search: string): ReportOrder | undefined {
  const order = orderIn(search);
  if (typeof order !== 'object' || order === null || !('subject' in order)) return undefined;
  const subject = exportSubject.safeParse(order.subject);
  if (!subject.success || !isReport(subject.data)) return undefined;
  return { subject: subject.data, language: knownLanguage('language' in order ? order.language : undefined) };
}

/** What the address of a print page asks for, whatever it is. */
export function orderIn(search: string): unknown {
  const word = new URLSearchParams(search).get('report');
  if (word === null) return undefined;
  const base64 = word.replaceAll('-', '+').replaceAll('_', '/');
  try {
    const bytes = bytesOfBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isReport(subject: ExportSubject): subject is ReportSubject {
  return subject.kind === 'day' || subject.kind === 'month' || subject.kind === 'campaign';
}
