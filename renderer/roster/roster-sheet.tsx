import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { drawPaper } from '#renderer/paper/slip/draw-sheet.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { Member, Roster } from '#shared/contract/roster.ts';
import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { nextStep } from '#shared/text/roster-step.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import styles from '#renderer/paper/list-sheet.module.css';

type RosterSheetProps = {
  readonly office: Office;
  readonly roster: Roster;
  /** Those who are not done. */
  readonly members: readonly Member[];
  readonly language: Language;
  /** When it was made, UTC. */
  readonly at: string;
};

/** Who of an agency is not done, on A4: name, birth year, four digits and what to do; no number, no telephone. */
function RosterSheet({ office, roster, members, language, at }: RosterSheetProps) {
  const words = catalogue(language);
  const text = words.roster.sheet;
  const count = (value: number) => formatNumber(value, language);
  return (
    <div className={styles['sheet']} data-paper="a4">
      <p className={styles['office']}>{office.name}</p>
      <h1>{text.title(words.account.level[roster.level].toLocaleUpperCase('vi'))}</h1>
      <p className={styles['to']}>{text.to(roster.name)}</p>
      <p>
        {text.madeAt(localTime(at), formatDay(localDay(at), language))},{' '}
        {text.count(count(members.length), count(roster.figures.people))}.
        {roster.dueOn === null ? null : ` ${text.due(formatDay(roster.dueOn, language))}`}
      </p>
      <table>
        <thead>
          <tr>
            {[text.place, text.name, text.born, text.lastFour, text.unit, text.todo].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member, index) => (
            <tr key={member.memberId}>
              <td>{count(index + 1)}</td>
              <td className={styles['strong']}>{member.fullName}</td>
              <td>{member.birthDate?.slice(0, 4) ?? ''}</td>
              <td>{member.idNumberMasked?.slice(-4) ?? ''}</td>
              <td>{member.unit ?? ''}</td>
              <td>{nextStep(member, words.roster, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['foot']}>{text.counts}</p>
      <p className={styles['sign']}>{office.settings.report.signerTitle}</p>
    </div>
  );
}

/** Prints the sheet for an agency on A4, upright, with numbered pages. */
export function printRoster(sheet: Omit<RosterSheetProps, 'at'>): Promise<boolean> {
  const { page } = catalogue(sheet.language).roster.sheet;
  const number = `content: "${page} " counter(page) "/" counter(pages); font: 500 9pt "Be Vietnam Pro", sans-serif`;
  return printAlone((place) =>
    drawPaper(place, <RosterSheet {...sheet} at={new Date().toISOString()} />, sheet.language, () => ({
      rule: `@page { size: 210mm 297mm; margin: 18mm 15mm 16mm 25mm; @bottom-right { ${number} } }`,
      size: { widthMm: 210, heightMm: 297, margins: { top: 18, right: 15, bottom: 16, left: 25 } },
    })),
  );
}
