import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import type { LevelInput } from '#shared/contract/level.ts';
import type { OfficeLine } from '#shared/contract/level-shapes.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLevel, useLevelCommand } from '../client/level-client.ts';
import { saveFile } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import { OfficeLines } from './office-lines.tsx';
import styles from './offices.module.css';

type Handed = LevelInput<'office.review'>;
type ManyOfficesProps = {
  /** Was dropped on the page. */
  readonly file: File | null;
  readonly onClose: () => void;
};

/** A whole table of offices, pasted or as a file: looked at line by line, then written at once. */
export function ManyOffices({ file, onClose }: ManyOfficesProps) {
  const text = useText();
  const words = useLevelWords().levelOffices.many;
  const language = useLanguage();
  const level = useLevel();
  const { run: apply, isPending, problem: unapplied } = useLevelCommand('office.apply');
  const [handed, setHanded] = useState<Handed | null>(null);
  const [review, setReview] = useState<readonly OfficeLine[] | null>(null);
  const [isDone, setDone] = useState(false);
  const [unread, setUnread] = useState<DeskProblem>();
  const read = async (fileName: string, bytes: Uint8Array) => {
    const table = { fileName: fileName.slice(0, 255), base64: base64Of(bytes) };
    setUnread(undefined);
    setHanded(table);
    const reply = await level.call('office.review', table);
    if (reply.ok) setReview(reply.value);
    else {
      setHanded(null);
      setUnread(reply.problem);
    }
  };
  const readFile = async (chosen: File) => {
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) setUnread({ code: 'unreachable' });
    else await read(chosen.name, new Uint8Array(bytes));
  };
  const readPasted = (pasted: string) => {
    if (pasted.trim() !== '') void read('bang.csv', new TextEncoder().encode(pasted));
  };
  const readDropped = useEffectEvent(() => {
    if (file !== null) void readFile(file);
  });
  useEffect(() => readDropped(), [file]);
  const saveTable = async () => {
    const reply = await level.call('office.table', { language });
    if (reply.ok) saveFile(reply.value);
    else sayInBar(problemText(reply.problem, text), true);
  };
  const startAgain = () => {
    setHanded(null);
    setReview(null);
    setDone(false);
  };
  const run = async () => {
    if (handed === null) return;
    const reply = await apply(handed);
    if (!reply.ok) return;
    setReview(reply.value);
    setDone(true);
  };
  const count = formatNumber(
    review?.filter(({ state }) => state === 'new' || state === 'changed').length ?? 0,
    language,
  );
  const problem = unread ?? unapplied;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      width={960}
      closeLabel={text.common.close}
      footer={
        review === null ? undefined : (
          <>
            <Button onClick={startAgain}>{words.again}</Button>
            {isDone ? (
              <Button key="done" variant="primary" size="big" onClick={onClose} autoFocus>
                {words.done}
              </Button>
            ) : (
              <Button
                key="run"
                variant="primary"
                size="big"
                isPending={isPending}
                autoFocus
                disabledReason={count === '0' ? words.nothing : undefined}
                onClick={() => void run()}
              >
                {words.run(count)}
              </Button>
            )}
          </>
        )
      }
    >
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problemText(problem, text)}
        </Note>
      )}
      {isDone ? (
        <Note tone="good" announce>
          {words.written(count)}
        </Note>
      ) : null}
      {review !== null ? (
        <OfficeLines lines={review} isDone={isDone} />
      ) : handed !== null ? (
        <p role="status">{words.reading}</p>
      ) : (
        <div className={styles['many']}>
          <p>{words.lead}</p>
          <TextArea
            label={words.paste}
            value=""
            rows={9}
            hint={words.example}
            data-autofocus
            // Pasted: a line that somebody types is read when it is left.
            onType={(typed) => {
              if (/[\t\n]/.test(typed)) readPasted(typed);
            }}
            onCommit={readPasted}
          />
          <div className={styles['ways']}>
            <FileButton
              label={words.file}
              accept=".xlsx,.csv,.tsv,.txt"
              onFile={(chosen) => void readFile(chosen)}
            />
            <Button size="small" onClick={() => void saveTable()}>
              {words.template}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
