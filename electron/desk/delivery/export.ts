import { resolve } from 'node:path';
import type { ExportSubject, FileFormat } from '#shared/contract/export.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { Language } from '#shared/text/catalogue.ts';
import type { DeskCall, Services } from '../desk-call.ts';
import { writeDayFile } from '../../books/day-file.ts';
import { MEDIA_TYPES, type ExportFile, type ExportMaterial } from '../../books/export-material.ts';
import { exportFileName, periodVersion } from '../../books/file-name.ts';
import { madeAtOf } from '../../books/make-file.ts';
import { signingKey, renewSigningKey } from './signing-key.ts';
import { plainPdf } from '../../books/plain-pdf.ts';
import { saveWhole, type SavedFile } from '../whole-file.ts';
import { Refusal } from '../refusal.ts';
import { runInWorker, type WorkerOptions } from '../worker/run-in-worker.ts';
import { checkSubject, gatherMaterial } from './gather-material.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import { reportVersions } from '../day/report-period.ts';
import { dayReport } from '../day/report.ts';

type Asked = { readonly format: FileFormat; readonly language?: Language | undefined };

/** A file for people who are named goes only where a table can be read, and no page is laid out for a year. */
const formatsOf: Record<ExportSubject['kind'], readonly FileFormat[]> = {
  day: ['xlsx', 'csv', 'json', 'pdf', 'day-file'],
  month: ['xlsx', 'csv', 'json', 'pdf'],
  year: ['xlsx', 'csv', 'json'],
  campaign: ['xlsx', 'csv', 'json', 'pdf'],
  people: ['xlsx', 'csv'],
};

function checkFormat(subject: ExportSubject, format: FileFormat): void {
  if (formatsOf[subject.kind].includes(format)) return;
  throw new Refusal({ code: 'invalid-input', path: 'format', reason: 'not-available' });
}

async function fileOf(
  call: DeskCall,
  material: ExportMaterial,
  { format, language = 'vi' }: Asked,
  options: WorkerOptions = {},
): Promise<ExportFile> {
  const { training, at } = call;
  switch (format) {
    case 'pdf':
      return pdfOf(call, material, language, options);
    case 'day-file':
      return dayFileOf(call, material);
    default:
      return runInWorker('make-file', { material, format, options: { language, training, at } }, options);
  }
}

async function pdfOf(
  call: DeskCall,
  material: ExportMaterial,
  language: Language,
  { signal = call.exporting.closing }: WorkerOptions,
): Promise<ExportFile> {
  const { printer } = call.exporting;
  if (printer === undefined) throw new Refusal({ code: 'pdf-not-made', reason: 'no-browser' });
  const { training, at } = call;
  const subject = pageSubject(material);
  const drawn = await printer({ subject, language, training }, signal);
  if (drawn.trouble !== null) throw new Refusal({ code: 'pdf-not-made', reason: drawn.trouble });
  return {
    fileName: exportFileName(material, 'pdf', language, training),
    mediaType: MEDIA_TYPES.pdf,
    bytes: plainPdf(drawn.bytes, madeAtOf(material, at)),
  };
}

/** What the page is told to draw: of a frozen day exactly the version that the file is named after. */
function pageSubject(material: ExportMaterial): ExportSubject {
  switch (material.kind) {
    case 'day': {
      const { businessDay, version } = material.report;
      return { kind: 'day', businessDay, ...(version === null ? {} : { version }) };
    }
    case 'month':
      return { kind: 'month', month: material.month.month };
    case 'campaign':
      return { kind: 'campaign', campaignId: material.progress.campaign.campaignId };
    case 'year':
    case 'people':
      throw new Refusal({ code: 'invalid-input', path: 'format', reason: 'not-available' });
  }
}

function dayFileOf(call: DeskCall, material: ExportMaterial): ExportFile {
  if (material.kind !== 'day' || material.report.version === null)
    throw new Refusal({ code: 'invalid-input', path: 'format', reason: 'not-available' });
  const { report } = material;
  const versions = reportVersions(call, report.businessDay);
  return {
    fileName: exportFileName(material, 'day-file', 'vi', call.training),
    mediaType: MEDIA_TYPES['day-file'],
    bytes: writeDayFile(report, versions, signingKey(call.store), call.training),
  };
}

/**
 * Journals that a file lies in a folder, read back and equal. The folder is named by its place among the remembered ones, `target`
 * of `folders` in number: its path may bear a person's name, and the journal is never purged.
 */
function recordSaved(
  call: DeskCall,
  material: ExportMaterial,
  format: FileFormat,
  folder: string,
  { sha256 }: SavedFile,
): void {
  if (material.kind === 'people') return;
  const remembered = readSettings(call.store, officeId(call.store)).exportFolders;
  const place = remembered.findIndex((one) => resolve(one) === resolve(folder));
  const businessDay = material.kind === 'day' ? material.report.businessDay : null;
  const target = { target: place < 0 ? null : place, folders: remembered.length };
  const data = { ...savedData(material, format, sha256), ...target };
  call.exporting.record({ name: 'report.saved', businessDay, data });
}

function savedData(
  material: Exclude<ExportMaterial, { kind: 'people' }>,
  format: FileFormat,
  sha256: string,
): DeskEvent['data'] {
  switch (material.kind) {
    case 'day':
      return { format, version: material.report.version, sha256 };
    case 'month':
      return {
        format,
        month: material.month.month,
        version: periodVersion([material.month], material.over),
        sha256,
      };
    case 'year':
      return { format, year: material.year, version: periodVersion(material.months, material.over), sha256 };
    case 'campaign':
      return { format, campaignId: material.progress.campaign.campaignId, sha256 };
  }
}

/** The remembered folders may be shares of the level above: a list of people goes only where somebody names the folder. */
function usualFolders(call: DeskCall, subject: ExportSubject): readonly string[] {
  return subject.kind === 'people' ? [] : readSettings(call.store, officeId(call.store)).exportFolders;
}

function startExport(
  call: DeskCall,
  input: { readonly subject: ExportSubject; readonly folders?: readonly string[] | undefined } & Asked,
) {
  const { subject, format } = input;
  checkFormat(subject, format);
  checkSubject(call, subject);
  const folders = input.folders ?? usualFolders(call, subject);
  let material: ExportMaterial | undefined;
  return call.exporting.jobs.start({
    subject,
    format,
    folders: folders.filter((folder) => folder !== ''),
    startedAt: call.at,
    async make(signal, onProgress) {
      material = await gatherMaterial(call, subject);
      onProgress(10);
      if (material.kind === 'people') recordPeople(call, material, format);
      return fileOf(call, material, input, { signal, onProgress: (done) => onProgress(10 + done * 0.9) });
    },
    saved(file, folder) {
      if (material !== undefined) recordSaved(call, material, format, folder, file);
    },
  });
}

/** Journalled before anybody gets the list: a list that cannot be logged is not made. */
function recordPeople(
  call: DeskCall,
  { list }: Extract<ExportMaterial, { kind: 'people' }>,
  format: FileFormat,
): void {
  const { role, device } = call.caller;
  const data = { format, masked: list.masked, rows: list.rows.length, by: `${role} · ${device}` };
  call.exporting.record({ name: 'report.people-exported', businessDay: list.businessDay, data });
}

function ofDay(call: DeskCall, businessDay: string): { kind: 'day'; report: DayReport } {
  return { kind: 'day', report: dayReport(call, businessDay) };
}

function base64Of({ bytes }: ExportFile): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export const exportServices = {
  async 'report.export'(call, input) {
    const file = await fileOf(call, ofDay(call, input.businessDay), input);
    return { fileName: file.fileName, mediaType: file.mediaType, base64: base64Of(file) };
  },
  async 'report.save'(call, input) {
    const material = ofDay(call, input.businessDay);
    const { fileName, bytes } = await fileOf(call, material, input);
    const saved = await saveWhole(input.folder, fileName, bytes);
    recordSaved(call, material, input.format, input.folder, saved);
    return saved;
  },
  'export.start': startExport,
  'export.list': (call) => call.exporting.jobs.list(),
  'export.cancel': (call, input) => call.exporting.jobs.cancel(input.exportId),
  'export.retry': (call, input) => call.exporting.jobs.retry(input.exportId),
  'export.fetch'(call, input) {
    const file = call.exporting.jobs.file(input.exportId);
    return { fileName: file.fileName, mediaType: file.mediaType, base64: base64Of(file) };
  },
  'export.key'(call) {
    const { keyId, publicKey } = signingKey(call.store);
    return { keyId, publicKey };
  },
  'export.renew-key'(call, { reason }) {
    officeId(call.store);
    const { key, before } = renewSigningKey(call.store);
    const { keyId, publicKey } = key;
    const { role, device } = call.caller;
    call.append({ name: 'report.key-renewed', data: { keyId, before, reason, by: `${role} · ${device}` } });
    return { keyId, publicKey };
  },
} satisfies Partial<Services>;
