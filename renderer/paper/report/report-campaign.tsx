import { PaceChart } from '#renderer/charts/pace-chart.tsx';
import { evenPace } from '#renderer/charts/pace-shapes.ts';
import { CAMPAIGN_TABLES, paceTable } from '#shared/domain/report/campaign-tables.ts';
import { unitText } from '#shared/text/unit-text.ts';
import { doubtText } from '#shared/text/doubt-text.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { formatHundredths } from '#shared/text/hundredths.ts';
import { wordedTable } from '#shared/text/report-words.ts';
import type { ReportMaterial } from './report-material.ts';
import { linesOf, Notes } from './report-notes.tsx';
import { Part, ReportPaper, type ReportWords } from './report-paper.tsx';
import { PaperTable, TargetTable } from './report-tables.tsx';
import styles from './report.module.css';

type CampaignMaterial = Extract<ReportMaterial, { kind: 'campaign' }>;

/** Progress of one campaign: targets, pace, the line, and what does not add up. */
export function CampaignReportSheet({
  material: { office, progress, signedOn },
  text: words,
  language,
}: ReportWords & { readonly material: CampaignMaterial }) {
  const text = words.reportSheet;
  const count = (value: number) => formatNumber(value, language);
  const { campaign, total } = progress;
  return (
    <ReportPaper
      text={words}
      language={language}
      office={office}
      signedOn={signedOn}
      about={text.ofCampaign(campaign.name)}
      closing={
        <Part place={6} title={text.doubts}>
          {progress.doubts.length === 0 ? <p>{text.noDoubts}</p> : null}
          {progress.doubts.map((doubt) => (
            <p key={JSON.stringify(doubt)}>- {doubtText(doubt, progress, words, language)}</p>
          ))}
        </Part>
      }
    >
      <Part place={1} title={words.report.title.targets}>
        <TargetTable progress={progress} text={words} language={language} />
        <p className={styles['note']}>{words.report.rounding[progress.rounding]}</p>
      </Part>
      <Part place={2} title={words.report.title.pace}>
        <PaperTable
          table={wordedTable(paceTable(progress, 'paper'), words, language)}
          text={words}
          language={language}
        />
        <p className={styles['note']}>{text.daysLeft(count(progress.workingDaysLeft))}</p>
        <div className={styles['chart']}>
          <PaceChart
            progress={progress}
            text={words.campaign}
            language={language}
            width={612}
            height={240}
            letters={15}
          />
        </div>
        <p className={styles['note']}>
          {words.campaign.lineSummary(
            count(total.activated),
            count(total.target),
            formatHundredths(total.percent, language),
            formatDay(progress.on, language),
            count(evenPace(progress)),
          )}
        </p>
      </Part>
      <Part place={3} title={words.report.title.unit}>
        <PaperTable
          table={wordedTable(CAMPAIGN_TABLES.unit(progress, 'paper'), words, language)}
          text={words}
          language={language}
        />
        {progress.unit === null ? null : (
          <p className={styles['note']}>{unitText(progress.unit, progress.rounding, words, language)}</p>
        )}
      </Part>
      <Part place={4} title={words.report.title['by-month']}>
        <PaperTable
          table={wordedTable(CAMPAIGN_TABLES.byMonth(progress, 'paper'), words, language)}
          text={words}
          language={language}
        />
      </Part>
      <Part place={5} title={words.report.title.notes}>
        <Notes
          text={words}
          difficulties={linesOf(campaign.difficulties ?? '')}
          proposals={linesOf(campaign.proposals ?? '')}
        />
      </Part>
    </ReportPaper>
  );
}
