import type { Services } from '../desk-call.ts';
import { calendarServices } from './calendar.ts';
import { campaignServices } from './campaign.ts';
import { dayCorrectServices } from './day-correct.ts';
import { dayServices } from './day.ts';
import { exportServices } from './export.ts';
import { extractServices } from './extract.ts';
import { followUpServices } from './follow-up.ts';
import { officeServices } from './office.ts';
import { personServices } from './person.ts';
import { printServices } from './print.ts';
import { printSendServices } from './print-send.ts';
import { printerServices } from './printer.ts';
import { queueServices } from './queue.ts';
import { reportServices } from './report.ts';
import { reportPeriodServices } from './report-period.ts';
import { reportTicketServices } from './report-tickets.ts';
import { rulePackServices } from './rule-packs.ts';
import { rulesServices } from './rules.ts';
import { slipServices } from './slip-design.ts';
import { systemServices } from './system.ts';
import { callServices } from './ticket-call.ts';
import { detailServices } from './ticket-detail.ts';
import { issueServices } from './ticket-issue.ts';
import { moveServices } from './ticket-move.ts';
import { undoServices } from './ticket-undo.ts';

/** Every method of the contract has exactly one service; a missing one does not compile. */
export const services: Services = {
  ...systemServices,
  ...officeServices,
  ...dayServices,
  ...issueServices,
  ...callServices,
  ...moveServices,
  ...undoServices,
  ...detailServices,
  ...personServices,
  ...queueServices,
  ...rulesServices,
  ...rulePackServices,
  ...calendarServices,
  ...reportServices,
  ...reportPeriodServices,
  ...reportTicketServices,
  ...dayCorrectServices,
  ...followUpServices,
  ...extractServices,
  ...campaignServices,
  ...exportServices,
  ...printServices,
  ...printSendServices,
  ...printerServices,
  ...slipServices,
};
