import { z } from 'zod';
import { REFERRAL_REASONS } from '../account/follow-up.ts';
import { sheetFormat } from '../printing/sheet-format.ts';
import { LIMIT_UNITS, OUTCOMES, PAPER_STATES, PROCEDURES, REPRESENTATIVES } from '../procedure/vocabulary.ts';
import { waitRange } from '../queue/wait-estimate.ts';
import { bilingualText, count, day, instant, paperCode } from '../values.ts';
import { slipDesign, slipLanguage } from './design.ts';

export const sheetKind = z.enum(['number', 'guidance']);
export type SheetKind = z.infer<typeof sheetKind>;

const limit = z.object({ value: count, unit: z.enum(LIMIT_UNITS) });

const countedDay = z.object({
  date: day,
  kind: z.enum(['received', 'off', 'paused', 'counted', 'due']),
  index: count.nullable(),
});

/** What a sheet shows; composed by the desk so that preview, PDF and paper are one. Identity numbers come masked. */
export const slip = z.object({
  sheet: sheetKind,
  format: sheetFormat,
  language: slipLanguage,
  /** Print for weak eyes. */
  large: z.boolean(),
  design: slipDesign,
  office: z.object({
    superior: z.string(),
    name: z.string(),
    address: z.string(),
    openingHours: z.string(),
    phone: z.string(),
    hotline: z.string(),
    /** Calls are read aloud here; where they are not, no sheet says to listen to a loudspeaker. */
    spoken: z.boolean().optional(),
  }),
  training: z.boolean(),
  number: z.string(),
  businessDay: day,
  counter: z.string().nullable(),
  /** Who issued the number or ended the visit, where the design names them. */
  officer: z.string().optional(),
  issuedAt: instant,
  printedAt: instant,
  copy: count,
  priority: z.boolean(),
  person: z
    .object({
      fullName: z.string(),
      idNumberMasked: z.string().nullable(),
      /** Where the expected message goes; several telephones after each other. */
      phoneMasked: z.string().nullable(),
      /** Whose telephone it is, where it is that of who acts for the person. */
      phoneOf: z.enum(REPRESENTATIVES).optional(),
    })
    .nullable(),
  ahead: count.nullable(),
  estimate: waitRange.nullable(),
  requests: z.array(
    z.object({
      procedure: z.enum(PROCEDURES),
      forWhom: z.string().nullable(),
      /** The organisation that the person came for. */
      organisation: z.object({ name: z.string(), taxNumber: z.string().nullable() }).optional(),
      outcome: z.enum(OUTCOMES).nullable(),
      activated: z.boolean(),
      papers: z.array(
        z.object({
          paper: paperCode,
          required: z.boolean(),
          state: z.enum(PAPER_STATES).nullable(),
          note: z.string().nullable(),
        }),
      ),
      /** Of a referred person: the place that was chosen, or those that do this procedure, and why. */
      referral: z
        .object({
          places: z.array(
            z.object({ name: z.string(), address: z.string(), hours: z.string(), phone: z.string() }),
          ),
          reason: z.enum(REFERRAL_REASONS).nullable(),
        })
        .optional(),
      /** Who acts for the person, by name where they are on the ticket; `confirms`: the account is used with their confirmation. */
      representative: z
        .object({ kind: z.enum(REPRESENTATIVES), name: z.string().nullable(), confirms: z.boolean() })
        .nullable(),
      /** Something the verdict rests on is not known: an age, a residence. */
      provisional: z.boolean(),
      /** What the card costs, where the rules say so of this request. */
      fee: bilingualText.optional(),
      /** Of what the person sends themselves: how long the result takes from that day on. */
      limit: limit.nullable(),
      due: z
        .object({
          dueOn: day,
          limit,
          /** The days off of a year it runs in are not announced. */
          provisional: z.boolean(),
          days: z.array(countedDay),
        })
        .nullable(),
    }),
  ),
  /** Days in which an account must be activated after its notice. */
  activationDays: count.nullable(),
  /** Whether the day of the notice is the first of them. */
  noticeDayCounts: z.boolean(),
  activationWays: z.array(z.enum(['app', 'web'])),
  /** Addresses of the app stores; empty where the office has given none. */
  stores: z.object({ appStore: z.string(), googlePlay: z.string() }),
  /** The message to expect, with the person's name in it without diacritics; null when none is expected. */
  message: z.string().nullable(),
  rulePack: z.object({ id: z.string(), title: z.string() }).nullable(),
});
export type Slip = z.infer<typeof slip>;
