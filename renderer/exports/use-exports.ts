import type { FileFormat } from '#shared/contract/export-words.ts';
import { bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { handOver } from '#renderer/ui/hand-over.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { useEffect, useState } from 'react';
import { jobsOf, subjectKey } from './export-jobs.ts';
import type { Output } from '#shared/contract/desk-contract.ts';

/** How often the desk is asked while files are being made. */
const ASK_MS = 400;

export type FileState =
  | { readonly state: 'making' }
  | { readonly state: 'downloaded'; readonly fileName: string; readonly exportId: string }
  /** Downloaded, and sent by the word of the officer. */
  | { readonly state: 'sent'; readonly fileName: string }
  | { readonly state: 'failed'; readonly problem: DeskProblem };

export type Exports = {
  readonly folders: readonly string[];
  /** The latest export of each format of this subject into folders. */
  readonly jobs: Readonly<Partial<Record<FileFormat, ExportJob>>>;
  readonly downloads: Readonly<Partial<Record<FileFormat, FileState>>>;
  readonly problem: DeskProblem | undefined;
  /** Makes the formats and writes them to every remembered folder. */
  readonly save: (formats: readonly FileFormat[], of?: ExportSubject) => Promise<void>;
  readonly download: (format: FileFormat) => Promise<void>;
  /** Says that the file downloaded last was sent. */
  readonly markSent: (format: FileFormat) => Promise<void>;
  readonly retry: (exportId: string) => Promise<void>;
  readonly cancel: (exportId: string) => Promise<void>;
};

/** The files of one subject: made beside the desk's own work, with a state for every folder. */
export function useExports(subject: ExportSubject): Exports {
  const desk = useDesk();
  const language = useLanguage();
  const folders = useDeskQuery('office.show', {}).value?.settings.exportFolders ?? [];
  const list = useDeskQuery('export.list', {});
  const start = useDeskCommand('export.start');
  const retry = useDeskCommand('export.retry');
  const cancel = useDeskCommand('export.cancel');
  const sent = useDeskCommand('export.sent');
  const [downloads, setDownloads] = useState<{ readonly of: string; readonly files: Exports['downloads'] }>({
    of: '',
    files: {},
  });
  const key = subjectKey(subject);
  const all = list.value ?? [];
  const isRunning = all.some((job) => job.state === 'running');
  const { refetch } = list;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(refetch, ASK_MS);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  const put = (format: FileFormat, state: FileState) =>
    setDownloads((former) => ({
      of: key,
      files: { ...(former.of === key ? former.files : {}), [format]: state },
    }));
  const order = (format: FileFormat, into: readonly string[], of = subject) => ({
    subject: of,
    format,
    language,
    folders: [...into],
  });

  /** Waits for a file that goes to no folder, then hands it to the browser. */
  const fetchWhenMade = async (exportId: string): Promise<FileState> => {
    for (;;) {
      const jobs = await desk.call('export.list', {});
      if (!jobs.ok) return { state: 'failed', problem: jobs.problem };
      const job = jobs.value.find((one) => one.exportId === exportId);
      if (job === undefined || job.state === 'failed' || job.state === 'cancelled')
        return { state: 'failed', problem: job?.problem ?? { code: 'unknown-export' } };
      if (job.state === 'done') break;
      await new Promise((next) => setTimeout(next, ASK_MS / 2));
    }
    const file = await desk.call('export.fetch', { exportId });
    if (!file.ok) return { state: 'failed', problem: file.problem };
    downloadFile(file.value);
    return { state: 'downloaded', fileName: file.value.fileName, exportId };
  };

  return {
    folders,
    jobs: jobsOf(all, subject),
    downloads: downloads.of === key ? downloads.files : {},
    problem: start.problem ?? retry.problem ?? cancel.problem ?? sent.problem ?? list.problem,
    async save(formats, of) {
      for (const format of formats) {
        const reply = await start.run(order(format, folders, of));
        if (!reply.ok) break;
      }
      refetch();
    },
    async download(format) {
      put(format, { state: 'making' });
      const reply = await start.run(order(format, []));
      put(
        format,
        reply.ok ? await fetchWhenMade(reply.value.exportId) : { state: 'failed', problem: reply.problem },
      );
    },
    async markSent(format) {
      const file = downloads.files[format];
      if (file?.state !== 'downloaded') return;
      const reply = await sent.run({ exportId: file.exportId });
      if (reply.ok) put(format, { state: 'sent', fileName: file.fileName });
    },
    async retry(exportId) {
      await retry.run({ exportId });
      refetch();
    },
    async cancel(exportId) {
      await cancel.run({ exportId });
      refetch();
    },
  };
}

function downloadFile({ fileName, mediaType, base64 }: Output<'report.export'>): void {
  handOver(new Blob([bytesOfBase64(base64) ?? ''], { type: mediaType }), fileName);
}
