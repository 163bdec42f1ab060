import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { TeamReview } from '#shared/contract/team.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';

/** What a pack holds: its days and what becomes of each, its people, and who is doubtful. */
export function PackReview({ review }: { readonly review: TeamReview }) {
  const words = useText().team.merge;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const { name, letter, status, pack, madeAt, people, known, doubtful, days } = review;
  const fresh = days.reduce((sum, day) => sum + day.fresh, 0);
  return (
    <>
      <p>
        <b>
          {name} ({letter})
        </b>
        , {words.from(count(pack), formatInstant(madeAt, language))}
      </p>
      {status === 'new' ? null : <Note tone="good">{words[status]}</Note>}
      <div className={shared['tableCounts']}>
        <Chip tone="good">
          {words.fresh} <b>{count(fresh)}</b>
        </Chip>
        <Chip>
          {words.people} <b>{count(people)}</b>
        </Chip>
        <Chip>
          {words.known} <b>{count(known)}</b>
        </Chip>
        {doubtful.length === 0 ? null : (
          <Chip tone="warn">
            {words.doubtful} <b>{count(doubtful.length)}</b>
          </Chip>
        )}
      </div>
      <Days days={days} label={name} />
      {status === 'new' && days.some(({ home, fresh: some }) => home === 'closed' && some > 0) ? (
        <p>{words.reason(name)}</p>
      ) : null}
      {doubtful.length === 0 ? null : <Doubtful doubtful={doubtful} />}
    </>
  );
}

function Days({ days, label }: { readonly days: TeamReview['days']; readonly label: string }) {
  const words = useText().team.merge;
  const language = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={shared['tableLines']} role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column.day}</th>
            <th scope="col">{words.column.tickets}</th>
            <th scope="col">{words.column.fresh}</th>
            <th scope="col">{words.column.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ businessDay, tickets, fresh, home }) => (
            <tr key={businessDay}>
              <td>
                <NumberText>{formatDay(businessDay, language)}</NumberText>
              </td>
              <td>
                <NumberText>{formatNumber(tickets, language)}</NumberText>
              </td>
              <td>
                <NumberText>{formatNumber(fresh, language)}</NumberText>
              </td>
              <td>{fresh === 0 ? words.nothingNew : words.home[home]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Doubtful({ doubtful }: { readonly doubtful: TeamReview['doubtful'] }) {
  const words = useText().team.merge;
  const language = useLanguage();
  const { number, day, here, other } = words.doubtfulColumn;
  return (
    <>
      <Note tone="warn" title={words.doubtfulTitle}>
        {words.doubtfulSays}
      </Note>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={shared['tableLines']} role="group" aria-label={words.doubtfulTitle} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{number}</th>
              <th scope="col">{day}</th>
              <th scope="col">{here}</th>
              <th scope="col">{other}</th>
            </tr>
          </thead>
          <tbody>
            {doubtful.map((one) => (
              <tr key={`${one.businessDay} ${one.number} ${one.fullName}`}>
                <td>
                  <NumberText>{one.number}</NumberText>
                </td>
                <td>
                  <NumberText>{formatDay(one.businessDay, language)}</NumberText>
                </td>
                <td>{one.fullName}</td>
                <td>{one.otherName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
