import { z } from 'zod';
import { count, id, instant, text } from '#shared/domain/values.ts';
import { JOINED_KINDS, LAN_TROUBLES } from './lan-words.ts';
import { leaders, type DeskMethod } from './method.ts';

/** An address of a network card of this PC, or all of them. */
const address = z.ipv4();

const lanDoor = z.object({
  address,
  port: count,
  /** SHA-256 of the certificate, hexadecimal: what a joined PC knows the desk by. */
  fingerprint: z.string(),
  /** Four words made from it, to be compared by voice. */
  words: z.array(z.string()),
});
const tvDoor = z.object({ address, port: count });
export type LanDoorState = z.infer<typeof lanDoor>;

export const deviceKind = z.enum(['desk', 'tv', ...JOINED_KINDS]);

const device = z.object({
  id,
  name: z.string(),
  kind: deviceKind,
  counterId: id.nullable(),
  joinedAt: instant,
  /** When it was last heard, to about ten minutes while it is there; null of the desk's own PC. */
  lastSeen: instant.nullable(),
  /** Its line is up. */
  connected: z.boolean(),
  /** A revoked device has no way back: it is listed because what it did stands in the journal. */
  revokedAt: instant.nullable(),
});
export type Device = z.infer<typeof device>;

const nothing = z.object({});

export const lanContract = {
  /**
   * Opens the door to other PCs of the office, now and at each start until `lan.close`. Port 0 takes a free one and keeps it. Refused
   * with `lan-not-opened`; what was open before is then open still.
   */
  'lan.open': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ address, port: z.int().min(0).max(65_535) }),
    output: lanDoor,
  },
  /** Ends every line at once. Devices stay joined and come back when it is opened again. */
  'lan.close': { kind: 'command', slow: true, roles: leaders, input: nothing, output: nothing },
  'lan.state': {
    kind: 'query',
    stale: ['lan', 'device', 'pairing', 'office.set-up'],
    roles: leaders,
    input: nothing,
    output: z.object({
      /** Null while no leader has opened it. */
      door: lanDoor.nullable(),
      /** Why nobody comes in although it was opened; it is tried again by itself. */
      trouble: z.enum(LAN_TROUBLES).nullable(),
      /** Where it could be opened: the addresses of this PC. */
      addresses: z.array(z.object({ name: z.string(), address })),
      pairing: z
        .object({ kind: z.enum(JOINED_KINDS), name: z.string(), until: instant, triesLeft: count })
        .nullable(),
    }),
  },
  /**
   * A code of 12 signs that one device may join with, once, within ten minutes; with five wrong tries it is gone. A new one takes the
   * place of the one before. Refused with `lan-not-opened` while the door is shut.
   */
  'pairing.start': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ kind: z.enum(JOINED_KINDS), counterId: id.optional(), name: text(60) }),
    output: z.object({ code: z.string(), until: instant }),
  },
  'pairing.end': { kind: 'command', roles: leaders, input: nothing, output: nothing },
  'device.list': {
    kind: 'query',
    stale: ['device', 'office.set-up', 'counter'],
    roles: leaders,
    input: nothing,
    output: z.array(device),
  },
  'device.rename': {
    kind: 'command',
    roles: leaders,
    input: z.object({ deviceId: id, name: text(60) }),
    output: device,
  },
  /**
   * Opens the wall to TVs of the network over plain HTTP, now and at each start until `tv.close`: numbers and counters, nothing else. At
   * one address of this PC; otherwise as `lan.open`.
   */
  'tv.open': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({
      address: address.refine((at) => at !== '0.0.0.0', 'one-address'),
      port: z.int().min(0).max(65_535),
    }),
    output: tvDoor,
  },
  /** TVs say that it is shut. They stay let in and come back when it is opened again. */
  'tv.close': { kind: 'command', roles: leaders, input: nothing, output: nothing },
  'tv.state': {
    kind: 'query',
    stale: ['tv', 'device', 'office.set-up'],
    roles: leaders,
    input: nothing,
    output: z.object({
      door: tvDoor.nullable(),
      trouble: z.enum(LAN_TROUBLES).nullable(),
      code: z.object({ until: instant, triesLeft: count }).nullable(),
    }),
  },
  /** A code of eight digits that one TV may come in with, once, within ten minutes; with five wrong tries it is gone. As `pairing.start`. */
  'tv.code': {
    kind: 'command',
    secret: true,
    roles: leaders,
    input: nothing,
    output: z.object({ code: z.string(), until: instant }),
  },
  /** Its lines end at once, and its token opens nothing more. Refused with `unknown-device`, also for the desk's own PC. */
  'device.revoke': {
    kind: 'command',
    roles: leaders,
    input: z.object({ deviceId: id }),
    output: device,
  },
} as const satisfies Record<string, DeskMethod>;
