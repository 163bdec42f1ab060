import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { ExportFormat } from '#shared/contract/report.ts';
import { useState } from 'react';
import { downloadFile } from './download-file.ts';

/** What became of one file: a format in one place. */
export type FileState =
  | { readonly state: 'writing' }
  | { readonly state: 'downloaded'; readonly fileName: string }
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'failed'; readonly problem: DeskProblem };

export const FILE_FORMATS = ['xlsx', 'csv', 'json'] as const satisfies readonly ExportFormat[];
export type FileFormat = (typeof FILE_FORMATS)[number];

export type DayFiles = {
  readonly folders: readonly string[];
  readonly states: Readonly<Partial<Record<FileFormat, FileState>>>;
  readonly download: (format: FileFormat) => Promise<void>;
  /** Writes a format into every folder of the settings; stops at the first that takes it not. */
  readonly save: (format: FileFormat) => Promise<void>;
  /** Forgets what became of files that show an older state of the day. */
  readonly forget: () => void;
};

/** The files of one day: fetched into the browser, or written by the desk into the folders of the office. */
export function useDayFiles(day: string): DayFiles {
  const desk = useDesk();
  const language = useLanguage();
  const saving = useDeskCommand('report.save');
  const folders = useDeskQuery('office.show', {}).value?.settings.exportFolders ?? [];
  const [states, setStates] = useState<DayFiles['states']>({});
  const put = (format: FileFormat, state: FileState): void =>
    setStates((former) => ({ ...former, [format]: state }));

  return {
    folders,
    states,
    forget: () => setStates({}),
    async download(format) {
      put(format, { state: 'writing' });
      const reply = await desk.call('report.export', { businessDay: day, format, language });
      if (!reply.ok) return put(format, { state: 'failed', problem: reply.problem });
      downloadFile(reply.value);
      put(format, { state: 'downloaded', fileName: reply.value.fileName });
    },
    async save(format) {
      put(format, { state: 'writing' });
      for (const folder of folders) {
        const reply = await saving.run({ businessDay: day, format, folder, language });
        if (!reply.ok) return put(format, { state: 'failed', problem: reply.problem });
        put(format, { state: 'saved', path: reply.value.path });
      }
    },
  };
}
