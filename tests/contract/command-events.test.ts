import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  deskContract,
  type CommandName,
  type DeskClient,
  type MethodName,
} from '#shared/contract/desk-contract.ts';
import type { DeskEventName } from '#shared/contract/event.ts';
import { deskHouse } from '#tests/support/desk-clients.ts';
import { BESIDE_A_DESK, workDay } from '#tests/support/worked-day.ts';

/** What each command leaves in the log on the prepared day of `workDay`; a command without a row does not compile. */
const LEAVES: Record<CommandName, readonly DeskEventName[]> = {
  'office.set-up': ['office.set-up'],
  'system.move-in': ['office.moved'],
  'office.update': ['office.updated'],
  'device.set-settings': ['device.updated'],
  'device.set-voice': ['device.updated'],
  'officer.save': ['officer.saved'],
  'officer.set-pin': ['officer.saved'],
  'officer.unlock': ['officer.unlocked'],
  'officer.recover': ['officer.recovered'],
  'session.open': ['session.opened'],
  'session.close': [],
  'session.lock': [],
  'access.set-policy': ['access.updated'],
  'join.here': [],
  'join.leave': [],
  'pc.become-level': [],
  'lan.open': ['lan.opened'],
  'lan.close': ['lan.closed'],
  'tv.open': ['tv.opened'],
  'tv.close': ['tv.closed'],
  'tv.code': ['tv.code-made'],
  'pairing.start': ['pairing.started'],
  'pairing.end': ['pairing.ended'],
  'device.rename': ['device.renamed'],
  'device.revoke': ['device.revoked'],
  'counter.add': ['counter.added'],
  'counter.update': ['counter.updated'],
  'counter.set-word': ['counter.updated'],
  'counter.pause': ['counter.paused'],
  'counter.resume': ['counter.resumed'],
  'series.save': ['series.updated'],
  'day.open': ['day.opened'],
  'day.withdraw': ['day.withdrawn'],
  'day.void': ['day.voided'],
  'day.note': ['day.noted'],
  // One person is left over that evening.
  'day.close': ['ticket.settled', 'day.closed'],
  'day.correct': ['day.corrected'],
  'ticket.issue': ['ticket.issued'],
  'ticket.add-request': ['ticket.request-added'],
  'ticket.call-next': ['ticket.called'],
  'ticket.call': ['ticket.called'],
  'ticket.recall': ['ticket.recalled'],
  'ticket.start': ['ticket.started'],
  'ticket.not-here': ['ticket.not-here'],
  'ticket.return': ['ticket.returned'],
  'ticket.hold': ['ticket.held'],
  'ticket.set-remark': ['ticket.remark-set'],
  'ticket.resume': ['ticket.resumed'],
  'ticket.transfer': ['ticket.transferred'],
  'ticket.finish': ['ticket.finished'],
  'ticket.leave': ['ticket.left'],
  'ticket.cancel': ['ticket.cancelled'],
  'ticket.settle': ['ticket.settled'],
  'ticket.reopen': ['ticket.reopened'],
  'ticket.undo': ['ticket.undone'],
  'request.set-paper': ['request.paper-set'],
  'request.decide': ['request.decided'],
  'request.set-case': ['request.case-set'],
  'person.update': ['person.updated'],
  'person.erase': ['person.erased'],
  // Nobody has been kept long enough.
  'data.purge': [],
  'calendar.set-day': ['calendar.updated'],
  'calendar.import': ['calendar.updated'],
  'rules.override': ['rules.updated'],
  'rules.import': ['rules.updated'],
  'slip.save-design': ['slip.design-saved'],
  'slip.choose': ['slip.chosen'],
  'print.queue': ['print.queued'],
  'print.queue-form': ['print.queued'],
  'print.again': ['print.queued'],
  'print.begin': ['print.marked'],
  'print.mark': ['print.marked'],
  'print.send': ['print.marked'],
  'print.send-raster': ['print.marked'],
  'printer.test': [],
  'follow-up.set-notice': ['follow-up.noticed'],
  'follow-up.record-contact': ['follow-up.contacted'],
  'follow-up.set-reason': ['follow-up.reason-set'],
  'follow-up.activate': ['follow-up.activated'],
  'follow-up.withdraw': ['follow-up.withdrawn'],
  'extract.apply': ['extract.applied'],
  'roster.apply': ['roster.applied'],
  'roster.take-back': ['roster.taken-back'],
  'roster.save': ['roster.saved'],
  'roster.end': ['roster.ended'],
  'roster.add-member': ['roster.applied'],
  'roster.mark': ['roster.marked'],
  'roster.match': ['roster.marked'],
  'visit.save': ['visit.saved'],
  'visit.call-off': ['visit.called-off'],
  'visit.take': ['ticket.issued'],
  'home-visit.save': ['home-visit.saved'],
  'home-visit.plan': ['home-visit.planned'],
  'home-visit.end': ['home-visit.ended'],
  'team.save': ['team.saved'],
  'team.lose': ['team.laptop-lost'],
  'team.starter': ['team.starter-made'],
  'team.start': ['office.set-up', 'team.started'],
  'team.pack': ['team.packed'],
  'team.merge': ['team.arrived', 'team.merged'],
  'team.confirm': ['team.confirmed'],
  'campaign.save': ['campaign.saved'],
  'campaign.remove': ['campaign.removed'],
  'unit.set-totals': ['campaign.totals-set'],
  'report.save': ['report.saved'],
  // A file is written after the answer, and leaves its event then.
  'export.start': [],
  'export.retry': [],
  'export.cancel': [],
  'export.sent': ['report.saved'],
  'export.try-folder': [],
  'export.renew-key': ['report.key-renewed'],
  'backup.set-settings': ['backup.updated'],
  'backup.make': ['backup.made'],
  'update.review': ['update.reviewed'],
  'update.install': ['update.started'],
  'update.watch': ['update.watched'],
  'update.seen': ['update.seen'],
  // Its event stands in the restored journal, which is shorter.
  'backup.restore': [],
  // Its event is the first of the desk that comes of it.
  'data.encrypt': ['data.encrypted'],
  'data.unlock': [],
  'data.prove-recovery': ['data.recovery-proven'],
  'data.renew-recovery': ['data.recovery-renewed'],
  'data.set-passphrase': ['data.passphrase-set'],
  'voice.keep': ['voice.kept'],
  'voice.use': ['voice.used'],
  'voice.remove': ['voice.removed'],
};

test('each command leaves its own event, about the ticket it was given, and a question leaves none', async () => {
  const house = await deskHouse();
  const folder = join(house.folder, 'exports');
  mkdirSync(folder);
  const { client } = house.doors.direct;
  const seen: { method: string; left: readonly DeskEventName[] }[] = [];
  const tickets: unknown[] = [];
  const call = async (method: MethodName, input: { ticketId?: string }, key?: string) => {
    const before = house.desk().lastEvent();
    const reply = await client.call(method, input, key);
    const events = house
      .desk()
      .eventsSince(before, 100)
      .filter(({ name }) => name !== 'report.saved' || method === 'report.save' || method === 'export.sent')
      // The first copy of enciphered data is made by itself, whenever it is done.
      .filter(({ name }) => name !== 'backup.made' || method === 'backup.make');
    // What VNeID holds stands on a new checklist: each such row is told, so that the log alone can be recounted.
    const own =
      method === 'ticket.issue' || method === 'visit.take'
        ? events.filter(({ name }) => name !== 'request.paper-set')
        : events;
    seen.push({ method, left: own.map(({ name }) => name) });
    if (input.ticketId !== undefined) {
      for (const { ticketId } of events) tickets.push({ method, asked: input.ticketId, ticketId });
    }
    return reply;
  };
  await workDay({ ...client, call: call as DeskClient['call'] }, folder, randomUUID);

  const isCommand = (method: string): method is CommandName =>
    deskContract[method as MethodName].kind === 'command';
  expect(seen).toEqual(seen.map(({ method }) => ({ method, left: isCommand(method) ? LEAVES[method] : [] })));
  const unasked = Object.keys(LEAVES).filter((method) => !seen.some((one) => one.method === method));
  expect(unasked.filter((method) => !BESIDE_A_DESK.includes(method))).toEqual([]);
  expect(tickets).not.toEqual([]);
  for (const one of tickets as { asked: string; ticketId: string }[]) expect(one.ticketId).toBe(one.asked);
});
