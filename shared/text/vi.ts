import { accountVi } from './areas/account.ts';
import { boardVi } from './areas/board.ts';
import { campaignVi } from './areas/campaign.ts';
import { dashboardVi } from './areas/dashboard.ts';
import { followUpVi } from './areas/follow-up.ts';
import { reportVi } from './areas/report.ts';
import { reportSheetVi } from './areas/report-sheet.ts';
import { commonVi } from './areas/common.ts';
import { counterVi } from './areas/counter.ts';
import { dayEndVi } from './areas/day-end.ts';
import { exportBookVi } from './areas/export-book.ts';
import { firstRunVi } from './areas/first-run.ts';
import { frameVi } from './areas/frame.ts';
import { handoutVi } from './areas/handout.ts';
import { morningVi } from './areas/morning.ts';
import { personVi } from './areas/person.ts';
import { printingVi } from './areas/printing.ts';
import { problemVi } from './areas/problem.ts';
import { queueVi } from './areas/queue.ts';
import { receptionVi } from './areas/reception.ts';
import { rosterVi } from './areas/roster.ts';
import { teamVi } from './areas/team.ts';
import { visitVi } from './areas/visit.ts';
import { visitSheetVi } from './areas/visit-sheet.ts';
import { rulesVi } from './areas/rules.ts';
import { safetyVi } from './areas/safety.ts';
import { scanVi } from './areas/scan.ts';
import { settingsVi } from './areas/settings.ts';
import { shellVi } from './areas/shell.ts';
import { signInVi } from './areas/sign-in.ts';
import { slipVi } from './areas/slip.ts';
import { slipSettingsVi } from './areas/slip-settings.ts';
import { startUpVi } from './areas/start-up.ts';
import { wallVi } from './areas/wall.ts';

/** The Vietnamese catalogue; its shape is the type of every other language. */
export const vi = {
  common: commonVi,
  problem: problemVi,
  person: personVi,
  printing: printingVi,
  startUp: startUpVi,
  frame: frameVi,
  firstRun: firstRunVi,
  morning: morningVi,
  reception: receptionVi,
  roster: rosterVi,
  team: teamVi,
  visit: visitVi,
  visitSheet: visitSheetVi,
  counter: counterVi,
  queue: queueVi,
  wall: wallVi,
  shell: shellVi,
  signIn: signInVi,
  dayEnd: dayEndVi,
  safety: safetyVi,
  scan: scanVi,
  settings: settingsVi,
  slip: slipVi,
  slipSettings: slipSettingsVi,
  exportBook: exportBookVi,
  rules: rulesVi,
  handout: handoutVi,
  account: accountVi,
  followUp: followUpVi,
  campaign: campaignVi,
  board: boardVi,
  dashboard: dashboardVi,
  report: reportVi,
  reportSheet: reportSheetVi,
};

export type Catalogue = typeof vi;
