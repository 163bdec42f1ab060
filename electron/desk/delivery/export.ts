import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SUBJECT_FORMATS, type FileFormat } from '#shared/contract/export-words.ts';
import { namesPeople, type ExportSubject } from '#shared/contract/export.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { Language } from '#shared/domain/language.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { writeDayFile } from '../../books/day-file.ts';
import { MEDIA_TYPES, type ExportFile, type ExportMaterial } from '../../books/export-material.ts';
import { exportFileName, subjectOf } from '../../books/subject.ts';
import type { Exporting } from './exporting.ts';
import { renewSigningKey } from './signing-key.ts';
import { saveWhole, type SavedFile } from '../whole-file.ts';
import { Refusal } from '../refusal.ts';
import { runInWorker, type WorkerOptions } from '../worker/run-in-worker.ts';
import { checkSubject, gatherMaterial } from './gather-material.ts';
import { checkPeople, peopleList } from './people-list.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import { reportVersions } from '../day/report-period.ts';
import { dayReport } from '../day/report.ts';

const dates = /\/(CreationDate|ModDate) \(D:(\d{14})([+-]\d{2}'\d{2}'|Z?)\)/g;
const fileId = /\/ID ?\[ ?<([0-9A-Fa-f]*)> ?<([0-9A-Fa-f]*)> ?\]/g;

/**
 * A PDF without the moment at which it was drawn: its dates become that of the figures and its file identity zeros, each in as
 * many bytes as before, so that the table of offsets stays true. `at` is an instant in UTC text.
 */
function plainPdf(pdf: Uint8Array, at: string): Buffer {
  const moment = at.replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0');
  // Latin-1 keeps every byte as one letter.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Buffer.from(
    text
      .replaceAll(dates, (_all, name: string, _digits, zone: string) => {
        const utc = zone.length > 1 ? "+00'00'" : zone;
        return `/${name} (D:${moment}${utc})`;
      })
      .replaceAll(fileId, (all) =>
        all.replaceAll(/<[0-9A-Fa-f]*>/g, (id) => `<${'0'.repeat(id.length - 2)}>`),
      ),
    'latin1',
  );
}

type Asked = { readonly format: FileFormat; readonly language?: Language | undefined };

function checkFormat(subject: ExportSubject, format: FileFormat): void {
  const formats: readonly FileFormat[] = SUBJECT_FORMATS[subject.kind];
  if (formats.includes(format)) return;
  throw notAvailable();
}

async function fileOf(
  exporting: Exporting,
  call: QueryCall,
  material: ExportMaterial,
  { format, language = 'vi' }: Asked,
  options: WorkerOptions = {},
): Promise<ExportFile> {
  const { training, at } = call;
  switch (format) {
    case 'pdf':
      return pdfOf(exporting, call, material, language, options);
    case 'day-file':
      return dayFileOf(exporting, call, material);
    default:
      return runInWorker('make-file', { material, format, options: { language, training, at } }, options);
  }
}

async function pdfOf(
  exporting: Exporting,
  call: QueryCall,
  material: ExportMaterial,
  language: Language,
  { signal = exporting.closing }: WorkerOptions,
): Promise<ExportFile> {
  const { printer } = exporting;
  if (printer === undefined) throw new Refusal({ code: 'pdf-not-made', reason: 'no-browser' });
  const { training, at } = call;
  const subject = subjectOf(material);
  if (subject.page === null) throw notAvailable();
  const drawn = await printer({ subject: subject.page, language, training }, signal);
  if (drawn.trouble !== null) throw new Refusal({ code: 'pdf-not-made', reason: drawn.trouble });
  return {
    fileName: exportFileName(subject, 'pdf', language, training),
    mediaType: MEDIA_TYPES.pdf,
    bytes: plainPdf(drawn.bytes, subject.madeAt(at)),
  };
}

function notAvailable(): Refusal {
  return new Refusal({ code: 'invalid-input', path: 'format', reason: 'not-available' });
}

function dayFileOf(exporting: Exporting, call: QueryCall, material: ExportMaterial): ExportFile {
  if (material.kind !== 'day' || material.report.version === null) throw notAvailable();
  const { report } = material;
  const versions = reportVersions(call, report.businessDay);
  return {
    fileName: exportFileName(subjectOf(material), 'day-file', 'vi', call.training),
    mediaType: MEDIA_TYPES['day-file'],
    bytes: writeDayFile(report, versions, exporting.signingKey(), call.training),
  };
}

/**
 * Journals that a file lies in a folder, read back and equal. The folder is named by its place among the remembered ones, `target`
 * of `folders` in number: its path may bear a person's name, and the journal is never purged. Without a folder it was downloaded
 * and sent by hand.
 */
function recordSaved(
  exporting: Exporting,
  call: QueryCall,
  material: ExportMaterial,
  format: FileFormat,
  folder: string | null,
  { sha256 }: Pick<SavedFile, 'sha256'>,
): void {
  const told = subjectOf(material).saved;
  if (told === null) return;
  const remembered = readSettings(call.store, officeId(call.store)).exportFolders;
  const place = folder === null ? -1 : remembered.findIndex((one) => resolve(one) === resolve(folder));
  const businessDay = material.kind === 'day' ? material.report.businessDay : null;
  const data = {
    format,
    ...told,
    sha256,
    target: place < 0 ? null : place,
    folders: remembered.length,
    ...(folder === null ? { downloaded: true as const } : {}),
  };
  exporting.record({ name: 'report.saved', businessDay, data }, call.caller);
}

/** The remembered folders may be shares of the level above: a list of people goes only where somebody names the folder. */
function usualFolders(call: QueryCall, subject: ExportSubject): readonly string[] {
  return namesPeople(subject) ? [] : readSettings(call.store, officeId(call.store)).exportFolders;
}

function startExport(
  exporting: Exporting,
  call: QueryCall,
  input: { readonly subject: ExportSubject; readonly folders?: readonly string[] | undefined } & Asked,
) {
  const { subject, format } = input;
  checkFormat(subject, format);
  checkSubject(call, subject);
  const folders = input.folders ?? usualFolders(call, subject);
  let material: ExportMaterial | undefined;
  return exporting.jobs.start({
    subject,
    format,
    folders: folders.filter((folder) => folder !== ''),
    startedAt: call.at,
    async make(signal, onProgress) {
      material = await gatherMaterial(call, subject);
      onProgress(10);
      recordPeople(exporting, call, material, format);
      return fileOf(exporting, call, material, input, {
        signal,
        onProgress: (done) => onProgress(10 + done * 0.9),
      });
    },
    saved(file, folder) {
      if (material !== undefined) recordSaved(exporting, call, material, format, folder, file);
    },
    sent(sha256, by) {
      const told = { ...call, caller: { ...call.caller, ...by } };
      if (material !== undefined) recordSaved(exporting, told, material, format, null, { sha256 });
    },
  });
}

/** Journalled before anybody gets the list: a list that cannot be logged is not made. */
function recordPeople(
  exporting: Exporting,
  call: QueryCall,
  material: ExportMaterial,
  format: FileFormat,
): void {
  if (material.kind !== 'people' && material.kind !== 'roster') return;
  const { masked, rows } = material.list;
  const told = { format, masked, rows: rows.length };
  const [businessDay, data] =
    material.kind === 'roster'
      ? [null, { ...told, rosterId: material.list.rosterId }]
      : material.list.from === material.list.to
        ? [material.list.to, told]
        : [null, { ...told, firstDay: material.list.from, lastDay: material.list.to }];
  exporting.record({ name: 'report.people-exported', businessDay, data }, call.caller);
}

function ofDay(call: QueryCall, businessDay: string): { kind: 'day'; report: DayReport } {
  return { kind: 'day', report: dayReport(call, businessDay) };
}

function base64Of({ bytes }: ExportFile): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** A file that only tries whether a folder takes one. */
const TRIAL = 'quay-tiep-dan-thu.txt';

/** The services of files: what is written outside of the store, and the jobs that write it. */
export function exportServices(exporting: Exporting) {
  return {
    async 'report.export'(call, input) {
      const file = await fileOf(exporting, call, ofDay(call, input.businessDay), input);
      return { fileName: file.fileName, mediaType: file.mediaType, base64: base64Of(file) };
    },
    async 'report.save'(call, input) {
      const material = ofDay(call, input.businessDay);
      const { fileName, bytes } = await fileOf(exporting, call, material, input);
      const saved = await saveWhole(input.folder, fileName, bytes);
      recordSaved(exporting, call, material, input.format, input.folder, saved);
      return saved;
    },
    async 'report.cases'(call, input) {
      checkPeople(call, input);
      const { rows } = await peopleList(call, input);
      return rows.map(({ procedure: _procedure, outcome: _outcome, activated: _activated, ...row }) => row);
    },
    'export.start': (call, input) => startExport(exporting, call, input),
    'export.list': () => exporting.jobs.list(),
    'export.cancel': (_call, input) => exporting.jobs.cancel(input.exportId),
    'export.retry': (_call, input) => exporting.jobs.retry(input.exportId),
    'export.fetch'(_call, input) {
      const file = exporting.jobs.file(input.exportId);
      return { fileName: file.fileName, mediaType: file.mediaType, base64: base64Of(file) };
    },
    async 'export.sent'({ caller }, { exportId }) {
      return exporting.jobs.sent(exportId, caller);
    },
    async 'export.try-folder'(_call, { folder }) {
      const { path } = await saveWhole(folder, TRIAL, Buffer.from('?'));
      await rm(path, { force: true });
      return { folder };
    },
    'export.key'() {
      const { keyId, publicKey } = exporting.signingKey();
      return { keyId, publicKey };
    },
    'export.renew-key'(call, { reason: why }) {
      officeId(call.store);
      const { key, before } = renewSigningKey(call.store);
      const { keyId, publicKey } = key;
      call.append({ name: 'report.key-renewed', data: { keyId, before, why } });
      return { keyId, publicKey };
    },
  } satisfies Partial<Services>;
}
