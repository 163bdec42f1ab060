import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import styles from '#renderer/paper/list-sheet.module.css';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { drawPaper, type DrawnSheet } from '#renderer/paper/slip/draw-sheet.tsx';
import type { LevelDay } from '#shared/contract/level-shapes.ts';
import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { levelWords } from '#shared/text/level-words.ts';
import { listPage } from '../print/list-page.ts';

type MissingSheetProps = {
  readonly day: LevelDay;
  readonly levelName: string;
  readonly language: Language;
};

/** Who has not sent, on A4, with room to note what was said at the telephone. */
function MissingSheet({ day, levelName, language, at }: MissingSheetProps & { readonly at: string }) {
  const words = levelWords(language).level.missingSheet;
  const count = (value: number) => formatNumber(value, language);
  const { businessDay, missing, expected } = day;
  return (
    <div className={styles['sheet']} data-paper="a4">
      <p className={styles['office']}>{levelName}</p>
      <h1>{words.heading(formatDay(businessDay, language))}</h1>
      <p>
        {words.madeAt(localTime(at), formatDay(localDay(at), language))},{' '}
        {words.count(count(missing.length), count(expected))}.
      </p>
      <table>
        <thead>
          <tr>
            {[words.place, words.office, words.group, words.telephone, words.since, words.note].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {missing.map(({ code, name, group, telephone, since, state, note }, index) => (
            <tr key={code}>
              <td>{count(index + 1)}</td>
              <td className={styles['strong']}>{name}</td>
              <td>{group}</td>
              <td>{telephone}</td>
              <td>{formatDay(since, language)}</td>
              <td>
                {[state === 'refused' ? words.refused : '', note?.text ?? ''].filter(Boolean).join('. ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Prints the list on A4, upright, with numbered pages. */
export function printMissing(sheet: MissingSheetProps): Promise<boolean> {
  return printAlone((place) => drawMissing(place, sheet));
}

/** Draws the list for printing. */
export function drawMissing(place: HTMLElement, sheet: MissingSheetProps): Promise<DrawnSheet> {
  return drawPaper(place, <MissingSheet {...sheet} at={new Date().toISOString()} />, sheet.language, () =>
    listPage(sheet.language),
  );
}
