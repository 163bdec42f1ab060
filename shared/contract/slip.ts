import { z } from 'zod';
import { designBody, slipDesign, slipLanguage } from '#shared/domain/slip/design.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, id, instant } from '#shared/domain/values.ts';

/** What was chosen for the slips of one ticket; null follows the office. */
const slipChoice = z.object({
  ticketId: id,
  language: slipLanguage.nullable(),
  large: z.boolean().nullable(),
});

export const slipContract = {
  /** The design in force, and when each kept one was saved, newest first; the shipped one has no instant. */
  'slip.design': {
    kind: 'query',
    stale: ['slip.design-saved'],
    roles: officers,
    input: z.object({}),
    output: z.object({
      current: slipDesign,
      versions: z.array(z.object({ version: count, savedAt: instant.nullable() })),
    }),
  },
  /** Keeps a changed design under the next number. One that prints the same as the present one changes nothing. */
  'slip.save-design': { kind: 'command', roles: leaders, input: designBody, output: slipDesign },
  /** Language and size of print for the slips of one ticket, reprints included. What is not named stays. */
  'slip.choose': {
    kind: 'command',
    roles: officers,
    input: z.object({
      ticketId: id,
      language: slipLanguage.nullable().optional(),
      large: z.boolean().nullable().optional(),
    }),
    output: slipChoice,
  },
} as const satisfies Record<string, DeskMethod>;
