import { z } from 'zod';
import { PRINT_ROUTES } from '../printing/route.ts';
import { OFFICE_KINDS, PROCEDURES } from '../procedure/vocabulary.ts';
import { slipLanguage } from '../slip/design.ts';
import { LEADING_FIGURES } from '../report/day-report.ts';
import { KEEP_DAYS } from '../person/keeping.ts';
import { id, optionalText, sheetForm, text } from '../values.ts';
import { voiceSettings } from '../voice/settings.ts';
import { waitingTargets } from '../queue/waiting-target.ts';

const directoryOffice = z.object({
  officeId: z.string().min(1).max(40),
  name: text(120),
  kind: z.enum(OFFICE_KINDS),
  procedures: z.array(z.enum(PROCEDURES)),
  open: z.boolean(),
  note: z.string().max(200).optional(),
  address: z.string().max(200).optional(),
  hours: z.string().max(120).optional(),
  phone: z.string().max(60).optional(),
  coversHere: z.boolean().optional(),
});

const margin = z.number().min(0).max(40);
const shift = z.number().min(-20).max(20);

/** How one kind of sheet is printed. The paper is a setting of its own: `numberPaper`, `guidancePaper`. */
const printerProfile = z.object({
  route: z.enum(PRINT_ROUTES),
  /** The driver's own name of the printer; empty takes the default printer of the PC. */
  device: z.string().max(200),
  /** Name or address of a network printer, without a scheme; empty until the leader has set it. */
  host: z
    .string()
    .max(253)
    .regex(/^[0-9A-Za-z._:-]*$/),
  port: z.int().min(1).max(65_535),
  /** Where the PDF route writes; empty until the leader has set it. */
  folder: z.string().max(400),
  /** Millimetres; null keeps the margins of the sheet. */
  margins: z.object({ top: margin, right: margin, bottom: margin, left: margin }).nullable(),
  /** Millimetres right and down, for a printer that pulls its paper askew. */
  offset: z.object({ x: shift, y: shift }),
  /** Percent. */
  scale: z.int().min(50).max(150),
  /** Percent of full light below which a dot of the thermal picture is black. */
  darkness: z.int().min(1).max(99),
  /** Heat of a thermal head; 0 leaves the printer as it is set. */
  density: z.int().min(-5).max(5),
  copies: z.int().min(1).max(5),
  cut: z.boolean(),
});
export type PrinterProfile = z.infer<typeof printerProfile>;

/** One profile for each kind of `PRINTER_KINDS`. */
const printers = z.object({
  number: printerProfile,
  guidance: printerProfile,
  handout: printerProfile,
  list: printerProfile,
});

/** An address that a printed code opens; empty until the office has looked it up. */
const storeAddress = z
  .string()
  .max(300)
  .regex(/^(?:https:\/\/\S+)?$/);

/** The office's own words of one handout, over the shipped ones: its title, and lines by their name. An empty line is left out. */
const handoutText = z.object({
  title: optionalText(60).optional(),
  lines: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,30}$/), optionalText(160)).optional(),
});
export type HandoutText = z.infer<typeof handoutText>;

/** What stands around the figures of a printed report. Empty lines are left out; the number of a report is written by hand. */
const reportForm = z.object({
  /** Where it is signed, as in `Đồng Sen, ngày …`. */
  placeName: optionalText(60),
  /** After the number, such as `BC-CAP`. */
  symbol: optionalText(40),
  /** After "Kính gửi"; empty takes the receiving level. */
  sendTo: optionalText(200),
  recipients: z.array(text(120)).max(8),
  signerTitle: optionalText(80),
  signerName: optionalText(80),
});
export type ReportForm = z.infer<typeof reportForm>;

/** Settings of a PC that stand beside those of the office as this PC sees it. */
const ofDevice = {
  /** What lies in the printer of this PC. */
  numberPaper: z.enum(['58', '80']),
  guidancePaper: z.enum(['80', 'a5', 'a4']),
  /** `none`: there is no printer, whatever the profiles say. */
  printing: z.enum(['dialog', 'none']),
  printers,
  /** How calls are read aloud at this PC. */
  voice: voiceSettings,
  /** A soft sound at a counter of this PC when somebody waits where nobody did. */
  queueSound: z.boolean(),
};

/** What belongs to one PC and not to the office. */
export const deviceSettings = z.object({
  ...ofDevice,
  /** The counter that a window works at, and a move is made at, where none is named; null for reception. */
  counterId: id.nullable(),
});
export type DeviceSettings = z.infer<typeof deviceSettings>;

/** What the office decides for itself; every one has a default. Times are minutes or counts, money there is none. */
export const ownOfficeSettings = z.object({
  superior: optionalText(120),
  address: optionalText(200),
  openingHours: optionalText(120),
  /** The office's own telephone, and of the receiver: the level that its reports go to. */
  phone: optionalText(40),
  receiverPhone: optionalText(40),
  hotline: optionalText(40),
  /** After this many priority calls in a row one ordinary ticket is called. */
  priorityRun: z.int().min(1).max(9),
  /** An absent ticket comes back by itself after this many further calls. */
  notHereReturnsAfter: z.int().min(1).max(20),
  /** It comes back by itself at most this often; after that an officer calls it. */
  notHereMaxReturns: z.int().min(0).max(9),
  waitingTargets,
  /** Asked at reception; only "priority" is stored, never which of these. */
  priorityClasses: z.array(text(60)).max(12),
  saturdayCounts: z.boolean(),
  cultureDayOff: z.boolean(),
  /** Years whose days off the office has confirmed itself after the announcement. */
  announcedYears: z.array(z.int().min(2020).max(2100)).max(80),
  /** An identifier of a rule pack, or null to let the business day choose. */
  rulePack: z.string().max(60).nullable(),
  /** Language of a slip where nobody chose another for the ticket. */
  slipLanguage,
  /** Age from which a slip comes in large print by itself; 0 always, null never. */
  largePrintFrom: z.int().min(0).max(120).nullable(),
  /** Whether the day of the notice is the first of the days to activate in. */
  noticeDayCounts: z.boolean(),
  /** Where an account is activated; null follows the rule pack. */
  activationWays: z
    .array(z.enum(['app', 'web']))
    .min(1)
    .max(2)
    .nullable(),
  /** How the sample message on the slip is written; the letters differ. */
  smsMarks: z.boolean(),
  storeAddresses: z.object({ appStore: storeAddress, googlePlay: storeAddress }),
  /** By handout and language, such as `level-1.vi`. */
  handoutTexts: z.record(sheetForm, handoutText),
  /** Hamlets or residential groups that a request may name. */
  residences: z.array(text(80)).max(200),
  /** Local time from which an open day asks to be closed and its file to be exported. */
  closingTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Which figures stand first in the report of a day, in the order of the list. */
  leadingFigures: z.array(z.enum(LEADING_FIGURES)).min(1).max(LEADING_FIGURES.length),
  /** A leader may see who served how many. */
  countsOfficers: z.boolean(),
  exportFolders: z.array(z.string().max(400)).max(5),
  /** Days that personal data stays after its last use. */
  keepDays: z.int().min(KEEP_DAYS.least).max(KEEP_DAYS.most),
  report: reportForm,
  /** What kind of place this office is, and what it really does within what the rule pack allows that kind. */
  kind: z.enum(OFFICE_KINDS),
  procedures: z.array(z.enum(PROCEDURES)),
  /** Cards are made here whatever the place of residence (QĐ 5230/QĐ-BCA-C06). */
  anywhereCard: z.boolean(),
  /** Other places people are sent to. */
  directory: z.array(directoryOffice).max(50),
});
export type OwnOfficeSettings = z.infer<typeof ownOfficeSettings>;

/** The office as one PC sees it: what the office decides, and how this PC prints and speaks. */
export const officeSettings = ownOfficeSettings.extend(ofDevice);
export type OfficeSettings = z.infer<typeof officeSettings>;
