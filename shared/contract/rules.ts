import { z } from 'zod';
import { CHAPTERS, THEMES } from '#shared/domain/procedure/handbook.ts';
import { CARD_STATES, CERTAINTIES, LIMIT_UNITS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { bilingualText, count, day, instant, text } from '#shared/domain/values.ts';
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
  /** Which question of an officer it answers, and about whom or what. */
  chapter: z.enum(CHAPTERS),
  theme: z.enum(THEMES),
  value: z.json(),
  /** A sentence with the numbers and forms it speaks of; null for what is no sentence. */
  words: bilingualText.nullable(),
  /** Card states it is limited to; null for whatever the card. */
  cards: z.array(z.enum(CARD_STATES)).nullable(),
  source: z.string(),
  url: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  note: z.string().nullable(),
  /** Procedures that rest on it; empty means common to all. */
  procedures: z.array(z.enum(PROCEDURES)),
  overridden: z.object({ original: z.json(), by: z.string(), at: instant, why: z.string() }).nullable(),
});
export type RuleValue = z.infer<typeof ruleValue>;

const whoRow = z.object({
  title: bilingualText,
  /** What is done or offered, in the order of `WHO_COLUMNS`. */
  cells: z.array(
    z.object({
      eligible: z.boolean(),
      procedure: z.enum(PROCEDURES).nullable(),
      limit: z.object({ value: z.int(), unit: z.enum(LIMIT_UNITS) }).nullable(),
    }),
  ),
});
export type WhoRow = z.infer<typeof whoRow>;

const shownPack = packLine.extend({
  who: z.array(whoRow),
  procedures: z.array(z.object({ procedure: z.enum(PROCEDURES), title: bilingualText })),
  values: z.array(ruleValue),
});
export type ShownPack = z.infer<typeof shownPack>;

/** What one pack changed against the one before it; `before` is null where it is new, `after` where it is gone. */
const packNews = z.object({
  /** The pack before; null for the first. */
  before: packLine.nullable(),
  documents: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      issuer: z.string(),
      /** A day or a month; null where none is known. */
      date: z.string().nullable(),
    }),
  ),
  values: z.array(z.object({ before: ruleValue.nullable(), after: ruleValue.nullable() })),
  /** Sentences both packs know that are now told to more people, or to fewer. */
  told: z.array(
    z.object({ words: bilingualText, to: z.array(bilingualText), now: z.boolean(), source: z.string() }),
  ),
  places: z.array(
    z.object({
      procedures: z.array(z.enum(PROCEDURES)),
      kinds: z.array(bilingualText),
      residence: z.enum(['anywhere', 'by-residence']),
      /** Only for offices that say they have deployed it. */
      onlyDeployed: z.boolean(),
      now: z.boolean(),
    }),
  ),
  who: z.array(z.object({ before: whoRow.nullable(), after: whoRow.nullable() })),
});
export type PackNews = z.infer<typeof packNews>;

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
  'rules.news': {
    kind: 'query',
    stale: ['rules', 'office.set-up', ...openDay],
    roles: officers,
    input: z.object({ packId }),
    output: packNews,
  },
} as const satisfies Record<string, DeskMethod>;
