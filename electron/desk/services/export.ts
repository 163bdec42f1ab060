import type { DeskCall, Services } from '../desk-call.ts';
import { exportDay, type ExportFile } from '../export/day-export.ts';
import { exportNameStart } from '../export/file-name.ts';
import { saveWhole } from '../export/whole-file.ts';
import { dayReport } from './report.ts';
import type { DayReport, ExportFormat } from '#shared/contract/report.ts';
import type { Language } from '#shared/text/catalogue.ts';

type Asked = { readonly format: ExportFormat; readonly language?: Language | undefined };

function exported(
  call: DeskCall,
  report: DayReport,
  { format, language = 'vi' }: Asked,
): Promise<ExportFile> {
  return exportDay(report, format, { language, training: call.training, at: call.at });
}

export const exportServices = {
  async 'report.export'(call, input) {
    const { fileName, mediaType, bytes } = await exported(call, dayReport(call, input.businessDay), input);
    return { fileName, mediaType, base64: bytes.toString('base64') };
  },
  async 'report.save'(call, input) {
    const report = dayReport(call, input.businessDay);
    const { fileName, bytes } = await exported(call, report, input);
    const saved = await saveWhole(input.folder, fileName, bytes, exportNameStart(call.training));
    // Without the path: a folder may bear a person's name, and the journal is never purged.
    const data = { format: input.format, version: report.version, sha256: saved.sha256 };
    call.store.write(() => call.append({ name: 'report.saved', businessDay: input.businessDay, data }));
    return saved;
  },
} satisfies Partial<Services>;
