import type { Erasure, KeptOfPerson } from '#shared/contract/data.ts';
import type { Office } from '#shared/contract/office.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import { KEEP_DAYS } from '#shared/domain/person/keeping.ts';
import { ListPaper, ListTable } from '#renderer/paper/handout/list-paper.tsx';
import { printList } from '#renderer/paper/handout/print-list.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatBirth, formatDay, formatInstant, formatLongDay, formatTime } from '#shared/text/format.ts';
import { paperName } from '#shared/text/rule-text.ts';
import type { ReactNode } from 'react';
import styles from './person-sheets.module.css';

type KeptSheetProps = {
  readonly office: Office;
  readonly kept: KeptOfPerson;
  /** The instant it was made, UTC. */
  readonly at: string;
  readonly language: Language;
};

type Line = { readonly what: string; readonly value: string; readonly until: string };

/** What is kept about one person, in words, each line with the day on which it goes. */
function KeptSheet({ office, kept, at, language }: KeptSheetProps) {
  const text = catalogue(language);
  const words = text.person.sheets.kept;
  const groups: readonly (readonly [string, readonly Line[]])[] = [
    [words.ofPerson, personLines(kept, language)],
    [words.visits, visitLines(kept, language)],
    [words.papers, paperLines(kept, language)],
    [words.accounts, accountLines(kept, language)],
    [words.rosters, rosterLines(kept, language)],
    [words.homeVisits, homeVisitLines(kept, language)],
  ];
  return (
    <ListPaper
      office={office}
      title={words.title}
      lines={[words.madeAt(formatTime(at), formatLongDay(localDay(at), language))]}
      foot={
        <>
          <p>{words.extend}</p>
          <p>{words.foot(KEEP_DAYS.source)}</p>
        </>
      }
    >
      <ListTable
        columns={[
          { label: words.what, width: '46mm' },
          { label: words.value, strong: true },
          { label: words.until, width: '34mm' },
        ]}
        rows={groups.flatMap(([group, lines]) =>
          lines.map(({ what, value, until }, index) => ({
            key: `${group} ${index}`,
            ...(index === 0 ? { group } : {}),
            cells: [what, value, until],
          })),
        )}
      />
    </ListPaper>
  );
}

function personLines({ person, goesOn }: KeptOfPerson, language: Language): Line[] {
  const text = catalogue(language);
  const { kept } = text.person.sheets;
  const day = (date: string | null) => (date === null ? null : formatDay(date, language));
  const lines: readonly (readonly [string, string | null])[] = [
    [text.reception.fullName, person.fullName],
    [text.reception.idNumber, person.idNumber],
    [text.reception.birthDate, person.birthDate === null ? null : formatBirth(person.birthDate, language)],
    [text.reception.sex, person.sex === null ? null : text.reception[person.sex]],
    [text.reception.phone, person.phone],
    [kept.firstDay, day(person.firstDay)],
    [kept.lastDay, day(person.lastDay)],
  ];
  return lines.flatMap(([what, value]) =>
    value === null ? [] : [{ what, value, until: formatDay(goesOn, language) }],
  );
}

function visitLines({ requests }: KeptOfPerson, language: Language): Line[] {
  const text = catalogue(language);
  const { kept } = text.person.sheets;
  return requests.flatMap((request) => {
    const what = `${formatDay(request.businessDay, language)}, ${request.number ?? kept.late}`;
    const outcome = request.outcome === null ? [] : [text.common.outcome[request.outcome]];
    const said = [
      ...(request.organisation === null
        ? []
        : [kept.organisation(request.organisation, request.organisationTaxNumber)]),
      ...request.words.map(kept.words),
    ];
    return [
      {
        what,
        value: [text.common.procedure[request.procedure], ...outcome].join(', '),
        until: kept.unnamed,
      },
      ...said.map((value) => ({ what, value, until: formatDay(request.wordsGoOn, language) })),
    ];
  });
}

function paperLines({ papers, goesOn }: KeptOfPerson, language: Language): Line[] {
  const text = catalogue(language);
  return papers.map(({ paper, number, note }) => ({
    what: paperName(paper, text),
    value: [number, note].filter((part) => part !== null).join(', '),
    until: formatDay(goesOn, language),
  }));
}

function accountLines({ accounts, goesOn }: KeptOfPerson, language: Language): Line[] {
  const text = catalogue(language);
  const { kept } = text.person.sheets;
  const until = formatDay(goesOn, language);
  return accounts.flatMap(({ level, dueOn, activateBy, activatedOn, note, contacts }) => {
    const what = text.account.level[level];
    const days = [
      ...(dueOn === null ? [] : [kept.dueOn(formatDay(dueOn, language))]),
      ...(activateBy === null ? [] : [kept.activateBy(formatDay(activateBy, language))]),
      ...(activatedOn === null ? [] : [kept.activatedOn(formatDay(activatedOn, language))]),
      ...(note === null ? [] : [kept.note(note)]),
    ];
    const calls = contacts.map((one) =>
      [
        kept.call(formatInstant(one.at, language), text.account.contact[one.result]),
        ...(one.note === null ? [] : [kept.note(one.note)]),
      ].join(', '),
    );
    return [...(days.length === 0 ? [] : [days.join(', ')]), ...calls].map((value) => ({
      what,
      value,
      until,
    }));
  });
}

function homeVisitLines({ homeVisits }: KeptOfPerson, language: Language): Line[] {
  const text = catalogue(language);
  const { kept } = text.person.sheets;
  return homeVisits.map(({ askedOn, address, why, contact, phone }) => ({
    what: kept.homeVisit(formatDay(askedOn, language)),
    value: kept.homeVisitSays(
      address,
      text.visit.why[why],
      [contact, phone].filter((part) => part !== '').join(', '),
    ),
    until: kept.untilHomeVisit,
  }));
}

function rosterLines({ rosters }: KeptOfPerson, language: Language): Line[] {
  const { kept } = catalogue(language).person.sheets;
  return rosters.map(({ name, unit }) => ({
    what: kept.roster,
    value: unit === null ? name : `${name}, ${unit}`,
    until: kept.untilRosterEnds,
  }));
}

/** That somebody was erased: nothing of them is known any more, so the name is written by hand. */
function ErasureSlip({
  office,
  erasure,
  language,
}: {
  readonly office: Office;
  readonly erasure: Erasure;
  readonly language: Language;
}) {
  const { sheets } = catalogue(language).person;
  const words = sheets.slip;
  return (
    <ListPaper
      office={office}
      title={words.title}
      lines={[]}
      foot={
        <div className={styles['sign']}>
          <p>{words.officer}</p>
          <p>{words.person}</p>
        </div>
      }
    >
      <dl className={styles['pairs']}>
        <Pair name={words.name}>
          <span className={styles['room']} />
        </Pair>
        <Pair name={words.at}>{formatInstant(erasure.at, language)}</Pair>
        <Pair name={words.why}>{sheets.reasons[erasure.reason]}</Pair>
        <Pair name={words.what}>{words.erasedOf(erasure.requests, erasure.papers, erasure.accounts)}</Pair>
        <Pair name={words.left}>{words.leftSays}</Pair>
        <Pair name={words.copies}>{words.copiesUntil(formatDay(erasure.copiesUntil, language))}</Pair>
      </dl>
    </ListPaper>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Prints the sheet of one person through the print dialogue; nothing of it is stored. False where it was not printed. */
export function printKept(sheet: Omit<KeptSheetProps, 'at'>): Promise<boolean> {
  return printList(<KeptSheet {...sheet} at={new Date().toISOString()} />, sheet.language);
}

/** Prints the slip of confirmation in the same way. */
export function printErasure(office: Office, erasure: Erasure, language: Language): Promise<boolean> {
  return printList(<ErasureSlip office={office} erasure={erasure} language={language} />, language);
}
