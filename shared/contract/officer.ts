import { z } from 'zod';
import { LOCK_MINUTES, OFFICER_ROLES } from '#shared/domain/access/officer-rules.ts';
import { isPin } from '#shared/domain/access/pin.ts';
import { count, id, instant, text } from '#shared/domain/values.ts';
import { leaders, officers, ROLES, type DeskMethod } from './method.ts';
import { recoveryKey } from './secret.ts';
import { openDay } from './stale.ts';

/** 4 to 8 digits; what a scanner types is none. */
const pin = z.string().max(200).refine(isPin, { message: 'not-a-pin' });

/** Who works here. Of the first officer of an office the name may still be empty. */
const officer = z.object({ id, name: z.string() });

const lockMinutes = z.int().min(LOCK_MINUTES.least).max(LOCK_MINUTES.most);
const PINS = ['off', 'on'] as const;

const policy = z.object({
  pins: z.enum(PINS),
  /** Minutes without a key or a touch after which a screen is locked, while PINs are on. */
  lockMinutes,
  /** Whether there is a recovery key, and whether it was typed back from its paper once. */
  recovery: z.enum(['none', 'made', 'proven']),
});
export type AccessPolicy = z.infer<typeof policy>;

/** What the methods of officers take and answer at a desk and at a receiving level, whose officers have roles of their own. */
export function officerShapes<R extends string>(roles: readonly [R, ...R[]]) {
  const role = z.enum(roles);
  /** What a leader sees of an officer. */
  const officerDetail = officer.extend({
    roles: z.array(role),
    active: z.boolean(),
    hasPin: z.boolean(),
    /** Wrong PINs in a row. */
    wrong: count,
    /** So many that only a leader opens. */
    locked: z.boolean(),
  });
  const nothing = z.object({});
  return {
    officerDetail,
    'officer.list': { input: nothing, output: z.array(z.union([officerDetail, officer])) },
    'officer.save': {
      input: z.object({
        id: id.optional(),
        name: text(80).optional(),
        roles: z.array(role).min(1).max(roles.length).optional(),
        pin: pin.nullable().optional(),
        active: z.boolean().optional(),
      }),
      output: officerDetail,
    },
    'officer.set-pin': { input: z.object({ pin, newPin: pin }), output: officer },
    'officer.unlock': { input: z.object({ officerId: id }), output: officerDetail },
    'officer.recover': {
      input: z.object({ recoveryKey, pin, officerId: id.optional() }),
      output: officer,
    },
    'session.open': {
      input: z.object({ officerId: id, pin: pin.optional() }),
      output: z.object({ session: z.string(), officer }),
    },
    'session.close': { input: nothing, output: nothing },
    'session.lock': { input: nothing, output: nothing },
    'access.policy': { input: nothing, output: policy },
    'access.set-policy': {
      input: z.object({ pins: z.enum(PINS).optional(), lockMinutes: lockMinutes.optional() }),
      output: policy.extend({ recoveryKey: z.string().nullable() }),
    },
  };
}

const shapes = officerShapes(OFFICER_ROLES);
export type OfficerDetail = z.infer<typeof shapes.officerDetail>;

const officerPlace = z.object({
  officerId: id,
  /** The number in hand. */
  number: z.string().nullable(),
  /** The counter, else the name of the PC; null where neither has a name. */
  place: z.string().nullable(),
  /** At the PC that asks. */
  here: z.boolean(),
  /** The counter rests, until then where that was said. */
  rests: z.object({ until: instant.nullable() }).nullable(),
});
export type OfficerPlace = z.infer<typeof officerPlace>;

export const officerContract = {
  /** Those who may sign in, in the order of their keys; a leader is told everything, of those who are switched off too. */
  'officer.list': {
    kind: 'query',
    stale: ['officer', 'access', 'session', 'office.set-up'],
    roles: officers,
    session: 'free',
    ...shapes['officer.list'],
  },
  /** A new officer (without `id`, with name and roles), or what is given of one. `pin: null` takes the PIN away. Ends the officer's other sessions. */
  'officer.save': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    ...shapes['officer.save'],
  },
  /** A new PIN of the one who asks, who tells the former; a wrong one counts as at the sign-in. Ends the officer's other sessions. */
  'officer.set-pin': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: officers,
    ...shapes['officer.set-pin'],
  },
  /** Where each officer is who has somebody in hand or is signed in; nothing of the people. */
  'officer.places': {
    kind: 'query',
    stale: ['officer', 'access', 'session', 'ticket', 'counter', 'device', ...openDay, 'office.set-up'],
    roles: officers,
    session: 'free',
    input: z.object({}),
    output: z.object({
      /** The counter of the PC that asks. */
      counter: z.string().nullable(),
      places: z.array(officerPlace),
    }),
  },
  /** Lets an officer try again who was locked out by wrong PINs. */
  'officer.unlock': {
    kind: 'command',
    roles: leaders,
    ...shapes['officer.unlock'],
  },
  /** A new PIN for a leader who forgot it, by the recovery key on paper; without `officerId` for the first leader. */
  'officer.recover': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: officers,
    session: 'free',
    ...shapes['officer.recover'],
  },
  /**
   * Signs in at the device that asks, over whoever was signed in with this call's own session. `session` goes with every further call
   * (`x-desk-session`). The third wrong PIN in a row and each after it makes wait, the tenth locks.
   */
  'session.open': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: officers,
    session: 'free',
    ...shapes['session.open'],
  },
  'session.close': {
    kind: 'command',
    roles: officers,
    session: 'free',
    ...shapes['session.close'],
  },
  /** The screen is covered: until the next `session.open` the session opens nothing but that. */
  'session.lock': {
    kind: 'command',
    roles: officers,
    session: 'free',
    ...shapes['session.lock'],
  },
  /** In whose name the caller acts, and in which role. */
  'session.show': {
    kind: 'query',
    stale: ['officer', 'session', 'access', 'office.set-up'],
    roles: officers,
    input: z.object({}),
    output: z.object({ officer, role: z.enum(ROLES) }),
  },
  'access.policy': {
    kind: 'query',
    stale: ['access', 'officer', 'data', 'office.set-up'],
    roles: officers,
    session: 'free',
    ...shapes['access.policy'],
  },
  /**
   * With the first PINs a recovery key is made where there is none; it is told once and kept nowhere. The session that switches PINs
   * on goes on, others without a PIN end.
   */
  'access.set-policy': {
    kind: 'command',
    secret: true,
    roles: leaders,
    ...shapes['access.set-policy'],
  },
} as const satisfies Record<string, DeskMethod>;
