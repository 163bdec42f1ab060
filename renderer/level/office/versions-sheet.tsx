import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import styles from '#renderer/paper/list-sheet.module.css';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { drawPaper } from '#renderer/paper/slip/draw-sheet.tsx';
import type { FileVersion, LevelOffice } from '#shared/contract/level-shapes.ts';
import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatInstant } from '#shared/text/format.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { listPage } from '../print/list-page.ts';
import { differenceRows } from './difference-rows.ts';

type VersionsSheetProps = {
  readonly levelName: string;
  readonly office: LevelOffice;
  readonly businessDay: string;
  /** The newest first. */
  readonly versions: readonly FileVersion[];
  readonly language: Language;
};

/** What each version of an office-day says otherwise than the one before it, on A4. */
function VersionsSheet({
  levelName,
  office,
  businessDay,
  versions,
  language,
  at,
}: VersionsSheetProps & { readonly at: string }) {
  const text = levelCatalogue(language);
  const { levelOffice: words } = text;
  return (
    <div className={styles['sheet']} data-paper="a4">
      <p className={styles['office']}>{levelName}</p>
      <h1>{words.sheet.heading(formatDay(businessDay, language))}</h1>
      <p className={styles['to']}>
        {office.name} ({office.code})
      </p>
      <p>{text.level.missingSheet.madeAt(localTime(at), formatDay(localDay(at), language))}.</p>
      {versions
        .filter(({ differences }) => differences.length > 0)
        .map((version) => (
          <section key={version.sha256}>
            <p className={styles['part']}>
              {words.sheet.against(String(version.version), String(version.version - 1))}
              {version.counts ? ` (${words.counts})` : ''}
            </p>
            <p>
              {words.by(version.by, formatInstant(version.frozenAt, language))},{' '}
              {words.sheet.received(formatInstant(version.receivedAt, language))}.
              {version.reason === null
                ? ''
                : ` ${version.signed ? words.reason : words.reasonTyped} ${version.reason}`}
            </p>
            <table>
              <thead>
                <tr>
                  {[
                    words.figure,
                    words.before(String(version.version - 1)),
                    words.before(String(version.version)),
                    words.delta,
                  ].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differenceRows(version, text, language).map((row) => (
                  <tr key={row.key}>
                    <td>{row.name}</td>
                    <td>{row.before}</td>
                    <td className={styles['strong']}>{row.after}</td>
                    <td>{row.delta}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
    </div>
  );
}

/** Prints the comparison on A4, upright, with numbered pages. */
export function printVersions(sheet: VersionsSheetProps): Promise<boolean> {
  return printAlone((place) =>
    drawPaper(place, <VersionsSheet {...sheet} at={new Date().toISOString()} />, sheet.language, () =>
      listPage(sheet.language),
    ),
  );
}
