import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { formatDuration, formatNumber } from '#shared/text/format.ts';
import { useState } from 'react';
import styles from './dashboard.module.css';

/** Who served how many, for the leader of an office that counts by officer; elsewhere nothing. */
export function OfficerTable({ businessDay }: { readonly businessDay: string }) {
  const text = useText();
  const words = text.dashboard.byOfficer;
  const language = useLanguage();
  const [span, setSpan] = useState<'day' | 'month'>('day');
  const input =
    span === 'day'
      ? { from: businessDay, to: businessDay }
      : { from: `${businessDay.slice(0, 7)}-01`, to: businessDay };
  const rows = useDeskQuery('report.officers', input, { keepFormer: true }).value ?? null;
  if (rows === null) return null;
  const used = OUTCOMES.filter((outcome) => rows.some(({ outcomes }) => outcomes[outcome] !== undefined));
  return (
    <section className={styles['officers']} aria-label={words.title}>
      <h3>{words.title}</h3>
      <Segmented
        label={words.title}
        options={[
          { value: 'day', label: words.day },
          { value: 'month', label: words.month },
        ]}
        value={span}
        onChange={setSpan}
      />
      {rows.length === 0 ? (
        <p className={styles['none']}>{text.dashboard.nothingYet}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.officer}</th>
              <th scope="col">{words.served}</th>
              <th scope="col">{words.time}</th>
              {used.map((outcome) => (
                <th key={outcome} scope="col">
                  {text.common.outcome[outcome]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ officerId, name, served, servingMs, outcomes }) => (
              <tr key={officerId}>
                <th scope="row">{name || text.signIn.unnamed}</th>
                <td>{formatNumber(served, language)}</td>
                <td>{formatDuration(servingMs, language)}</td>
                {used.map((outcome) => (
                  <td key={outcome}>{formatNumber(outcomes[outcome] ?? 0, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
