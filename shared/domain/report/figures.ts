import type { Progress } from './campaign.ts';
import type { DayReport } from './day-report.ts';
import type { MonthReport } from './month-report.ts';
import type { Address, Section, Value } from './report-table.ts';
import { CAMPAIGN_TABLES } from './campaign-tables.ts';
import type { Parts } from './parts.ts';
import { DAY_TABLES, MONTH_TABLES, PART_TABLES, YEAR_TABLES } from './report-tables.ts';
import type { YearReport } from './year-sum.ts';

/** One figure with its place; text in the sections `report` and `notes`. */
export type Figure = Address & { readonly value: Value };

/** The shape of the figures; rises when a section, row or column comes, goes or changes its meaning. */
const FIGURES_SCHEMA = { name: 'quay-tiep-dan/so-lieu', version: 3 } as const;

type Office = DayReport['office'];
type Columns = Readonly<Record<string, Value>>;

/** Every figure of a day as one long table, in a fixed order; `training` marks figures of the training desk. */
export function dayFigures(report: DayReport, training = false): Figure[] {
  const columns = {
    'business-day': report.businessDay,
    version: report.version,
    'frozen-at': report.frozenAt,
    reason: report.reason,
    'chain-head': report.chainHead,
    training: yesNo(training),
  };
  return [...headOf(report.office, 'day', columns), ...figuresIn(DAY_TABLES, report)];
}

export function monthFigures(month: MonthReport, training: boolean): Figure[] {
  const columns = { month: month.month, 'open-days': month.openDays.length, training: yesNo(training) };
  return [...headOf(month.office, 'month', columns), ...figuresIn(MONTH_TABLES, month)];
}

export function yearFigures(year: YearReport, training: boolean): Figure[] {
  const openDays = year.months.reduce((sum, month) => sum + month.openDays, 0);
  const columns = { year: year.year, 'open-days': openDays, training: yesNo(training) };
  return [...headOf(year.office, 'year', columns), ...figuresIn(YEAR_TABLES, year)];
}

/** The figures of a campaign; shares are hundredths of a percent. */
export function campaignFigures(progress: Progress, office: Office, training: boolean): Figure[] {
  const { campaign, on, workingDaysLeft } = progress;
  const columns = {
    id: campaign.campaignId,
    name: campaign.name,
    unit: campaign.unit,
    from: campaign.from,
    'due-on': campaign.dueOn,
    'stated-total': campaign.statedTotal,
    on,
    'working-days-left': workingDaysLeft,
    training: yesNo(training),
  };
  return [...headOf(office, 'campaign', columns), ...figuresIn(CAMPAIGN_TABLES, progress)];
}

/** What a day, a month and a sum of offices divide alike. */
export function partFigures(parts: Parts): Figure[] {
  return figuresIn(PART_TABLES, parts);
}

/** What every list says of itself. */
export function headOf(office: Office, subject: string, columns: Columns): Figure[] {
  const { name, code, receivingLevel } = office;
  const rows: Readonly<Record<string, Columns>> = {
    schema: FIGURES_SCHEMA,
    office: { name, code, 'receiving-level': receivingLevel },
    [subject]: columns,
  };
  return Object.entries(rows).flatMap(([row, values]) =>
    Object.entries(values).map(([column, value]) => ({ section: 'report', row, column, value })),
  );
}

function figuresIn<Source>(tables: Readonly<Record<string, Section<Source>>>, source: Source): Figure[] {
  return Object.values(tables).flatMap((table) => {
    const { rows, total } = table(source, 'file');
    return [...rows.flatMap(({ cells }) => cells), ...total].flatMap(({ value, address }) =>
      address === null ? [] : { ...address, value },
    );
  });
}

function yesNo(yes: boolean): string {
  return yes ? 'yes' : 'no';
}
