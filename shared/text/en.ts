import { accountEn } from './areas/account.ts';
import { boardEn } from './areas/board.ts';
import { campaignEn } from './areas/campaign.ts';
import { dashboardEn } from './areas/dashboard.ts';
import { followUpEn } from './areas/follow-up.ts';
import { reportEn } from './areas/report.ts';
import { reportSheetEn } from './areas/report-sheet.ts';
import { commonEn } from './areas/common.ts';
import { counterEn } from './areas/counter.ts';
import { dayEndEn } from './areas/day-end.ts';
import { exportBookEn } from './areas/export-book.ts';
import { firstRunEn } from './areas/first-run.ts';
import { frameEn } from './areas/frame.ts';
import { handoutEn } from './areas/handout.ts';
import { morningEn } from './areas/morning.ts';
import { personEn } from './areas/person.ts';
import { printingEn } from './areas/printing.ts';
import { problemEn } from './areas/problem.ts';
import { queueEn } from './areas/queue.ts';
import { receptionEn } from './areas/reception.ts';
import { rosterEn } from './areas/roster.ts';
import { teamEn } from './areas/team.ts';
import { visitEn } from './areas/visit.ts';
import { visitSheetEn } from './areas/visit-sheet.ts';
import { rulesEn } from './areas/rules.ts';
import { safetyEn } from './areas/safety.ts';
import { scanEn } from './areas/scan.ts';
import { settingsEn } from './areas/settings.ts';
import { shellEn } from './areas/shell.ts';
import { signInEn } from './areas/sign-in.ts';
import { slipEn } from './areas/slip.ts';
import { slipSettingsEn } from './areas/slip-settings.ts';
import { startUpEn } from './areas/start-up.ts';
import { wallEn } from './areas/wall.ts';
import type { Catalogue } from './vi.ts';

export const en: Catalogue = {
  common: commonEn,
  problem: problemEn,
  person: personEn,
  printing: printingEn,
  startUp: startUpEn,
  frame: frameEn,
  firstRun: firstRunEn,
  morning: morningEn,
  reception: receptionEn,
  roster: rosterEn,
  team: teamEn,
  visit: visitEn,
  visitSheet: visitSheetEn,
  counter: counterEn,
  queue: queueEn,
  wall: wallEn,
  shell: shellEn,
  signIn: signInEn,
  dayEnd: dayEndEn,
  safety: safetyEn,
  scan: scanEn,
  settings: settingsEn,
  slip: slipEn,
  slipSettings: slipSettingsEn,
  exportBook: exportBookEn,
  rules: rulesEn,
  handout: handoutEn,
  account: accountEn,
  followUp: followUpEn,
  campaign: campaignEn,
  board: boardEn,
  dashboard: dashboardEn,
  report: reportEn,
  reportSheet: reportSheetEn,
};
