import { bilingualText } from '#shared/domain/language.ts';
import { z } from 'zod';
import { CERTAINTIES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, instant, text } from '#shared/domain/values.ts';
import { openDay } from './stale.ts';

const packId = z.string().min(1).max(60);
const path = z.string().min(1).max(120);

const packLine = z.object({
  id: z.string(),
  version: count,
  title: bilingualText,
  validFrom: day,
  validTo: day.nullable(),
  shipped: z.boolean(),
  /** Decides on the open business day, or today when none is open. */
  inForce: z.boolean(),
  overrides: count,
});
export type PackLine = z.infer<typeof packLine>;

/** One value of a pack with its source in one line, how sure it is, and what the office set over it. */
const ruleValue = z.object({
  path: z.string(),
  /** What the value speaks of, where the pack names it. */
  about: bilingualText.nullable(),
  value: z.json(),
  source: z.string(),
  url: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  note: z.string().nullable(),
  /** Procedures that rest on it; empty means common to all. */
  procedures: z.array(z.enum(PROCEDURES)),
  overridden: z.object({ original: z.json(), by: z.string(), at: instant, why: z.string() }).nullable(),
});
export type RuleValue = z.infer<typeof ruleValue>;

const shownPack = packLine.extend({
  procedures: z.array(z.object({ procedure: z.enum(PROCEDURES), title: bilingualText })),
  values: z.array(ruleValue),
});
export type ShownPack = z.infer<typeof shownPack>;

const difference = z.object({
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.json().optional(),
  after: z.json().optional(),
});

export const rulesContract = {
  'rules.packs': {
    kind: 'query',
    stale: ['rules', 'office.set-up', ...openDay],
    roles: officers,
    input: z.object({}),
    output: z.array(packLine),
  },
  'rules.show': {
    kind: 'query',
    stale: ['rules', 'office.set-up', ...openDay],
    roles: officers,
    input: z.object({ packId: packId.optional() }),
    output: shownPack,
  },
  /** Sets the office's own value, or takes it back with value null. Refuses with `pack-refused` and the path of the fault. */
  'rules.override': {
    kind: 'command',
    roles: leaders,
    input: z.object({ packId, path, value: z.json(), why: text(300) }),
    output: ruleValue,
  },
  'rules.export': {
    kind: 'query',
    stale: ['rules'],
    roles: officers,
    input: z.object({ packId }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  },
  /** `text` is the JSON of one pack; a broken one is refused with the path of the first fault. Signing comes later. */
  'rules.import': {
    kind: 'command',
    roles: leaders,
    bodyKiB: 512,
    input: z.object({ text: z.string().max(400_000) }),
    output: packLine,
  },
  'rules.compare': {
    kind: 'query',
    stale: ['rules'],
    roles: officers,
    input: z.object({ before: packId, after: packId }),
    output: z.array(difference),
  },
} as const satisfies Record<string, DeskMethod>;
