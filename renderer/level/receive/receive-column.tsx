import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { Note } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import { formatNumber, formatTime } from '#shared/text/format.ts';
import { IconFileDownload } from '@tabler/icons-react';
import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { looksLikeDayFile } from './dropped-files.ts';
import { Lines, LedgerLines } from './received-lines.tsx';
import { isTrouble } from './received-words.ts';
import styles from './receive.module.css';
import { receiveFiles, sendAgain, stopReceiving, useReceiving, type Line } from './receiving.ts';
import { TroubleCard } from './trouble-card.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

type ReceiveColumnProps = {
  readonly ref: Ref<{ choose: () => void }>;
  readonly businessDay: string;
  /** Stands at the bottom. */
  readonly children: ReactNode;
};

/** The left column: where files are dropped, what became of each, and what came before. */
export function ReceiveColumn({ ref, businessDay, children }: ReceiveColumnProps) {
  const words = useLevelWords().levelReceive;
  const desk = useDesk();
  const { lines, all, isEmpty } = useReceiving();
  const isOver = useDroppedFiles((files) => receiveFiles(desk, files));
  const watched = useLevelQuery('level.state', {}).value?.watched;
  return (
    <section className={join(shared['queueColumn'], isOver && styles['isOver'])} aria-label={words.title}>
      <ColumnHead title={words.title} hint={words.hint} />
      <div className={styles['scroll']}>
        <DropZone ref={ref} isOver={isOver} />
        {watched?.trouble == null ? null : (
          <Note tone="warn" className={styles['note']} announce>
            {words.folderTrouble[watched.trouble](watched.folder)}
          </Note>
        )}
        {isEmpty ? (
          <Note tone="warn" className={styles['note']} announce>
            {words.empty}
          </Note>
        ) : null}
        <Progress />
        <TroubleCard />
        <Lines lines={lines} />
        <Earlier businessDay={businessDay} hasBatch={all > 0} />
      </div>
      {children}
    </section>
  );
}

function DropZone({ ref, isOver }: { readonly ref: ReceiveColumnProps['ref']; readonly isOver: boolean }) {
  const words = useLevelWords().levelReceive;
  const desk = useDesk();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ choose: () => files.current?.click() }), []);
  const take = (input: HTMLInputElement, only: (name: string) => boolean) => {
    const chosen = [...(input.files ?? [])].filter(({ name }) => only(name));
    input.value = '';
    receiveFiles(desk, chosen);
  };
  return (
    <div className={styles['zone']}>
      <IconFileDownload size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <strong>{isOver ? words.dropHere : words.dropTitle}</strong>
        <p>
          {words.or}{' '}
          <button type="button" className={shared['textButton']} onClick={() => files.current?.click()}>
            {words.choose}
          </button>{' '}
          <Keycap>F2</Keycap>,{' '}
          <button type="button" className={shared['textButton']} onClick={() => folder.current?.click()}>
            {words.chooseFolder}
          </button>
        </p>
        <p>{words.dropHint}</p>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => take(event.currentTarget, () => true)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={words.chooseFolder}
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget, looksLikeDayFile)}
      />
    </div>
  );
}

/** The head of the latest drop: a bar while files come in, then how many went where. */
function Progress() {
  const { levelReceive: words } = useLevelWords();
  const language = useLanguage();
  const desk = useDesk();
  const { lines, all, done, at, isCut } = useReceiving();
  if (at === null) return null;
  const count = (value: number) => formatNumber(value, language);
  const tally = tallyOf(lines);
  const parts = (['in', 'already', 'older', 'refused', 'failed'] as const)
    .filter((part) => tally[part] > 0)
    .map((part) => words.tally[part](count(tally[part])))
    .join(', ');
  return (
    <>
      <SectionHead title={words.batch(formatTime(at))} hint={words.files(count(all))} end={parts} />
      {done < all ? (
        <div className={styles['progress']}>
          <progress max={all} value={done} aria-label={words.progress(count(done), count(all))} />
          <span role="status">{words.progress(count(done), count(all))}</span>
          <Button size="small" onClick={stopReceiving}>
            {words.stop}
          </Button>
          {isCut ? (
            <Note tone="warn" className={styles['cut']} announce>
              {words.cut}
            </Note>
          ) : null}
        </div>
      ) : tally.failed === 0 ? null : (
        <div className={styles['progress']}>
          <Button size="small" onClick={() => sendAgain(desk)}>
            {words.again}
          </Button>
        </div>
      )}
    </>
  );
}

/** How many lines of the book are shown below what was dropped now. */
const EARLIER = 60;

function Earlier({ businessDay, hasBatch }: { readonly businessDay: string; readonly hasBatch: boolean }) {
  const words = useLevelWords().levelReceive;
  const language = useLanguage();
  const list = useLevelQuery('file.list', { businessDay, limit: EARLIER }, { keepFormer: true }).value;
  if (list === undefined) return null;
  if (list.length === 0) return hasBatch ? null : <p className={styles['none']}>{words.none}</p>;
  return (
    <>
      <SectionHead
        title={hasBatch ? words.earlier : words.latest}
        count={formatNumber(list.length, language)}
      />
      <LedgerLines lines={list} />
    </>
  );
}

type Tally = Readonly<Record<'in' | 'already' | 'older' | 'refused' | 'failed', number>>;

/** How many of the dropped files count now, were here already, are of an older version, want somebody's hand, or did not arrive. */
function tallyOf(lines: readonly Line[]): Tally {
  const tally = { in: 0, already: 0, older: 0, refused: 0, failed: 0 };
  for (const line of lines) {
    if (line.state === 'failed') tally.failed += 1;
    else if (isTrouble(line.received.status)) tally.refused += 1;
    else if (line.received.status === 'already') tally.already += 1;
    else if (line.received.status === 'older') tally.older += 1;
    else tally.in += 1;
  }
  return tally;
}
