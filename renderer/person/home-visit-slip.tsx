import { ListPaper } from '#renderer/paper/handout/list-paper.tsx';
import { printList } from '#renderer/paper/handout/print-list.ts';
import type { Office } from '#shared/contract/office.ts';
import type { HomeVisit } from '#shared/contract/visit.ts';
import type { Language } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay } from '#shared/text/format.ts';
import styles from './person-sheets.module.css';

type HomeSlipProps = {
  readonly office: Office;
  readonly asked: Pick<HomeVisit, 'fullName' | 'address' | 'wantedOn' | 'phone'>;
  readonly language: Language;
};

/** What a relative takes home: who is visited where, what to have ready, and the office's telephone. It is no receipt. */
function HomeSlip({ office, asked, language }: HomeSlipProps) {
  const words = catalogue(language).visitSheet;
  const { address, phone, openingHours } = office.settings;
  const rows: readonly (readonly [string, string])[] = [
    [words.slipFor, asked.fullName],
    [words.slipAddress, asked.address],
    [words.slipWanted, asked.wantedOn === null ? words.slipAnyDay : formatDay(asked.wantedOn, language)],
    [words.slipCall, words.slipCallSays(asked.phone)],
    [words.slipReady, [words.bringCard, words.bringPapers, words.bringPhone].join('. ')],
    ...(phone === '' ? [] : ([[words.slipAsk, phone]] as const)),
  ];
  return (
    <ListPaper
      office={office}
      title={words.slipTitle}
      lines={[address, openingHours].filter((line) => line !== '')}
      foot={
        <>
          <p>{words.noCost}</p>
          <p>{words.slipNot}</p>
        </>
      }
    >
      <dl className={styles['pairs']}>
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </ListPaper>
  );
}

/** Prints the slip of a relative; false where it was not printed. */
export function printHomeSlip(slip: HomeSlipProps): Promise<boolean> {
  return printList(<HomeSlip {...slip} />, slip.language);
}
