import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import {
  IconAlertTriangle,
  IconBraces,
  IconChecks,
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFolderDown,
  IconRefresh,
} from '@tabler/icons-react';
import styles from './day-files.module.css';
import { FILE_FORMATS, type DayFiles as Files, type FileFormat, type FileState } from './use-day-files.ts';

const icons = { xlsx: IconFileSpreadsheet, csv: IconFileTypeCsv, json: IconBraces };

/** The files that go to the receiving level, and what became of each. */
export function DayFiles({ files, version }: { readonly files: Files; readonly version: number | null }) {
  const text = useText().dayEnd;
  return (
    <div className={styles['files']}>
      <ColumnHead
        className={styles['head']}
        title={text.files}
        hint={version === null ? text.provisional : text.frozenFile(version)}
      />
      <ul>
        {FILE_FORMATS.map((format) => (
          <File key={format} format={format} files={files} />
        ))}
      </ul>
      {files.folders.length === 0 ? <p className={styles['hint']}>{text.noFolder}</p> : null}
    </div>
  );
}

function File({ format, files }: { readonly format: FileFormat; readonly files: Files }) {
  const text = useText().dayEnd;
  const Icon = icons[format];
  const state = files.states[format];
  const name = text.formats[format];
  const folder = files.folders.join(', ');
  return (
    <li className={styles['file']}>
      <Icon size={20} stroke={1.75} className={styles['icon']} aria-hidden="true" />
      <p className={styles['name']}>
        {name} <span className={styles['kind']}>{format.toUpperCase()}</span>
      </p>
      {files.folders.length === 0 ? null : (
        <Button
          size="small"
          aria-label={text.saveOf(format.toUpperCase(), folder)}
          title={text.saveOf(format.toUpperCase(), folder)}
          icon={<IconFolderDown size={16} aria-hidden="true" />}
          isPending={state?.state === 'writing'}
          onClick={() => void files.save(format)}
        >
          {text.save}
        </Button>
      )}
      <Button
        size="small"
        aria-label={text.downloadOf(format.toUpperCase())}
        title={text.downloadOf(format.toUpperCase())}
        icon={<IconDownload size={16} aria-hidden="true" />}
        isPending={state?.state === 'writing'}
        onClick={() => void files.download(format)}
      >
        {files.folders.length === 0 ? text.download : ''}
      </Button>
      {state === undefined ? null : <Outcome state={state} />}
    </li>
  );
}

function Outcome({ state }: { readonly state: FileState }) {
  const text = useText();
  switch (state.state) {
    case 'writing':
      return (
        <p className={styles['writing']} role="status">
          <IconRefresh size={16} aria-hidden="true" /> {text.dayEnd.saving}
        </p>
      );
    case 'downloaded':
      return (
        <p className={styles['good']} role="status" title={state.fileName}>
          <IconChecks size={16} aria-hidden="true" /> {text.dayEnd.downloaded(state.fileName)}
        </p>
      );
    case 'saved':
      return (
        <p className={styles['good']} role="status" title={state.path}>
          <IconChecks size={16} aria-hidden="true" /> {text.dayEnd.savedTo(state.path)}
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
