import { z } from 'zod';
import {
  CARD_STATES,
  CERTAINTIES,
  LIMIT_UNITS,
  PAPER_ASKED,
  PROCEDURES,
  SUBJECTS,
  WISHES,
} from '#shared/domain/procedure/vocabulary.ts';
import { verdict } from '#shared/domain/procedure/verdict.ts';
import { officers, type DeskMethod } from './method.ts';
import { bilingualText, birthDate, count, day, paperCode } from '#shared/domain/values.ts';

const toldRule = z.object({
  code: z.string(),
  text: bilingualText,
  source: z.string(),
  certainty: z.enum(CERTAINTIES),
});

const place = z.object({
  officeId: z.string(),
  name: z.string(),
  here: z.boolean(),
  address: z.string().optional(),
  hours: z.string().optional(),
  note: z.string().optional(),
});

/** `eligible` answers the wish; where it is false, `instead` may name what can be done, and papers, places and limit are then those of `instead`. */
export const triageAnswer = z.object({
  eligible: z.boolean(),
  procedure: z.enum(PROCEDURES).optional(),
  instead: z.enum(PROCEDURES).optional(),
  band: z.string(),
  /** The age below which somebody comes with a parent. */
  childBelow: count.optional(),
  papers: z.array(
    z.object({
      paper: paperCode,
      required: z.boolean(),
      asked: z.enum(PAPER_ASKED),
      source: z.string(),
      certainty: z.enum(CERTAINTIES),
    }),
  ),
  where: z.array(place.extend({ askResidence: z.boolean(), reason: z.string() })),
  /** Whether this very office can do it now. */
  here: z.boolean(),
  refused: z.array(place.extend({ why: z.enum(['kind', 'not-done', 'closed', 'residence']) })),
  limit: z.object({ value: count, unit: z.enum(LIMIT_UNITS) }).optional(),
  limitRule: z.string().optional(),
  limitCertainty: z.enum(CERTAINTIES).optional(),
  limitSource: z.string().optional(),
  reasons: z.array(toldRule),
  /** Codes of what to tell the person; worded in `tell`. */
  notes: z.array(z.string()),
  tell: z.array(toldRule),
  /** By this birth date the person is, or may be, elderly: ask about priority. */
  maybeElderly: z.boolean(),
  pack: z.string(),
});
export type TriageAnswer = z.infer<typeof triageAnswer>;

/** The verdict of a request with its places and rules in words. */
export const requestVerdict = verdict.extend({
  places: z.array(place.extend({ phone: z.string().optional() })),
  reasons: z.array(toldRule),
  tell: z.array(toldRule),
});
export type RequestVerdict = z.infer<typeof requestVerdict>;

export const procedureContract = {
  'procedure.triage': {
    kind: 'query',
    stale: ['rules', 'office'],
    roles: officers,
    input: z.object({
      on: day,
      subject: z.enum(SUBJECTS),
      birthDate: birthDate.optional(),
      card: z.enum(CARD_STATES),
      wish: z.enum(WISHES),
      residesHere: z.boolean().optional(),
    }),
    output: triageAnswer,
  },
} as const satisfies Record<string, DeskMethod>;
