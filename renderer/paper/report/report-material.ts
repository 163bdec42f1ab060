import type { Progress } from '#shared/domain/report/campaign.ts';
import type { DeskClient, MethodName, Input, Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import type { ReportVersion } from '#shared/contract/report-period.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { localDay, type IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { ReportSubject } from './report-order.ts';

type CorrectedDay = { readonly day: IsoDate; readonly newest: ReportVersion };

/** Everything a printed report says, as the desk gave it. `signedOn` is the date in its head. */
export type ReportMaterial =
  | {
      readonly kind: 'day';
      readonly office: Office;
      readonly signedOn: IsoDate;
      readonly report: DayReport;
      readonly campaigns: readonly Progress[];
    }
  | {
      readonly kind: 'month';
      readonly office: Office;
      readonly signedOn: IsoDate;
      readonly report: MonthReport;
      readonly corrected: readonly CorrectedDay[];
    }
  | {
      readonly kind: 'campaign';
      readonly office: Office;
      readonly signedOn: IsoDate;
      readonly progress: Progress;
    };

type LoadedReport =
  | { readonly ok: true; readonly material: ReportMaterial }
  | { readonly ok: false; readonly problem: DeskProblem };

class Refused extends Error {
  readonly problem: DeskProblem;
  constructor(problem: DeskProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Asks the desk for what one report needs. A closed day is dated by its freezing, so that it prints the same for ever. */
export async function loadReport(client: DeskClient, subject: ReportSubject): Promise<LoadedReport> {
  const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await client.call(method, input);
    if (!reply.ok) throw new Refused(reply.problem);
    return reply.value;
  };
  try {
    const office = await ask('office.show', {});
    if (office === null) throw new Refused({ code: 'not-set-up' });
    const { today } = await ask('day.status', {});
    switch (subject.kind) {
      case 'day': {
        const { businessDay, version } = subject;
        const report = await ask('report.day', {
          businessDay,
          ...(version === undefined ? {} : { version }),
        });
        const signedOn = report.frozenAt === null ? today : localDay(report.frozenAt);
        const campaigns: Progress[] = [];
        // Targets follow the settings of the moment: a closed day, which prints the same for ever, leaves them out.
        for (const one of report.frozenAt === null ? await ask('campaign.list', {}) : []) {
          if (one.from <= businessDay && one.dueOn >= businessDay)
            campaigns.push(await ask('campaign.progress', { campaignId: one.campaignId, on: businessDay }));
        }
        return { ok: true, material: { kind: 'day', office, signedOn, report, campaigns } };
      }
      case 'month': {
        const report = await ask('report.month', { month: subject.month });
        const corrected: CorrectedDay[] = [];
        for (const { day, version } of report.days) {
          if ((version ?? 0) < 2) continue;
          const newest = (await ask('report.versions', { businessDay: day })).toSorted(
            (a, b) => b.version - a.version,
          )[0];
          if (newest !== undefined) corrected.push({ day, newest });
        }
        return { ok: true, material: { kind: 'month', office, signedOn: today, report, corrected } };
      }
      case 'campaign': {
        const progress = await ask('campaign.progress', { campaignId: subject.campaignId });
        return { ok: true, material: { kind: 'campaign', office, signedOn: today, progress } };
      }
    }
  } catch (failure) {
    if (failure instanceof Refused) return { ok: false, problem: failure.problem };
    throw failure;
  }
}
