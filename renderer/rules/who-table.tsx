import type { WhoRow } from '#shared/contract/rules.ts';
import { inLanguage } from '#shared/domain/language.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { whoSays } from '#shared/text/rule-text.ts';
import styles from './handbook.module.css';

/** Who gets what and how soon, one row for each group of people. */
export function WhoTable({ rows }: { readonly rows: readonly WhoRow[] }) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  return (
    <table className={styles['who']}>
      <thead>
        <tr>
          <th scope="col">{words.whoIs}</th>
          {words.whoColumn.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, cells }) => (
          <tr key={title.vi}>
            <th scope="row">{inLanguage(title, language)}</th>
            {cells.map((cell, column) => (
              <td key={column} data-not={!cell.eligible || undefined}>
                {whoSays(cell, column, text)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
