import type { Progress } from '#shared/domain/report/campaign.ts';
import { CAMPAIGN_TABLES, paceTable } from '#shared/domain/report/campaign-tables.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { doubtText } from '#shared/text/doubt-text.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { wordedTable } from '#shared/text/report-words.ts';
import type { SheetOptions } from './day-sheets.ts';
import { gridTable, putDescribed } from './grid-table.ts';
import type { PageWriter, SheetPage } from './sheet-page.ts';
import { gridPage, putNote, putTables, putText } from './sheet-table.ts';
import { GRID } from './sheet-title.ts';

type Office = { readonly name: string; readonly code: string; readonly receivingLevel: string };

/** Days of the cumulative line on paper, in three columns; all of them stand among the figures. */
const LINE_DAYS = 90;

/** The page of a campaign against its targets, and the page of its cumulative line. */
export function campaignSheets(progress: Progress, office: Office, options: SheetOptions): SheetPage[] {
  const { language } = options;
  const text = catalogue(language);
  const { exportBook: words } = text;
  const page = (name: string, write: (page: PageWriter) => void) =>
    campaignPage(progress, office, options, name, write);
  return [
    page(words.campaignSheet, (sheet) => {
      putTargets(sheet, progress, words.unit(progress.campaign.unit), language);
      putDescribed(sheet, language, paceTable(progress, 'book'));
      putDescribed(
        sheet,
        language,
        CAMPAIGN_TABLES.unit(progress, 'book'),
        CAMPAIGN_TABLES.byMonth(progress, 'book'),
      );
      for (const part of ['difficulties', 'proposals'] as const)
        putText(sheet, text.report.column[part], progress.campaign[part] || text.report.none);
      const doubts = progress.doubts.map((doubt) => doubtText(doubt, progress, text, language));
      if (doubts.length > 0) putText(sheet, words.doubts, doubts.join('\n'));
    }),
    page(words.lineSheet, (sheet) => {
      const shown = { ...progress, line: progress.line.slice(-LINE_DAYS) };
      const table = gridTable(wordedTable(CAMPAIGN_TABLES.line(shown, 'book'), text, language), 3, language);
      const third = Math.max(1, Math.ceil(table.rows.length / 3));
      // Three tables of three columns and the two gaps between them leave one column of the grid free.
      const blocks = [0, 1, 2].map((place) => ({
        ...table,
        heading: place === 0 ? table.heading : '',
        rows: table.rows.slice(place * third, (place + 1) * third),
      }));
      putTables(sheet, ...blocks);
      if (shown.line.length > 0) putNote(sheet, words.lineNote(formatNumber(shown.line.length, language)));
    }),
  ];
}

/** Targets by level with what was reached; the total row holds what the rows add up to. */
export function putTargets(page: PageWriter, progress: Progress, heading: string, language: Language): void {
  const text = catalogue(language);
  const table = gridTable(
    wordedTable(CAMPAIGN_TABLES.targets(progress, 'book'), text, language),
    GRID,
    language,
  );
  putTables(page, { ...table, heading, note: text.report.rounding[progress.rounding] });
}

function campaignPage(
  { campaign, on, workingDaysLeft }: Progress,
  office: Office,
  { language, training }: SheetOptions,
  name: string,
  write: (page: PageWriter) => void,
): SheetPage {
  const { exportBook: words } = catalogue(language);
  const day = formatDay(on, language);
  return gridPage(
    {
      office,
      title: words.campaignTitle,
      period: words.campaignPeriod(
        campaign.name.replaceAll(/\s+/g, ' '),
        formatDay(campaign.from, language),
        formatDay(campaign.dueOn, language),
      ),
      standing: words.campaignOn(day, formatNumber(workingDaysLeft, language)),
      provisional: false,
      training,
    },
    { name, left: words.footCampaign(day) },
    language,
    write,
  );
}
