import { ListPaper, ListTable } from '#renderer/paper/handout/list-paper.tsx';
import { printList } from '#renderer/paper/handout/print-list.ts';
import type { Office } from '#shared/contract/office.ts';
import type { ExpectedPerson, Visit } from '#shared/contract/visit.ts';
import type { Language } from '#shared/domain/language.ts';
import { isDone } from '#shared/domain/roster/member.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { capitalised, formatLongDay, formatNumber } from '#shared/text/format.ts';
import styles from './visit-sheets.module.css';

type VisitSheetProps = {
  readonly office: Office;
  readonly visit: Visit;
  readonly language: Language;
};

function whenOf({ day, starts, ends }: Visit, language: Language): string {
  return catalogue(language).visitSheet.when(capitalised(formatLongDay(day, language)), starts, ends);
}

/** Read from two metres away: where, when, what to bring, and the office's telephone for those who cannot come. */
function Poster({ office, visit, language }: VisitSheetProps) {
  const words = catalogue(language).visitSheet;
  const { superior, phone } = office.settings;
  return (
    <div className={styles['poster']} data-paper="a4">
      <p className={styles['office']}>
        {superior === '' ? null : <span>{superior}</span>}
        <b>{office.name}</b>
      </p>
      <h1>{words.poster}</h1>
      <p className={styles['lead']}>{words.posterLead}</p>
      <p className={styles['place']}>{visit.place}</p>
      <p className={styles['when']}>{whenOf(visit, language)}</p>
      <h2>{words.bring}</h2>
      <ul>
        {[words.bringCard, words.bringPapers, words.bringPhone, words.bringChild].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles['free']}>{words.noCost}</p>
      {phone === '' ? null : (
        <p className={styles['call']}>
          {words.atHome}: <b>{phone}</b>
        </p>
      )}
    </div>
  );
}

function linesOf({ visit, language }: VisitSheetProps, people: number): string[] {
  const words = catalogue(language).visitSheet;
  const host = [visit.contact, visit.phone].filter((part) => part !== '').join(', ');
  const goers = [visit.teamName ?? '', visit.goers].filter((part) => part !== '').join(': ');
  return [
    `${visit.place}. ${whenOf(visit, language)}. ${words.count(formatNumber(people, language))}.`,
    ...(goers === '' ? [] : [words.goers(goers)]),
    ...(visit.materials === '' ? [] : [words.materials(visit.materials)]),
    ...(host === '' ? [] : [words.host(host)]),
  ];
}

type PeopleSheetProps = VisitSheetProps & { readonly people: readonly ExpectedPerson[] };

/** Whom to call before a visit, each with a box to tick. */
function CallList(sheet: PeopleSheetProps) {
  const { office, people, language } = sheet;
  const text = catalogue(language);
  const words = text.visitSheet;
  return (
    <ListPaper
      office={office}
      title={words.callTitle}
      lines={linesOf(sheet, people.length)}
      foot={<p>{words.destroy}</p>}
    >
      <ListTable
        columns={[
          { label: words.place, width: '10mm' },
          { label: words.name, strong: true },
          { label: words.born, width: '14mm' },
          { label: words.unit, width: '44mm' },
          { label: words.todo, width: '36mm' },
          { label: words.called, width: '18mm' },
        ]}
        rows={people.map(({ whoId, fullName, birthDate, place, state }, index) => ({
          key: whoId,
          cells: [
            formatNumber(index + 1, language),
            fullName,
            birthDate?.slice(0, 4) ?? '',
            place ?? '',
            state === null ? '' : text.roster.state[state],
            '☐',
          ],
        }))}
      />
    </ListPaper>
  );
}

/** From house to house: where, whom to call there, and a box to tick. */
function RouteSheet(sheet: PeopleSheetProps) {
  const { office, people, language } = sheet;
  const text = catalogue(language);
  const words = text.visitSheet;
  return (
    <ListPaper
      office={office}
      title={words.routeTitle}
      lines={linesOf(sheet, people.length)}
      foot={<p>{words.destroy}</p>}
    >
      <ListTable
        columns={[
          { label: words.place, width: '10mm' },
          { label: words.address, strong: true },
          { label: words.name, width: '42mm' },
          { label: words.born, width: '14mm' },
          { label: words.contact, width: '42mm' },
          { label: words.done, width: '16mm' },
        ]}
        rows={people.map(({ whoId, fullName, birthDate, place, home }, index) => ({
          key: whoId,
          cells: [
            formatNumber(index + 1, language),
            place ?? '',
            home === null ? fullName : `${fullName} (${text.visit.why[home.why]})`,
            birthDate?.slice(0, 4) ?? '',
            [home?.contact ?? '', home?.phone ?? ''].filter((part) => part !== '').join(', '),
            '☐',
          ],
        }))}
      />
    </ListPaper>
  );
}

/** Prints the notice of a visit; false where it was not printed. */
export function printPoster(sheet: VisitSheetProps): Promise<boolean> {
  return printList(<Poster {...sheet} />, sheet.language);
}

/** Prints whom to call before a visit, or the route from house to house; who is done is left out. */
export function printPeople({ people, ...sheet }: PeopleSheetProps): Promise<boolean> {
  const left = people.filter(
    ({ state, home }) => (state === null || !isDone(state)) && home?.state !== 'done',
  );
  const drawing =
    sheet.visit.site === 'home' ? (
      <RouteSheet {...sheet} people={left} />
    ) : (
      <CallList {...sheet} people={left} />
    );
  return printList(drawing, sheet.language);
}
