import { z } from 'zod';
import { isIsoDate } from '../domain/calendar/business-date.ts';
import {
  CARD_STATES,
  CERTAINTIES,
  CONTACTS,
  LIMIT_UNITS,
  OFFICE_KINDS,
  PAPER_ASKED,
  PAPER_CODE_PATTERN,
  PROCEDURES,
  ROUNDINGS,
  SUBJECTS,
  WISHES,
} from '../domain/procedure/vocabulary.ts';

const code = z.string().regex(PAPER_CODE_PATTERN, 'not a kebab-case code');
const day = z.string().refine(isIsoDate, 'not a day YYYY-MM-DD');
const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time HH:MM');

/** Where a value comes from: a document of the pack and a place in it. */
const sourceSchema = z
  .strictObject({
    document: code,
    article: z.string().min(1).optional(),
    section: z.string().min(1).optional(),
    url: z.url().optional(),
    /** When a source that is not the signed text was seen. */
    seen: day.optional(),
  })
  .refine(
    (source) => source.article !== undefined || source.section !== undefined,
    'a source names an article or a section',
  );
type Source = z.infer<typeof sourceSchema>;

const overriddenSchema = z.strictObject({
  original: z.unknown(),
  certainty: z.enum(CERTAINTIES),
  by: z.string().min(1),
  at: z.string().min(1),
  why: z.string().min(1),
});

function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    source: sourceSchema,
    certainty: z.enum(CERTAINTIES),
    note: z.string().min(1).optional(),
    /** Set when the office changed the value: what stood there, who changed it, when and why. */
    overridden: overriddenSchema.optional(),
  });
}

const limit = z.strictObject({ value: z.int().min(0).max(366), unit: z.enum(LIMIT_UNITS) });
const age = z.int().min(0).max(150);

const documentSchema = z.strictObject({
  number: z.string().min(1),
  title: z.string().min(1),
  issuer: z.string().min(1),
  /** A day, or a month where the paper itself gives no day; absent where nobody here has seen it. */
  date: z.union([day, z.string().regex(/^\d{4}-\d{2}$/)]).optional(),
  /** S0–S4 of the five letters. */
  letter: z
    .string()
    .regex(/^S[0-4]$/)
    .optional(),
  url: z.url().optional(),
});

const bandSchema = z.strictObject({
  subject: z.enum(SUBJECTS),
  title: text,
  /** Completed years, included; absent in the youngest band. The band ends where the next of its subject begins. */
  from: sourced(age).optional(),
  /** Taken when the birth date is not known. */
  assumed: z.boolean().optional(),
  /** Told for every wish of this band except guidance. */
  notes: z.array(code).min(1).optional(),
});

const routeSchema = z.strictObject({
  when: z.strictObject({
    bands: z.array(code).min(1),
    wishes: z.array(z.enum(WISHES)).min(1),
    /** Absent: whatever the card. */
    cards: z.array(z.enum(CARD_STATES)).min(1).optional(),
  }),
  then: z.strictObject({
    eligible: z.boolean(),
    procedure: z.enum(PROCEDURES).optional(),
    /** What to offer when the wish cannot be met. */
    instead: z.enum(PROCEDURES).optional(),
    limit: code.optional(),
    reasons: z.array(code).min(1),
    notes: z.array(code).optional(),
  }),
});

const procedureSchema = z.strictObject({
  title: text,
  /** `self`: the person does it in the app, the desk helps; `desk`: an officer does it. */
  doneBy: z.enum(['self', 'desk']),
  form: sourced(z.string().min(1)).optional(),
});

/** `original`: the person shows it; `vneid`: VNeID holds it; `personal-number`: its number is the personal number. */
const paperSchema = sourced(z.strictObject({ asked: z.enum(PAPER_ASKED) }));

const paperRuleSchema = sourced(
  z.array(z.strictObject({ paper: code, required: z.boolean() })).min(1),
).extend({
  procedures: z.array(z.enum(PROCEDURES)).min(1),
  bands: z.array(code).min(1).optional(),
  cards: z.array(z.enum(CARD_STATES)).min(1).optional(),
});

const contactSchema = sourced(z.enum(CONTACTS)).extend({
  procedures: z.array(z.enum(PROCEDURES)).min(1),
  bands: z.array(code).min(1).optional(),
});

const placeSchema = z.strictObject({
  procedures: z.array(z.enum(PROCEDURES)).min(1),
  bands: z.array(code).min(1).optional(),
  kinds: z.array(z.enum(OFFICE_KINDS)).min(1),
  residence: z.enum(['anywhere', 'by-residence']),
  reason: code,
  /** Holds only for offices that say they have deployed this arrangement. */
  onlyWhere: z.enum(['anywhere-card']).optional(),
  from: day.optional(),
  until: day.optional(),
});

const officeKindSchema = z.strictObject({
  title: text,
  from: sourced(day).optional(),
  until: sourced(day).optional(),
});

/** The shape of a rule pack; the relations inside it are checked by `readPack`. */
export const packShape = z.strictObject({
  id: code,
  version: z.int().min(1),
  title: text,
  validFrom: sourced(day),
  validTo: sourced(day).nullable().default(null),
  documents: z.record(code, documentSchema),
  bands: z.record(code, bandSchema),
  procedures: z.record(z.enum(PROCEDURES), procedureSchema),
  papers: z.record(code, paperSchema),
  paperRules: z.record(code, paperRuleSchema),
  /** Completed years from which somebody is elderly, whom the office asks about priority. */
  elderFrom: sourced(age),
  limits: z.record(code, sourced(limit)),
  officeKinds: z.record(z.enum(OFFICE_KINDS), officeKindSchema),
  places: z.record(code, placeSchema),
  /** A decision list: the first route that fits decides. */
  routes: z.record(code, routeSchema),
  reasons: z.record(code, sourced(text)),
  notes: z.record(code, sourced(text)),
  activation: z.strictObject({
    window: sourced(limit),
    channels: sourced(z.array(z.enum(['app', 'web'])).min(1)),
  }),
  locking: z.strictObject({
    channels: sourced(
      z.strictObject({
        app: z.array(z.enum(['lock', 'unlock'])),
        hotline: z.array(z.enum(['lock', 'unlock'])),
        'in-person': z.array(z.enum(['lock', 'unlock'])),
      }),
    ),
  }),
  /** How people are reached, by procedure and band: the first that fits. The note of that code tells it. */
  contact: z.record(code, contactSchema),
  hotline: sourced(z.string().min(1)),
  /** What a card costs is told in notes; this is the last day on which half of it is taken. */
  fees: z.strictObject({ halfUntil: sourced(day) }).optional(),
  sms: z.record(code, sourced(z.string().min(1))),
  reporting: z.strictObject({
    /** Local time until which a report "of the day" speaks of the day before. */
    dailyBefore: sourced(time),
    /** Local time at which the desk asks again for what was not sent. */
    askedAgainAt: sourced(time),
    /** Day of the month on which the report of the month before is asked for. */
    monthlyOn: sourced(z.int().min(1).max(28)),
    rounding: sourced(z.enum(ROUNDINGS)),
  }),
});
export type RulePack = z.infer<typeof packShape>;
export type PackRoute = RulePack['routes'][string];
export type PackBand = RulePack['bands'][string];
export type PackContact = RulePack['contact'][string];
export type PackPlace = RulePack['places'][string];
export type BilingualText = z.infer<typeof text>;

/** A value of a pack with where it comes from and how sure it is. */
export type Sourced<T> = {
  readonly value: T;
  readonly source: Source;
  readonly certainty: (typeof CERTAINTIES)[number];
  readonly note?: string | undefined;
  readonly overridden?: z.infer<typeof overriddenSchema> | undefined;
};
