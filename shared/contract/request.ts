import { z } from 'zod';
import { PAPER_STATES, SPECIAL_CASES } from '#shared/domain/procedure/vocabulary.ts';
import { id, optionalText, paperCode } from '#shared/domain/values.ts';
import { officers, type DeskMethod } from './method.ts';

/** What may change on a request while its ticket is open; `counterId` as in every move of a ticket. */
export const requestContract = {
  'request.set-paper': {
    kind: 'command',
    roles: officers,
    input: z.object({
      requestId: id,
      paper: paperCode,
      state: z.enum(PAPER_STATES).nullable(),
      /** Refused where the paper has no such numbers (`invalid-input` at `number`), unless an officer says that it is `unusual`. */
      number: optionalText(40).optional(),
      unusual: z.boolean().optional(),
      note: optionalText(300).optional(),
      counterId: id.optional(),
    }),
    output: z.object({ requestId: id, paper: paperCode, state: z.enum(PAPER_STATES).nullable() }),
  },
  /** An officer decides otherwise than the verdict: the request is done here as it is. An empty reason takes the decision back. */
  'request.decide': {
    kind: 'command',
    roles: officers,
    input: z.object({ requestId: id, reason: optionalText(200), counterId: id.optional() }),
    output: z.object({ requestId: id, byOfficer: z.boolean() }),
  },
  'request.set-case': {
    kind: 'command',
    roles: officers,
    input: z.object({
      requestId: id,
      specialCase: z.enum(SPECIAL_CASES).nullable(),
      counterId: id.optional(),
    }),
    output: z.object({ requestId: id, specialCase: z.enum(SPECIAL_CASES).nullable() }),
  },
} as const satisfies Record<string, DeskMethod>;
