import type { z } from 'zod';
import { backupContract } from './backup.ts';
import { calendarContract } from './calendar.ts';
import { campaignContract } from './campaign.ts';
import { BODY_LIMIT_KIB, type EventPlace } from './channels.ts';
import { dataContract } from './data.ts';
import { dayContract } from './day.ts';
import type { DeskEvent, WallEvent } from './event.ts';
import { exportContract } from './export.ts';
import { followUpContract } from './follow-up.ts';
import { identityContract } from './identity.ts';
import { joinContract } from './join.ts';
import { lanContract } from './lan.ts';
import type { DeskMethod } from './method.ts';
import { officeContract } from './office.ts';
import { officerContract } from './officer.ts';
import { personContract } from './person.ts';
import { printContract } from './print.ts';
import type { DeskReply } from './problem.ts';
import { procedureContract } from './procedure.ts';
import { reportPeriodContract } from './report-period.ts';
import { reportContract } from './report.ts';
import { roomContract } from './room.ts';
import { rosterContract } from './roster.ts';
import { teamContract } from './team.ts';
import { visitContract } from './visit.ts';
import { rulesContract } from './rules.ts';
import { slipContract } from './slip.ts';
import { systemContract } from './system.ts';
import { requestContract } from './request.ts';
import { queueContract, ticketContract } from './ticket.ts';
import { updateContract } from './update.ts';
import { voiceContract } from './voice.ts';

/** Everything the desk can be asked or told. Nothing else crosses the border. */
export const deskContract = {
  ...systemContract,
  ...dataContract,
  ...officeContract,
  ...officerContract,
  ...lanContract,
  ...joinContract,
  ...dayContract,
  ...ticketContract,
  ...requestContract,
  ...queueContract,
  ...roomContract,
  ...personContract,
  ...identityContract,
  ...calendarContract,
  ...procedureContract,
  ...rulesContract,
  ...reportContract,
  ...reportPeriodContract,
  ...exportContract,
  ...followUpContract,
  ...campaignContract,
  ...rosterContract,
  ...teamContract,
  ...visitContract,
  ...printContract,
  ...slipContract,
  ...backupContract,
  ...voiceContract,
  ...updateContract,
} as const satisfies Record<string, DeskMethod>;

export type DeskContract = typeof deskContract;
export type MethodName = keyof DeskContract;
type MethodOfKind<K extends 'query' | 'command'> = {
  [M in MethodName]: DeskContract[M]['kind'] extends K ? M : never;
}[MethodName];
export type QueryName = MethodOfKind<'query'>;
export type CommandName = MethodOfKind<'command'>;

/** What a caller hands in, before parsing. */
export type Input<M extends MethodName> = z.input<DeskContract[M]['input']>;
/** What a service receives, after parsing. */
export type Parsed<M extends MethodName> = z.output<DeskContract[M]['input']>;
export type Output<M extends MethodName> = z.output<DeskContract[M]['output']>;

/** A desk as its callers see it, whichever transport carries the calls. */
export type DeskClient = {
  call<M extends MethodName>(
    method: M,
    input: Input<M>,
    idempotencyKey?: string,
  ): Promise<DeskReply<Output<M>>>;
  /** Delivers every event after `from` in order, to a display as little of it as the wall may know; returns the function that stops it. When it is live again, ask anew. */
  listen(
    from: EventPlace,
    listener: (event: DeskEvent | WallEvent) => void,
    connection?: (live: boolean) => void,
  ): () => void;
};

/** Largest body of a call in KiB; a name that is no method gets the usual limit. */
export function bodyLimitKiB(method: string): number {
  const rule: DeskMethod | undefined = isMethod(method) ? deskContract[method] : undefined;
  return rule?.bodyKiB ?? BODY_LIMIT_KIB;
}

export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(deskContract, name);
}
