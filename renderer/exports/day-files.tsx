import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { SUBJECT_FORMATS, type FileFormat } from '#shared/contract/export-words.ts';
import { useText } from '#renderer/desk/language.ts';
import { ShowInFolder } from '#renderer/frame/pc-folder.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import type { ExportJob } from '#shared/contract/export.ts';
import type { DeskProblemCode } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import {
  IconAlertTriangle,
  IconBraces,
  IconCheck,
  IconChecks,
  IconClock,
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFolderDown,
  IconRefresh,
  IconSignature,
} from '@tabler/icons-react';
import styles from './day-files.module.css';
import { SENT_FORMATS } from './export-jobs.ts';
import type { Exports, FileState } from './use-exports.ts';

const icons = {
  xlsx: IconFileSpreadsheet,
  pdf: IconFileTypePdf,
  'day-file': IconSignature,
  csv: IconFileTypeCsv,
  json: IconBraces,
};
/** What an open day may give already; a signed file and a report speak of a closed one. */
const PROVISIONAL: readonly FileFormat[] = ['xlsx', 'csv', 'json'];

/** The files that go to the receiving level, and what became of each in every folder. */
export function DayFiles({
  exports,
  version,
}: {
  readonly exports: Exports;
  readonly version: number | null;
}) {
  const text = useText();
  const words = text.dayEnd;
  const formats = version === null ? PROVISIONAL : SUBJECT_FORMATS.day;
  return (
    <section className={styles['files']} aria-labelledby="day-files">
      <ColumnHead
        id="day-files"
        title={words.files}
        hint={version === null ? words.provisional : words.frozenFile(version)}
        end={
          exports.folders.length === 0 || version === null ? undefined : (
            <Button
              size="small"
              icon={<IconFolderDown size={16} aria-hidden="true" />}
              onClick={() => void exports.save(SENT_FORMATS)}
            >
              {words.saveAll}
            </Button>
          )
        }
      />
      <FileList exports={exports} formats={formats} names={words.formats} isFinal={version !== null} />
    </section>
  );
}

type FileNames = Readonly<Record<FileFormat, string>>;

/** Every format of one subject: written to the remembered folders or downloaded, and what became of it. */
export function FileList({
  exports,
  formats,
  names,
  isFinal = true,
}: {
  readonly exports: Exports;
  readonly formats: readonly FileFormat[];
  readonly names: FileNames;
  /** False while the figures may still change: such a file is none to send. */
  readonly isFinal?: boolean;
}) {
  const text = useText();
  return (
    <>
      <ProblemNote problem={exports.problem} className={styles['note']} />
      <ul>
        {formats.map((format) => (
          <File key={format} format={format} name={names[format]} exports={exports} isFinal={isFinal} />
        ))}
      </ul>
      {exports.folders.length === 0 ? <p className={styles['hint']}>{text.dayEnd.noFolder}</p> : null}
    </>
  );
}

function File({
  format,
  name,
  exports,
  isFinal,
}: {
  readonly format: FileFormat;
  readonly name: string;
  readonly exports: Exports;
  readonly isFinal: boolean;
}) {
  const words = useText().dayEnd;
  const Icon = icons[format];
  const job = exports.jobs[format];
  const download = exports.downloads[format];
  const kind = words.kinds[format];
  const folders = exports.folders.join(', ');
  const isRunning = job?.state === 'running';
  return (
    <li className={styles['file']}>
      <Icon size={20} stroke={1.75} className={styles['icon']} aria-hidden="true" />
      <p className={styles['name']}>
        {name} <span className={styles['kind']}>{kind}</span>
      </p>
      {exports.folders.length === 0 ? null : (
        <Button
          size="small"
          aria-label={words.saveOf(kind, folders)}
          title={words.saveOf(kind, folders)}
          icon={<IconFolderDown size={16} aria-hidden="true" />}
          isPending={isRunning}
          onClick={() => void exports.save([format])}
        >
          {words.save}
        </Button>
      )}
      <Button
        size="small"
        aria-label={words.downloadOf(kind)}
        title={words.downloadOf(kind)}
        icon={<IconDownload size={16} aria-hidden="true" />}
        isPending={download?.state === 'making'}
        onClick={() => void exports.download(format)}
      >
        {exports.folders.length === 0 ? words.download : ''}
      </Button>
      {download === undefined ? null : (
        <Downloaded state={download} onSent={isFinal ? () => void exports.markSent(format) : undefined} />
      )}
      {job === undefined ? null : <Targets job={job} exports={exports} />}
    </li>
  );
}

/** What became of a file that goes to the browser. */
export function Downloaded({
  state,
  onSent,
}: {
  readonly state: FileState;
  /** For what the level above waits for: says that the file was sent. */
  readonly onSent?: (() => void) | undefined;
}) {
  const text = useText();
  const words = text.dayEnd;
  switch (state.state) {
    case 'making':
      return (
        <p className={styles['writing']} role="status">
          <IconRefresh size={16} aria-hidden="true" /> {words.making}
        </p>
      );
    case 'downloaded':
      return (
        <p className={styles['good']} role="status" title={state.fileName}>
          <IconCheck size={16} aria-hidden="true" />
          <span>
            {onSent === undefined ? words.fetched(state.fileName) : words.downloaded(state.fileName)}
          </span>
          {onSent === undefined ? null : (
            <Button size="small" onClick={onSent}>
              {words.markSent}
            </Button>
          )}
        </p>
      );
    case 'sent':
      return (
        <p className={styles['good']} role="status" title={state.fileName}>
          <IconChecks size={16} aria-hidden="true" /> {words.sentByHand(state.fileName)}
        </p>
      );
    case 'failed':
      return (
        <p className={styles['bad']} role="alert">
          <IconAlertTriangle size={16} aria-hidden="true" /> {problemText(state.problem, text)}
        </p>
      );
  }
}

const TARGET_ICONS = {
  waiting: IconClock,
  writing: IconRefresh,
  written: IconCheck,
  verified: IconChecks,
  failed: IconAlertTriangle,
};

/** Each folder on its own: waiting, being written, written, read back and equal, failed and why. */
function Targets({ job, exports }: { readonly job: ExportJob; readonly exports: Exports }) {
  const text = useText();
  const words = text.dayEnd;
  return (
    <div className={styles['targets']} role="status">
      {job.state === 'running' && job.progress < 100 ? (
        <p className={styles['writing']}>
          <IconRefresh size={16} aria-hidden="true" /> {words.makingPercent(job.progress)}
        </p>
      ) : null}
      {job.problem === null ? null : (
        <p className={styles['bad']}>
          <IconAlertTriangle size={16} aria-hidden="true" /> {problemText(job.problem, text)}
        </p>
      )}
      {job.targets.map((target) => {
        const Icon = TARGET_ICONS[target.state];
        const tone = target.state === 'verified' ? 'good' : target.state === 'failed' ? 'bad' : 'writing';
        return (
          <p key={target.folder} className={styles[tone]} title={target.file ?? target.folder}>
            <Icon size={16} aria-hidden="true" />
            <span>
              {words.target[target.state]}: {target.folder}
              {target.problem === null ? null : `. ${folderProblem(target.problem, text)}`}
              {target.tries > 1 ? ` ${words.tries(target.tries)}` : ''}
            </span>
            {target.file === null ? null : <ShowInFolder path={target.file} />}
          </p>
        );
      })}
      <span className={styles['acts']}>
        {job.state === 'failed' ? (
          <Button size="small" onClick={() => void exports.retry(job.exportId)}>
            {text.common.retry}
          </Button>
        ) : null}
        {job.state === 'running' ? (
          <Button size="small" variant="quiet" onClick={() => void exports.cancel(job.exportId)}>
            {words.cancelExport}
          </Button>
        ) : null}
        {job.state === 'cancelled' ? words.cancelled : ''}
      </span>
    </div>
  );
}

/** In few words, beside the folder. */
function folderProblem(code: string, text: Catalogue): string {
  return text.dayEnd.exportProblem[code as DeskProblemCode] ?? text.dayEnd.exportFailed;
}
