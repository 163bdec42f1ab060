import { ChartFigure } from '#renderer/charts/chart-figure.tsx';
import { PaceChart } from '#renderer/charts/pace-chart.tsx';
import { evenPace } from '#renderer/charts/pace-shapes.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { targetKey, type Progress, type ProgressRow } from '#shared/domain/report/campaign.ts';
import { CAMPAIGN_TABLES } from '#shared/domain/report/campaign-tables.ts';
import { unitText } from '#shared/text/unit-text.ts';
import { doubtText } from '#shared/text/doubt-text.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { formatHundredths } from '#shared/text/hundredths.ts';
import { cellText, rowTitle, targetName, wordedTable } from '#shared/text/report-words.ts';
import { IconFolderDown, IconPrinter } from '@tabler/icons-react';
import styles from './targets.module.css';

type TargetsProps = {
  readonly campaigns: readonly Progress[];
  /** Pixels that a chart has, about. */
  readonly width?: number;
  readonly onPrint?: (campaignId: string) => void;
  readonly onExport?: (campaignId: string) => void;
};

/** Every campaign: its levels against their targets, the pace line, and what does not add up. */
export function Targets({ campaigns, width = 600, onPrint, onExport }: TargetsProps) {
  const words = useText().campaign;
  if (campaigns.length === 0) {
    return (
      <p className={styles['none']}>
        {words.none} {words.noneLeader}
      </p>
    );
  }
  return campaigns.map((progress) => (
    <Campaign
      key={progress.campaign.campaignId}
      progress={progress}
      width={width}
      onPrint={onPrint === undefined ? undefined : () => onPrint(progress.campaign.campaignId)}
      onExport={onExport === undefined ? undefined : () => onExport(progress.campaign.campaignId)}
    />
  ));
}

function Campaign({
  progress,
  width,
  onPrint,
  onExport,
}: {
  readonly progress: Progress;
  readonly width: number;
  readonly onPrint: (() => void) | undefined;
  readonly onExport: (() => void) | undefined;
}) {
  const text = useText();
  const words = text.campaign;
  const language = useLanguage();
  const { campaign, total } = progress;
  const targets = wordedTable(CAMPAIGN_TABLES.targets(progress, 'screen'), text, language);
  const count = (value: number) => formatNumber(value, language);
  return (
    <ChartFigure
      title={campaign.name}
      picture={`chi-tieu-den-${progress.on}.png`}
      end={
        <>
          {onExport === undefined ? null : (
            <Button
              size="small"
              variant="quiet"
              aria-label={`${text.dashboard.exports}: ${campaign.name}`}
              title={text.dashboard.exports}
              icon={<IconFolderDown size={16} aria-hidden="true" />}
              onClick={onExport}
            />
          )}
          {onPrint === undefined ? null : (
            <Button
              size="small"
              variant="quiet"
              aria-label={`${text.dashboard.printCampaign}: ${campaign.name}`}
              title={text.dashboard.printCampaign}
              icon={<IconPrinter size={16} aria-hidden="true" />}
              onClick={onPrint}
            />
          )}
        </>
      }
      summary={words.lineSummary(
        count(total.activated),
        count(total.target),
        formatHundredths(total.percent, language),
        formatDay(progress.on, language),
        count(evenPace(progress)),
      )}
      table={{
        columns: [targets.names.join(), ...targets.columns.map(({ title }) => title)],
        rows: targets.rows.map((row) => ({
          key: row.key,
          cells: [rowTitle(row), ...row.cells.map((cell) => cellText(cell, language))],
        })),
      }}
    >
      <p className={styles['due']}>
        {words.until(formatDay(campaign.dueOn, language))}, {words.daysLeft(count(progress.workingDaysLeft))}
      </p>
      <ul className={styles['levels']}>
        {progress.rows.map((row) => (
          <Level key={targetKey(row)} row={row} isOver={progress.on > campaign.dueOn} />
        ))}
      </ul>
      {progress.unit === null ? null : (
        <p className={styles['due']}>{unitText(progress.unit, progress.rounding, text, language)}</p>
      )}
      {progress.doubts.map((doubt) => (
        <Note key={JSON.stringify(doubt)} tone="warn" className={styles['doubt']}>
          {doubtText(doubt, progress, text, language)}
        </Note>
      ))}
      <PaceChart
        progress={progress}
        text={words}
        language={language}
        width={width}
        height={190}
        letters={14}
      />
    </ChartFigure>
  );
}

/** One level: what was reached of what, and what each working day left needs. */
function Level({ row, isOver }: { readonly row: ProgressRow; readonly isOver: boolean }) {
  const text = useText();
  const words = text.campaign;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const pace =
    row.remaining === 0
      ? words.paceDone
      : row.pace === null
        ? isOver
          ? words.paceOver
          : '–'
        : words.pace(count(row.pace));
  const projection =
    row.projection === null
      ? words.noProjection
      : row.projection.from === row.projection.to
        ? words.projectionOne(count(row.projection.to))
        : words.projection(count(row.projection.from), count(row.projection.to));
  return (
    <li>
      <p className={styles['levelHead']}>
        <b>{targetName(targetKey(row), text)}</b>
        {row.late ? <Chip tone="warn">{words.late}</Chip> : null}
        <NumberText>
          {count(row.activated)} / {count(row.target)}
        </NumberText>
        <NumberText className={styles['percent']}>{formatHundredths(row.percent, language)}</NumberText>
      </p>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['track']} x="0" y="0" width="100" height="8" />
        <rect
          className={styles[row.late ? 'lateBar' : 'bar']}
          x="0"
          y="0"
          width={Math.min(100, (row.percent ?? 0) / 100)}
          height="8"
        />
      </svg>
      <p className={styles['levelFoot']}>
        <span>{pace}</span>
        <span>{projection}</span>
      </p>
    </li>
  );
}
