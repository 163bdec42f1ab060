import { ListPaper, ListTable } from '#renderer/paper/handout/list-paper.tsx';
import { printList } from '#renderer/paper/handout/print-list.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import type { Language } from '#shared/domain/language.ts';
import type { CaseReceiver } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { toldText } from '#shared/text/told-case.ts';

type CasesSheetProps = {
  readonly office: Office;
  readonly receiver: CaseReceiver;
  readonly from: string;
  readonly to: string;
  readonly rows: Output<'report.cases'>;
  readonly isMasked: boolean;
  readonly language: Language;
};

/** Whom another office has something to set right about, with who told it, on A4. */
function CasesSheet({ office, receiver, from, to, rows, isMasked, language }: CasesSheetProps) {
  const { exportBook: words, report, common, visitSheet } = catalogue(language);
  const day = (date: string) => formatDay(date, language);
  return (
    <ListPaper
      office={office}
      title={words.casesTitle[receiver]}
      lines={[
        `${from === to ? words.dayInWords(from) : words.daysInWords(day(from), day(to))}. ${visitSheet.count(formatNumber(rows.length, language))}.`,
      ]}
      foot={
        <>
          <p>{isMasked ? words.peopleMasked : words.peopleUnmasked}</p>
          <p>{office.settings.report.signerTitle}</p>
        </>
      }
    >
      <ListTable
        columns={[
          { label: words.dayAndNumber, width: '26mm' },
          { label: words.nameColumn, strong: true },
          { label: words.idAndPhone, width: '36mm' },
          { label: report.names.cases, width: '36mm' },
          { label: words.toldColumn, width: '38mm' },
        ]}
        rows={rows.map((row, index) => ({
          key: String(index),
          cells: [
            <Lines key="day" of={[day(row.businessDay), row.number]} />,
            row.fullName,
            <Lines key="id" of={[row.idNumber ?? '', row.phone ?? '']} />,
            row.specialCase === null ? '' : common.specialCase[row.specialCase],
            toldText(row.told, language),
          ],
        }))}
      />
    </ListPaper>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.filter((line) => line !== '').map((line) => <div key={line}>{line}</div>);
}

/** Prints such a list through the print dialogue; false where it was not printed. */
export function printCases(sheet: CasesSheetProps): Promise<boolean> {
  return printList(<CasesSheet {...sheet} />, sheet.language);
}
