import { useLanguage, useText } from '#renderer/desk/language.ts';
import { sendCommand } from '#renderer/desk/send-command.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import { TextArea } from '#renderer/ui/text-area.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useMemo, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { useLevelWords } from '../client/words.ts';
import { readOfficeTable, reviewOffices, type ReviewedOffice } from './office-table.ts';
import styles from './offices.module.css';

const PAUSES_MS = [250, 1000, 3000];
/** Lines that are shown of a review; those to be mended stand first. */
const SHOWN = 300;

/** By the line of the table: `done`, or the sentence of a refusal. */
type Results = ReadonlyMap<number, string>;

type ManyOfficesProps = { readonly offices: readonly LevelOffice[]; readonly onClose: () => void };

/** A whole table of offices: pasted, looked at line by line, then registered. */
export function ManyOffices({ offices, onClose }: ManyOfficesProps) {
  const text = useText();
  const words = useLevelWords().levelOffices.many;
  const language = useLanguage();
  const desk = useDesk();
  const [review, setReview] = useState<readonly ReviewedOffice[] | null>(null);
  const [results, setResults] = useState<Results>(new Map());
  const [isRunning, setRunning] = useState(false);
  const isOver = useRef(false);
  const count = (value: number) => formatNumber(value, language);
  const read = (pasted: string) => {
    if (pasted.trim() === '') return;
    const known = new Set(offices.map(({ code }) => code));
    void reviewOffices(readOfficeTable(pasted), known).then(setReview);
  };
  const ready =
    review?.filter(({ verdict, line }) => verdict === 'ready' && results.get(line) !== 'done') ?? [];
  const done = [...results.values()].filter((result) => result === 'done').length;
  const run = async () => {
    setRunning(true);
    for (const { line, verdict: _verdict, ...office } of ready) {
      if (isOver.current) break;
      const reply = await sendCommand(desk, 'office.register' as never, office as never, v4(), PAUSES_MS);
      setResults((before) => new Map(before).set(line, reply.ok ? 'done' : problemText(reply.problem, text)));
    }
    setRunning(false);
  };
  const close = () => {
    isOver.current = true;
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={close}
      title={words.title}
      width={960}
      closeLabel={text.common.close}
      footer={
        review === null ? undefined : (
          <>
            <Button
              onClick={() => {
                setReview(null);
                setResults(new Map());
              }}
            >
              {words.again}
            </Button>
            {ready.length === 0 && done > 0 ? (
              <Button variant="primary" size="big" onClick={close} autoFocus>
                {words.done}
              </Button>
            ) : (
              <Button
                variant="primary"
                size="big"
                isPending={isRunning}
                autoFocus
                disabledReason={ready.length === 0 ? words.nothing : undefined}
                onClick={() => void run()}
              >
                {isRunning
                  ? words.progress(count(done), count(done + ready.length))
                  : words.run(count(ready.length))}
              </Button>
            )}
          </>
        )
      }
    >
      {review === null ? (
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
              if (/[\t\n]/.test(typed)) read(typed);
            }}
            onCommit={read}
          />
          <FileButton
            label={words.file}
            accept=".csv,.tsv,.txt"
            onFile={(file) => void file.text().then(read)}
          />
        </div>
      ) : (
        <Review review={review} results={results} />
      )}
    </Dialog>
  );
}

function Review({
  review,
  results,
}: {
  readonly review: readonly ReviewedOffice[];
  readonly results: Results;
}) {
  const words = useLevelWords().levelOffices;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const done = [...results.values()].filter((result) => result === 'done').length;
  const number = (fits: (office: ReviewedOffice) => boolean) => review.filter(fits).length;
  const ready = number(({ verdict }) => verdict === 'ready') - done;
  const known = number(({ verdict }) => verdict === 'known');
  const wrong = review.length - ready - done - known;
  const isWrong = ({ verdict, line }: ReviewedOffice): number =>
    (verdict !== 'ready' && verdict !== 'known') || (results.get(line) ?? 'done') !== 'done' ? 0 : 1;
  const ordered = useMemo(
    () => review.toSorted((a, b) => isWrong(a) - isWrong(b)).slice(0, SHOWN),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `isWrong` reads these two
    [review, results],
  );
  return (
    <div className={shared['tableReview']}>
      <div className={shared['tableCounts']} role="status">
        {done > 0 ? <Chip tone="good">{words.many.counts.done(count(done))}</Chip> : null}
        {ready > 0 ? <Chip tone="good">{words.many.counts.ready(count(ready))}</Chip> : null}
        {known > 0 ? <Chip>{words.many.counts.known(count(known))}</Chip> : null}
        {wrong > 0 ? <Chip tone="bad">{words.many.counts.wrong(count(wrong))}</Chip> : null}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={shared['tableLines']} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[
                words.many.line,
                words.column.code,
                words.column.name,
                words.column.group,
                words.column.telephone,
                words.many.result,
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map((office) => {
              const result = results.get(office.line);
              const said =
                result === undefined
                  ? words.many.verdict[office.verdict]
                  : result === 'done'
                    ? words.register.save
                    : result;
              return (
                <tr key={office.line}>
                  <td>
                    <NumberText>{office.line}</NumberText>
                  </td>
                  <td>
                    <NumberText>{office.code}</NumberText>
                  </td>
                  <th scope="row">{office.name}</th>
                  <td>{office.group}</td>
                  <td>
                    <NumberText>{office.telephone}</NumberText>
                  </td>
                  <td className={isWrong(office) === 0 ? styles['wrong'] : styles['right']}>
                    {result === 'done' ? '✓ ' : ''}
                    {said}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {review.length > SHOWN ? <p>+{count(review.length - SHOWN)}</p> : null}
    </div>
  );
}
