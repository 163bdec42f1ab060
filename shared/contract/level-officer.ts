import { z } from 'zod';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import { count, id } from '#shared/domain/values.ts';
import type { LevelMethod } from './level-method.ts';
import { officerShapes } from './officer.ts';
import { recoveryKey } from './secret.ts';

const clerks = LEVEL_ROLES;
const leaders = ['leader'] as const;
const shapes = officerShapes(LEVEL_ROLES);

/** The door to other PCs, as the program was started with it. */
const doorState = z.object({
  address: z.string(),
  port: count,
  /** Open while officers sign in with a PIN. */
  open: z.boolean(),
  /** It should be open and could not be opened. */
  trouble: z.boolean(),
  /** Of its certificate, and four words of it to compare by voice. */
  fingerprint: z.string(),
  words: z.array(z.string()),
});
export type LevelDoorState = z.infer<typeof doorState>;

/** Officers of the level and how they sign in: the methods of a desk (officer.ts), with the roles of a level. */
export const levelOfficerContract = {
  'officer.list': { kind: 'query', roles: clerks, session: 'free', ...shapes['officer.list'] },
  'officer.save': { kind: 'command', slow: true, secret: true, roles: leaders, ...shapes['officer.save'] },
  'officer.set-pin': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: clerks,
    ...shapes['officer.set-pin'],
  },
  'officer.unlock': { kind: 'command', roles: leaders, ...shapes['officer.unlock'] },
  'officer.recover': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: clerks,
    session: 'free',
    ...shapes['officer.recover'],
  },
  'session.open': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: clerks,
    session: 'free',
    ...shapes['session.open'],
  },
  /** Nothing is kept of these two: whoever reaches the door may ask them, as often as they like. */
  'session.close': {
    kind: 'command',
    slow: true,
    repeatable: true,
    roles: clerks,
    session: 'free',
    ...shapes['session.close'],
  },
  'session.lock': {
    kind: 'command',
    slow: true,
    repeatable: true,
    roles: clerks,
    session: 'free',
    ...shapes['session.lock'],
  },
  /** In whose name the caller acts, and in which role; `id` is null and there is no name where nobody was chosen. */
  'session.show': {
    kind: 'query',
    roles: clerks,
    input: z.object({}),
    output: z.object({
      officer: z.object({ id: id.nullable(), name: z.string() }),
      role: z.enum(LEVEL_ROLES),
    }),
  },
  'access.policy': { kind: 'query', roles: clerks, session: 'free', ...shapes['access.policy'] },
  'access.set-policy': { kind: 'command', secret: true, roles: leaders, ...shapes['access.set-policy'] },
  /** Null where the program was started for this PC alone. */
  'level.door': { kind: 'query', roles: clerks, input: z.object({}), output: doorState.nullable() },
  'data.prove-recovery': {
    kind: 'command',
    secret: true,
    roles: leaders,
    input: z.object({ recoveryKey }),
    output: z.object({}),
  },
  /** A new recovery key in place of the one that is told; of one that was never typed back none needs to be. */
  'data.renew-recovery': {
    kind: 'command',
    secret: true,
    roles: leaders,
    input: z.object({ recoveryKey: recoveryKey.optional() }),
    output: z.object({ recoveryKey: z.string() }),
  },
} as const satisfies Record<string, LevelMethod>;
