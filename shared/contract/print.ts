import { z } from 'zod';
import { OUTCOMES, PAPER_STATES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { officers, type DeskMethod } from './method.ts';
import { sheetPaper } from './office.ts';
import { count, day, id, instant, paperCode } from './primitives.ts';
import { waitRange } from './ticket.ts';

export const sheetKind = z.enum(['number', 'guidance']);
export type SheetKind = z.infer<typeof sheetKind>;

export const printState = z.enum(['queued', 'sent', 'confirmed', 'failed', 'given-up']);
export type PrintState = z.infer<typeof printState>;

export const printJob = z.object({
  id,
  ticketId: id,
  number: z.string(),
  sheet: sheetKind,
  paper: sheetPaper,
  state: printState,
  /** 0 for the first print; above that the sheet is marked IN LẠI with this count. */
  copy: count,
  createdAt: instant,
  problem: z.string().nullable(),
});
export type PrintJob = z.infer<typeof printJob>;

const countedDay = z.object({
  date: day,
  kind: z.enum(['received', 'off', 'paused', 'counted', 'due']),
  index: count.nullable(),
});

/** What a sheet shows; composed by the desk so that preview, PDF and paper are one. Identity numbers come masked. */
export const slip = z.object({
  sheet: sheetKind,
  paper: sheetPaper,
  office: z.object({
    superior: z.string(),
    name: z.string(),
    address: z.string(),
    openingHours: z.string(),
    hotline: z.string(),
  }),
  training: z.boolean(),
  number: z.string(),
  businessDay: day,
  counter: z.string().nullable(),
  issuedAt: instant,
  printedAt: instant,
  copy: count,
  priority: z.boolean(),
  person: z
    .object({
      fullName: z.string(),
      idNumberMasked: z.string().nullable(),
      phoneMasked: z.string().nullable(),
    })
    .nullable(),
  ahead: count.nullable(),
  estimate: waitRange.nullable(),
  requests: z.array(
    z.object({
      procedure: z.enum(PROCEDURES),
      forWhom: z.string().nullable(),
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
      due: z
        .object({
          dueOn: day,
          limit: z.object({ value: count, unit: z.enum(['working-day', 'calendar-day']) }),
          days: z.array(countedDay),
        })
        .nullable(),
    }),
  ),
  /** Days in which an account must be activated after its notice. */
  activationDays: count.nullable(),
  /** The message to expect, without diacritics, with the person's name in it; null when none is expected. */
  message: z.string().nullable(),
  rulePack: z.object({ id: z.string(), title: z.string() }).nullable(),
  template: z.string(),
});
export type Slip = z.infer<typeof slip>;

export const printContract = {
  /** Nothing is stored: this is the preview. */
  'slip.show': {
    kind: 'query',
    roles: officers,
    input: z.object({ ticketId: id, sheet: sheetKind, paper: sheetPaper.optional(), jobId: id.optional() }),
    output: slip,
  },
  /** Stores the job before anything is sent to a printer. A second job of the same sheet is a reprint. */
  'print.queue': {
    kind: 'command',
    roles: officers,
    input: z.object({ ticketId: id, sheet: sheetKind, paper: sheetPaper.optional() }),
    output: printJob,
  },
  'print.mark': {
    kind: 'command',
    roles: officers,
    input: z.object({
      jobId: id,
      state: z.enum(['sent', 'confirmed', 'failed', 'given-up']),
      problem: z.string().max(200).optional(),
    }),
    output: printJob,
  },
  /** Newest first, for the open day. */
  'print.list': {
    kind: 'query',
    roles: officers,
    input: z.object({ pendingOnly: z.boolean().optional() }),
    output: z.array(printJob),
  },
} as const satisfies Record<string, DeskMethod>;
