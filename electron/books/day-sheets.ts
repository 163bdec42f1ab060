import type { DayReport, LeadingFigure } from '#shared/domain/report/day-report.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { leadingOf, leadingValues } from '#shared/domain/report/leading.ts';
import { dayParts } from '#shared/domain/report/parts.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatTime } from '#shared/text/format.ts';
import {
  activatedText,
  joined,
  shortenedHours,
  takenText,
  wordedHours,
  wordedTable,
} from '#shared/text/report-words.ts';
import { putDescribed, putParts, putWorded } from './grid-table.ts';
import type { PageWriter, SheetPage } from './sheet-page.ts';
import { gridPage, putMainFigures, putSignatures, putText } from './sheet-table.ts';

export type SheetOptions = {
  readonly language: Language;
  /** Whether the figures are those of the training desk; the page then says so. */
  readonly training: boolean;
  /** The instant a live report was counted; a frozen one names its own. */
  readonly at: string;
};

/** The printed page of a day's figures, in words for people. A day still open says that its figures are provisional. */
export function daySheet(report: DayReport, options: SheetOptions): SheetPage {
  const { language } = options;
  const text = catalogue(language);
  return dayPage(report, options, text.exportBook.dayTitle, text.exportBook.daySheet, (page) => {
    const values = leadingValues(report);
    const details: Partial<Record<LeadingFigure, string>> = {
      files: takenText(dayParts(report), text, language),
      activated: `${activatedText(report, text, language)} ${text.report.activatedRule}`,
    };
    putMainFigures(
      page,
      text.exportBook.mainFigures,
      leadingOf(report).map((figure) => ({
        title: text.report.leading[figure],
        value: values[figure],
        detail: details[figure] ?? '',
      })),
    );
    putDescribed(page, language, DAY_TABLES.requests(report, 'book'));
    putDescribed(page, language, DAY_TABLES.papers(report, 'book'));
    putDescribed(page, language, DAY_TABLES.tickets(report, 'book'), DAY_TABLES.times(report, 'book'));
    putSignatures(page, language);
  });
}

/** The hours that fit beside the counter's name and the total; of a longer day the quietest share one column. */
const MOST_HOURS = 9;

/** The day's figures divided in each way the level above asks for: the second page of the book of a day. */
export function dayPartsSheet(report: DayReport, options: SheetOptions): SheetPage {
  const { language } = options;
  const text = catalogue(language);
  const worded = (name: 'accounts' | 'levels' | 'sources' | 'ages') =>
    wordedTable(DAY_TABLES[name](report, 'book'), text, language);
  return dayPage(report, options, text.exportBook.partsTitle, text.exportBook.partsSheet, (page) => {
    putWorded(page, language, worded('levels'), joined(worded('sources'), worded('ages')));
    putParts(page, dayParts(report), language);
    const hours = wordedHours(DAY_TABLES.counters(report, 'book'), 'served', text, language);
    if (hours.rows.length > 0) putWorded(page, language, shortenedHours(hours, MOST_HOURS, text));
    if (report.breakdowns.late > 0) putWorded(page, language, worded('accounts'));
    for (const part of ['difficulties', 'proposals'] as const)
      putText(page, text.report.column[part], report.breakdowns[part] || text.report.none);
  });
}

function dayPage(
  report: DayReport,
  { language, training, at }: SheetOptions,
  title: string,
  name: string,
  write: (page: PageWriter) => void,
): SheetPage {
  const { exportBook: words } = catalogue(language);
  const { businessDay, version, chainHead, office } = report;
  const instant = report.frozenAt ?? at;
  const [time, day] = [formatTime(instant), formatDay(localDay(instant), language)];
  return gridPage(
    {
      office,
      title,
      period: words.dayInWords(businessDay),
      standing: version === null ? words.notFrozen(time, day) : words.version(version, time, day),
      provisional: version === null,
      training,
    },
    {
      name,
      left: version === null ? words.footNotFrozen : words.footVersion(version),
      right: words.footChain(chainHead.slice(0, 16)),
    },
    language,
    write,
  );
}
