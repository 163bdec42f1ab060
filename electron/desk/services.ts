import type { Services } from './desk-call.ts';
import type { Access } from './access/access.ts';
import { accessServices } from './access/officers.ts';
import type { Pins } from '#electron/access/pins.ts';
import { backupServices } from './backup/backup.ts';
import type { CopyKeeper } from './backup/copy-keeper.ts';
import { calendarServices } from './law/calendar.ts';
import { campaignServices } from './account/campaign.ts';
import { dayCorrectServices } from './day/day-correct.ts';
import { dayServices } from './day/day.ts';
import { exportServices } from './delivery/export.ts';
import { eraseServices } from './person/erase.ts';
import { extractServices } from './account/extract.ts';
import { followUpServices } from './account/follow-up.ts';
import { officeServices } from './office/office.ts';
import { ownVoiceServices } from './office/own-voice.ts';
import { personServices } from './person/person.ts';
import { dataServices, type Purging } from './person/purge.ts';
import type { LanRoom } from './lan/lan.ts';
import type { Exporting } from './delivery/exporting.ts';
import type { Printing } from './paper/port/printing.ts';
import { printServices } from './paper/print.ts';
import { printSendServices } from './paper/print-send.ts';
import { queueServices } from './queue/queue.ts';
import { reportServices } from './day/report.ts';
import { reportPeriodServices } from './day/report-period.ts';
import { reportTicketServices } from './day/report-tickets.ts';
import { rulePackServices } from './law/rule-packs.ts';
import { rulesServices } from './law/rules.ts';
import type { DeskKeys } from './seal/desk-keys.ts';
import { sealServices } from './seal/seal.ts';
import type { SelfCheck } from './self-check.ts';
import { slipDesignServices } from './paper/slip-design.ts';
import type { Speakers } from './office/speakers.ts';
import { systemServices } from './office/system.ts';
import type { StretchCost } from './seal/stretch.ts';
import { updateServices } from './update/update.ts';
import { teamServices } from './team/team.ts';
import { homeVisitServices } from './visit/home-visit.ts';
import { visitServices } from './visit/visit.ts';
import { rosterServices } from './roster/roster.ts';
import { roomServices } from './queue/room.ts';
import { pauseServices } from './queue/counter-pause.ts';
import { callServices } from './queue/ticket-call.ts';
import { requestServices } from './queue/request-change.ts';
import { detailServices } from './queue/ticket-detail.ts';
import { issueServices } from './queue/ticket-issue.ts';
import { moveServices } from './queue/ticket-move.ts';
import { undoServices } from './queue/ticket-undo.ts';

/**
 * Every method of the contract has exactly one service; a missing one does not compile. Printers and files are handed to
 * their own rooms alone.
 */
export const deskServices = (
  printing: Printing,
  exporting: Exporting,
  checking: SelfCheck,
  purging: Purging,
  keeper: CopyKeeper,
  keys: DeskKeys,
  access: Access,
  pins: Pins,
  lan: LanRoom,
  speakers: Speakers,
  updating: Parameters<typeof updateServices>[0],
  passphraseCost?: StretchCost,
): Services => ({
  ...systemServices(checking, keys.keepsKeys),
  ...dataServices(purging, () => keeper.known(), keys.status),
  ...sealServices(keys),
  ...officeServices,
  ...ownVoiceServices,
  ...speakers.services,
  ...accessServices(access, pins, keys),
  ...lan.services,
  ...dayServices,
  ...issueServices,
  ...callServices,
  ...pauseServices,
  ...moveServices,
  ...undoServices,
  ...detailServices,
  ...requestServices,
  ...personServices,
  ...eraseServices,
  ...queueServices,
  ...roomServices,
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
  ...rosterServices,
  ...teamServices(passphraseCost),
  ...visitServices,
  ...homeVisitServices,
  ...exportServices(exporting),
  ...printServices(printing),
  ...printSendServices(printing),
  ...slipDesignServices,
  ...backupServices(keeper),
  ...updateServices(updating),
});
