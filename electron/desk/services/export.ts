import type { ExportSubject, FileFormat } from '#shared/contract/export.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DayReport } from '#shared/contract/report.ts';
import type { Language } from '#shared/text/catalogue.ts';
import type { DeskCall, Services } from '../desk-call.ts';
import { writeDayFile } from '../export/day-file.ts';
import { MEDIA_TYPES, type ExportFile, type ExportMaterial } from '../export/export-material.ts';
import { exportFileName, exportNameStart } from '../export/file-name.ts';
import { madeAtOf } from '../export/make-file.ts';
import { officeKey } from '../export/office-key.ts';
import { plainPdf } from '../export/plain-pdf.ts';
import { saveWhole } from '../export/whole-file.ts';
import { Refusal } from '../refusal.ts';
import { runInWorker, type WorkerOptions } from '../worker/run-in-worker.ts';
import { checkSubject, gatherMaterial } from './export-material.ts';
import { officeId, readSettings } from './office.ts';
import { reportVersions } from './report-period.ts';
import { dayReport } from './report.ts';

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
    bytes: writeDayFile(report, versions, officeKey(call.store), call.training),
  };
}

/** What the journal says of a saved file. Without its path: a folder may bear a person's name, and the journal is never purged. */
function savedData(material: ExportMaterial, format: FileFormat, sha256: string): DeskEvent['data'] {
  switch (material.kind) {
    case 'day':
      return { format, version: material.report.version, sha256 };
    case 'month':
      return { format, month: material.month.month, sha256 };
    case 'year':
      return { format, year: material.year, sha256 };
    case 'campaign':
      return { format, campaignId: material.progress.campaign.campaignId, sha256 };
    case 'people':
      return { format, masked: material.list.masked, rows: material.list.rows.length, sha256 };
  }
}

function startExport(
  call: DeskCall,
  input: { readonly subject: ExportSubject; readonly folders?: readonly string[] | undefined } & Asked,
) {
  const { subject, format } = input;
  checkFormat(subject, format);
  checkSubject(call, subject);
  const folders = input.folders ?? readSettings(call.store, officeId(call.store)).exportFolders;
  let material: ExportMaterial | undefined;
  return call.exporting.jobs.start({
    subject,
    format,
    folders: folders.filter((folder) => folder !== ''),
    startedAt: call.at,
    nameStart: exportNameStart(format === 'day-file' ? 'day-file' : subject.kind, call.training),
    async make(signal, onProgress) {
      material = await gatherMaterial(call, subject);
      onProgress(10);
      if (material.kind === 'people') recordPeople(call, material, format);
      return fileOf(call, material, input, { signal, onProgress: (done) => onProgress(10 + done * 0.9) });
    },
    saved({ sha256 }) {
      if (material === undefined || material.kind === 'people') return;
      const businessDay = material.kind === 'day' ? material.report.businessDay : null;
      const data = savedData(material, format, sha256);
      call.exporting.record({ name: 'report.saved', businessDay, data });
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
    const saved = await saveWhole(input.folder, fileName, bytes, exportNameStart('day', call.training));
    const data = savedData(material, input.format, saved.sha256);
    call.store.write(() => call.append({ name: 'report.saved', businessDay: input.businessDay, data }));
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
    const { keyId, publicKey } = officeKey(call.store);
    return { keyId, publicKey };
  },
} satisfies Partial<Services>;
