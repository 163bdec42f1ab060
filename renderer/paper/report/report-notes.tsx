import type { Catalogue } from '#shared/text/vi.ts';
import styles from './report.module.css';

type NotesProps = {
  readonly text: Catalogue;
  readonly difficulties: readonly string[];
  readonly proposals: readonly string[];
};

/** What the officers wrote: difficulties and proposals apart, a paragraph for each line. */
export function Notes({ text: { report }, ...notes }: NotesProps) {
  return (
    <div className={styles['lines']}>
      {(['difficulties', 'proposals'] as const).map((part) => (
        <div key={part}>
          <b>{report.column[part]}:</b>
          {notes[part].length === 0 ? ` ${report.none}` : null}
          {notes[part].map((line, index) => (
            <p key={`${index} ${line}`}>- {line}</p>
          ))}
        </div>
      ))}
    </div>
  );
}

export function linesOf(written: string): string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
