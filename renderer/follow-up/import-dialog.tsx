import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import { useFileChoice } from '#renderer/ui/file-choice.tsx';
import { EXTRACT_LINE_STATES, type ExtractLine, type ExtractReview } from '#shared/contract/follow-up.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { StatedTotals } from './stated-totals.tsx';

const TONES: Readonly<Record<ExtractLine['state'], Tone>> = {
  new: 'good',
  already: 'plain',
  'not-activated': 'plain',
  'on-roster': 'good',
  unknown: 'plain',
  doubled: 'warn',
  unclear: 'warn',
  unreadable: 'bad',
};

/** The extract of the level above: chosen, read, looked at line by line, and only then recorded. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.followUp;
  const language = useLanguage();
  const desk = useDesk();
  const apply = useDeskCommand('extract.apply');
  const [seen, setSeen] = useState<ExtractReview | null>(null);
  const [done, setDone] = useState<{ readonly applied: number; readonly left: number } | null>(null);
  const count = (value: number) => formatNumber(value, language);

  const file = useFileChoice(words.chooseFile, text.common.table, async (fileName, base64) => {
    setSeen(null);
    setDone(null);
    const reply = await desk.call('extract.review', { fileName, base64 });
    if (!reply.ok) return problemText(reply.problem, text);
    setSeen(reply.value);
    return null;
  });
  const record = async () => {
    if (seen === null) return;
    const reply = await apply.run({ reviewId: seen.reviewId });
    if (!reply.ok) return;
    setDone(reply.value);
    setSeen(null);
  };
  const { problem } = apply;
  const isNew = (seen?.counts.new ?? 0) + (seen?.counts['on-roster'] ?? 0);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.importTitle}
      width={seen === null ? 560 : 860}
      closeLabel={text.common.close}
      footer={
        <>
          <Button
            onClick={file.choose}
            isPending={file.isReading}
            {...(seen === null && done === null
              ? { variant: 'primary' as const, 'data-autofocus': true }
              : {})}
          >
            {seen === null && done === null ? words.chooseFile : words.otherFile}
          </Button>
          {seen === null ? (
            done === null ? null : (
              <Button variant="primary" onClick={onClose} autoFocus>
                {text.common.done}
              </Button>
            )
          ) : (
            <Button
              variant="primary"
              isPending={apply.isPending}
              disabledReason={isNew === 0 ? words.nothingToApply : undefined}
              onClick={() => void record()}
              autoFocus
            >
              {isNew === 0 ? words.nothingToApply : words.apply(count(isNew))}
            </Button>
          )}
        </>
      }
    >
      <div className={shared['tableReview']}>
        {file.input}
        {seen === null ? <p>{words.importWhat}</p> : null}
        {file.isReading ? <p role="status">{words.reading}</p> : null}
        {file.fault === null ? null : (
          <Note tone="bad" announce>
            {file.fault}
          </Note>
        )}
        <ProblemNote problem={problem} />
        {done === null ? null : (
          <Note tone="good" announce title={words.applied(count(done.applied))}>
            {words.left(count(done.left))}
          </Note>
        )}
        {seen === null || seen.unit === null ? null : <StatedTotals key={seen.reviewId} stated={seen.unit} />}
        {seen === null || seen.total === 0 ? null : <Review review={seen} />}
      </div>
    </Dialog>
  );
}

function Review({ review }: { readonly review: ExtractReview }) {
  const words = useText().followUp;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const columns = (['idNumber', 'fullName', 'activatedOn', 'state'] as const).flatMap((name) => {
    const found = review.columns[name];
    return found === null ? [] : [`${words.columnOf[name]}: “${found}”`];
  });
  return (
    <>
      <p>
        <b>{review.fileName}</b>, {words.linesTotal(count(review.total))}. {words.columns}:{' '}
        {columns.join('; ')}.
      </p>
      <div className={shared['tableCounts']}>
        {EXTRACT_LINE_STATES.filter((state) => review.counts[state] > 0).map((state) => (
          <Chip key={state} tone={TONES[state]}>
            {words.lineState[state]} <b>{count(review.counts[state])}</b>
          </Chip>
        ))}
      </div>
      <p>
        {words.onlyNew}{' '}
        {review.lines.length < review.total ? words.firstLines(count(review.lines.length)) : null}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={shared['tableLines']} role="group" aria-label={review.fileName} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.column.state}</th>
              <th scope="col">{words.idNumber}</th>
              <th scope="col">{words.nameInFile}</th>
              <th scope="col">{words.activatedOn}</th>
              <th scope="col">{words.trouble}</th>
            </tr>
          </thead>
          <tbody>
            {review.lines.map((line) => (
              <tr key={line.line}>
                <td>
                  <NumberText>{count(line.line)}</NumberText>
                </td>
                <td>
                  <Chip size="small" tone={TONES[line.state]}>
                    {words.lineState[line.state]}
                  </Chip>
                </td>
                <td>
                  <NumberText>{line.idNumberMasked ?? '–'}</NumberText>
                </td>
                <td>{line.nameInFile ?? '–'}</td>
                <td>{line.activatedOn === null ? '–' : formatDay(line.activatedOn, language)}</td>
                <td>
                  {line.trouble === null
                    ? ''
                    : words.troubleAt(line.trouble.column, words.troubles[line.trouble.code])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
