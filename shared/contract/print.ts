import { z } from 'zod';
import { sheetKind, slip } from '#shared/domain/slip/slip.ts';
import { PRINT_STATES } from '#shared/domain/printing/job-state.ts';
import { MOST_ROWS, rowBytes } from '#shared/domain/printing/raster.ts';
import { PRINT_ROUTES, PRINTER_KINDS } from '#shared/domain/printing/route.ts';
import { PRINT_TROUBLES } from '#shared/domain/printing/trouble.ts';
import { officers, type DeskMethod } from './method.ts';
import { sheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { givenOutcomes, ticketDraft } from './ticket.ts';
import { count, id, instant, language, sheetForm } from '#shared/domain/values.ts';
import { accounts, openDay } from './stale.ts';

/** Which printer of the office a sheet goes to. */
const printerKind = z.enum(PRINTER_KINDS);

const printState = z.enum(PRINT_STATES);

const printTrouble = z.enum(PRINT_TROUBLES);

const printJob = z.object({
  id,
  /** A job is of a ticket, or of a form; what it has not is null. */
  ticketId: id.nullable(),
  number: z.string().nullable(),
  form: sheetForm.nullable(),
  /** The printer it goes to; of a ticket also what is printed. */
  sheet: printerKind,
  format: sheetFormat,
  state: printState,
  /** 0 for the first print; above that the sheet is marked IN LẠI with this count. Always 0 for a form. */
  copy: count,
  createdAt: instant,
  /** A `PRINT_TROUBLES` code where the desk sent the sheet itself, else what the window that printed it said. */
  problem: z.string().nullable(),
  /** Settled when the job is stored or asked for again, from the profile of its sheet and what this program can do. */
  route: z.enum(PRINT_ROUTES),
  /** How often it was handed to a printer, automatic repetitions included. */
  attempts: count,
  /** The desk is sending it at this moment, or a window shows its print dialogue for it. */
  sending: z.boolean(),
  /** Not sent for sure, but some paper may have come out: asking again makes a marked reprint. */
  mayHavePrinted: z.boolean(),
  /** Prints only after `print.again`: it failed, or nobody has asked for it for two minutes. */
  waitsForPerson: z.boolean(),
});
export type PrintJob = z.infer<typeof printJob>;

/** Dots of a thermal picture: base64 of whole rows, leftmost dot in the highest bit, 1 is black. */
const widthDots = z.int().min(8).max(576);
const rows = z.base64().max(Math.ceil((MOST_ROWS * rowBytes(576)) / 3) * 4);
const rasterKiB = 832;

const printerDevice = z.object({ name: z.string(), label: z.string() });
export type PrinterDevice = z.infer<typeof printerDevice>;

/** What a slip is composed of: its ticket and those before it, the office and its law, what was printed of it. */
const onSlip = [
  'officer',
  'session',
  'ticket',
  'request',
  'person',
  'slip',
  'print',
  'day',
  'office',
  'device',
  'counter',
  'series',
  'rules',
  'calendar',
  ...accounts,
] as const;

export const printContract = {
  /** A slip of a stored ticket as it stands now; of a job with the size and the count it is printed with. */
  'slip.show': {
    kind: 'query',
    stale: onSlip,
    reads: { kind: 'open' },
    roles: officers,
    session: 'locked',
    input: z.object({ ticketId: id, sheet: sheetKind, format: sheetFormat.optional(), jobId: id.optional() }),
    output: slip,
  },
  /**
   * The slip as it would come out if a draft were issued now, or, with `outcomes`, a ticket finished with them. Exactly one of
   * `ticketDraft` and `ticketId`; nothing of either is kept. Without `sheet` the number, with outcomes the guidance. Refused as `ticket.issue` would be.
   */
  'slip.preview': {
    kind: 'query',
    stale: onSlip,
    reads: { kind: 'open', when: ({ ticketId }: { ticketId?: string }) => ticketId !== undefined },
    roles: officers,
    input: z
      .object({
        ticketDraft: ticketDraft.optional(),
        ticketId: id.optional(),
        outcomes: givenOutcomes.optional(),
        sheet: sheetKind.optional(),
      })
      .refine((asked) => (asked.ticketDraft === undefined) !== (asked.ticketId === undefined), {
        message: 'draft-or-ticket',
      }),
    output: slip,
  },
  /** Stores the job before anything is sent to a printer. A second job of the same sheet is a reprint. */
  'print.queue': {
    kind: 'command',
    roles: officers,
    input: z.object({ ticketId: id, sheet: sheetKind, format: sheetFormat.optional() }),
    output: printJob,
  },
  /** The same for a sheet without a ticket. What it shows is drawn from the desk when it is printed. */
  'print.queue-form': {
    kind: 'command',
    roles: officers,
    input: z.object({ form: sheetForm, sheet: printerKind, format: sheetFormat }),
    output: printJob,
  },
  /**
   * A window is about to show its print dialogue for a queued job, or a joined PC to send it to its own printer. Until it says what came of it, and for two minutes at most, no
   * other window gets the job; after that, and after a restart, the sheet may have come out.
   */
  'print.begin': {
    kind: 'command',
    reads: { kind: 'print' },
    roles: officers,
    session: 'locked',
    input: z.object({ jobId: id }),
    output: printJob,
  },
  'print.mark': {
    kind: 'command',
    roles: officers,
    session: 'locked',
    input: z.object({
      jobId: id,
      state: z.enum(['sent', 'confirmed', 'failed', 'given-up']),
      problem: z.string().max(200).optional(),
      /** Of a sheet that a joined PC sent itself: whether some paper may lie in the tray. */
      mayHavePrinted: z.boolean().optional(),
    }),
    output: printJob,
  },
  /**
   * A person asks for a stored job again. One that cannot have come out is queued anew under its own count; otherwise, and
   * for one already sent, a new job with the next count is stored, and a failed one is given up. Prints nothing by itself.
   */
  'print.again': { kind: 'command', roles: officers, input: z.object({ jobId: id }), output: printJob },
  /** Sends a queued job through the drivers of this PC. A printer that fails is no refusal: the job says so. */
  'print.send': {
    kind: 'command',
    slow: true,
    reads: { kind: 'print' },
    roles: officers,
    session: 'locked',
    input: z.object({ jobId: id, language: language.optional() }),
    output: printJob,
  },
  /** Sends a queued job as a picture to the network printer of its sheet. The address comes from the settings alone. */
  'print.send-raster': {
    kind: 'command',
    slow: true,
    bodyKiB: rasterKiB,
    reads: { kind: 'print' },
    roles: officers,
    session: 'locked',
    input: z.object({ jobId: id, widthDots, rows }),
    output: printJob,
  },
  /** Printers that the drivers of this PC offer; not `known` in host mode, and when the drivers do not answer. */
  'printer.list': {
    kind: 'query',
    stale: ['print'],
    roles: officers,
    input: z.object({}),
    output: z.object({ known: z.boolean(), devices: z.array(printerDevice) }),
  },
  /** Asks the printer of a kind of sheet how it is; a picture is printed as well where the route is the network. */
  'printer.test': {
    kind: 'command',
    slow: true,
    bodyKiB: rasterKiB,
    roles: officers,
    input: z.object({
      sheet: printerKind,
      picture: z.object({ widthDots, rows }).optional(),
    }),
    output: z.object({
      route: z.enum(PRINT_ROUTES),
      trouble: printTrouble.nullable(),
      /** Whether the printer told its state. One that says nothing may still be well. */
      answered: z.boolean(),
      paperLow: z.boolean(),
    }),
  },
  /** Newest first, for the open day, or today where none is open. `pendingOnly`: queued and failed ones that are meant for a printer. */
  'print.list': {
    kind: 'query',
    stale: ['print', ...openDay],
    roles: officers,
    session: 'locked',
    input: z.object({ pendingOnly: z.boolean().optional() }),
    output: z.array(printJob),
  },
} as const satisfies Record<string, DeskMethod>;
