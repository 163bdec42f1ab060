import { useLanguage, useText } from '#renderer/desk/language.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import type { Tone } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { ROSTER_LINE_STATES, type RosterLine, type RosterReview } from '#shared/contract/roster.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';

const TONES: Readonly<Record<RosterLine['state'], Tone>> = {
  unreadable: 'bad',
  doubled: 'plain',
  doubtful: 'warn',
  elsewhere: 'warn',
  changed: 'good',
  'no-number': 'plain',
  new: 'good',
  there: 'plain',
};

type ReviewLinesProps = {
  readonly review: RosterReview;
  readonly skip: ReadonlySet<number>;
  readonly onSkip: (skip: ReadonlySet<number>) => void;
  readonly keepsAll: boolean;
  readonly onKeepAll: (keeps: boolean) => void;
};

/** What each line would do, those to be looked at first; a line may be left out. */
export function ReviewLines({ review, skip, onSkip, keepsAll, onKeepAll }: ReviewLinesProps) {
  const words = useText().roster;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const born = (date: string | null) =>
    date === null ? '–' : date.length === 4 ? date : formatDay(date, language);
  const toggle = (line: number) => {
    const next = new Set(skip);
    if (!next.delete(line)) next.add(line);
    onSkip(next);
  };
  return (
    <>
      <p>
        <b>{review.fileName}</b>, {words.review.total(count(review.total))}.{' '}
        {review.lines.length < review.total ? words.review.firstLines(count(review.lines.length)) : null}
      </p>
      <div className={shared['tableCounts']}>
        {ROSTER_LINE_STATES.filter((state) => review.counts[state] > 0).map((state) => (
          <Chip key={state} tone={TONES[state]}>
            {words.review.lineState[state]} <b>{count(review.counts[state])}</b>
          </Chip>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={shared['tableLines']} role="group" aria-label={review.fileName} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.review.line}</th>
              <th scope="col">{words.review.take}</th>
              <th scope="col">{words.column.state}</th>
              <th scope="col">{words.column.name}</th>
              <th scope="col">{words.column.born}</th>
              <th scope="col">{words.column.number}</th>
              <th scope="col">{words.review.detail}</th>
            </tr>
          </thead>
          <tbody>
            {review.lines.map((line) => (
              <tr key={line.line}>
                <td>
                  <NumberText>{count(line.line)}</NumberText>
                </td>
                <td>
                  {canBeTaken(line) ? (
                    <input
                      type="checkbox"
                      aria-label={words.review.takeLine(count(line.line))}
                      checked={!skip.has(line.line)}
                      onChange={() => toggle(line.line)}
                    />
                  ) : null}
                </td>
                <td>
                  <Chip size="small" tone={TONES[line.state]}>
                    {words.review.lineState[line.state]}
                  </Chip>
                </td>
                <td>{line.fullName ?? '–'}</td>
                <td>
                  <NumberText>{born(line.birthDate)}</NumberText>
                </td>
                <td>
                  <NumberText>{line.idNumberMasked ?? '–'}</NumberText>
                </td>
                <td>{detailOf(line, words, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {review.leaving.length === 0 ? null : (
        <div>
          <p>
            {words.review.leaving(count(review.leaving.length))}{' '}
            {review.leaving.map(({ fullName }) => fullName || words.nameless).join(', ')}.
          </p>
          <CheckField label={words.review.keepAll} checked={keepsAll} onChange={onKeepAll} />
        </div>
      )}
    </>
  );
}

function canBeTaken({ state }: RosterLine): boolean {
  return state !== 'unreadable' && state !== 'doubled' && state !== 'there';
}

function detailOf(line: RosterLine, words: Catalogue['roster'], count: (value: number) => string): string {
  const { doubt, found, sameAs, others, unit } = line;
  const said = [
    ...(doubt === null ? [] : [words.doubt[doubt]]),
    ...(found === null || found === '' ? [] : [words.review.found(found)]),
    ...(sameAs === null ? [] : [words.review.sameAs(count(sameAs))]),
    ...(others.length === 0 ? [] : [words.review.others(others.join(', '))]),
  ];
  return said.length === 0 ? (unit ?? '') : said.join(', ');
}
