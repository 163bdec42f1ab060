import { z } from 'zod';
import { levelFigures } from '#shared/domain/level/figures.ts';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import { count, day, instant, language, optionalText, text } from '#shared/domain/values.ts';
import type { LevelMethod } from './level-method.ts';
import { levelOfficerContract } from './level-officer.ts';
import {
  callNote,
  FILE_BODY_KIB,
  fileVersion,
  fingerprint,
  handed,
  ledgerLine,
  levelCauses,
  levelDay,
  levelOffice,
  levelPaper,
  levelPeriod,
  levelTarget,
  MOST_TOGETHER,
  officeCode,
  officeDay,
  officeLine,
  periodInput,
  publicKey,
  received,
  targetLine,
  telephone,
  typedFigures,
  weekdays,
  wholeFile,
} from './level-shapes.ts';

const clerks = LEVEL_ROLES;
const leaders = ['leader'] as const;

/** Everything the receiving level can be asked or told, at `POST /desk/<method>` as at the desk. */
export const levelContract = {
  ...levelOfficerContract,
  'level.state': {
    kind: 'query',
    roles: clerks,
    input: z.object({}),
    output: z.object({
      /** Null until `level.set-up`. */
      own: z.object({ code: officeCode, name: z.string(), receivingLevel: z.string() }).nullable(),
      keyId: fingerprint,
      publicKey: z.string(),
      engine: z.enum(['sqlite', 'postgresql']),
      /** Rises with every change: an answer from before it is old. */
      revision: count,
      today: day,
      /** The latest working day before today: the one the morning is about. */
      reportOf: day,
      now: instant,
      offices: count,
      watched: z
        .object({
          folder: z.string(),
          lastLook: instant.nullable(),
          trouble: z.enum(['gone', 'unreadable']).nullable(),
        })
        .nullable(),
      lastBackup: instant.nullable(),
    }),
  },
  'level.set-up': {
    kind: 'command',
    roles: leaders,
    input: z.object({ code: text(40), name: text(200), receivingLevel: text(200) }),
    output: z.object({ code: officeCode, name: z.string(), receivingLevel: z.string() }),
  },
  /** Whether the program of this PC would make it a desk again: where it was made a level there, as long as no file was received. */
  'pc.show': {
    kind: 'query',
    roles: clerks,
    input: z.object({}),
    output: z.object({ mayBecomeDesk: z.boolean() }),
  },
  /**
   * Undoes `pc.become-level`; what was registered stays for another time. `address` as there. Refused with `level-received` once a file
   * was received, and with `unknown-method` where the level was started by its own command.
   */
  'pc.become-desk': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({}),
    output: z.object({ address: z.string().nullable() }),
  },
  /** How the level signs its reports; what it has not said stands open for the pen. */
  'level.paper': { kind: 'query', roles: clerks, input: z.object({}), output: levelPaper },
  'level.set-paper': { kind: 'command', roles: leaders, input: levelPaper, output: levelPaper },
  'office.register': {
    kind: 'command',
    roles: clerks,
    input: z.object({
      code: text(40),
      name: text(200),
      group: optionalText(80).optional(),
      publicKey,
      telephone: telephone.optional(),
      weekdays: weekdays.optional(),
    }),
    output: levelOffice,
  },
  'office.list': { kind: 'query', roles: clerks, input: z.object({}), output: z.array(levelOffice) },
  'office.change': {
    kind: 'command',
    roles: clerks,
    input: z.object({
      code: officeCode,
      name: text(200).optional(),
      group: optionalText(80).optional(),
      telephone: telephone.optional(),
      weekdays: weekdays.optional(),
    }),
    output: levelOffice,
  },
  /** What each line of a table of offices (XLSX, CSV, or pasted as a CSV) would do. Nothing is written. */
  'office.review': {
    kind: 'query',
    slow: true,
    roles: clerks,
    bodyKiB: FILE_BODY_KIB,
    input: handed,
    output: z.array(officeLine),
  },
  /** Registers what is new of a table and changes what differs, all at once; answers what each line did. */
  'office.apply': {
    kind: 'command',
    slow: true,
    roles: clerks,
    bodyKiB: FILE_BODY_KIB,
    input: handed,
    output: z.array(officeLine),
  },
  /** The offices as a table to be filled in and given back. */
  'office.table': {
    kind: 'query',
    roles: clerks,
    input: z.object({ language: language.optional() }),
    output: wholeFile,
  },
  /** The level's yes to another key of an office; files that this key signed and that were refused are read again. */
  'office.accept-key': {
    kind: 'command',
    roles: leaders,
    input: z.object({ code: officeCode, publicKey, reason: text(300) }),
    output: z.object({ office: levelOffice, received: count }),
  },
  /** Sends no more; its history stays. Without a reason it is opened again. */
  'office.close': {
    kind: 'command',
    roles: leaders,
    input: z.object({ code: officeCode, reason: text(300).nullable() }),
    output: levelOffice,
  },
  /** A new token with which this office alone sends over the line, told once; the one before ends. Null takes it away. */
  'office.token': {
    kind: 'command',
    secret: true,
    roles: leaders,
    input: z.object({ code: officeCode, allow: z.boolean() }),
    output: z.object({ token: z.string().nullable() }),
  },
  'file.receive': {
    kind: 'command',
    slow: true,
    roles: clerks,
    bodyKiB: FILE_BODY_KIB,
    input: handed,
    output: received,
  },
  /** A verdict for each file in its order; one that is bad stops no other. A repetition may tell `already` of what it took before. */
  'file.receive-many': {
    kind: 'command',
    slow: true,
    roles: clerks,
    bodyKiB: FILE_BODY_KIB,
    input: z.object({ files: z.array(handed).min(1).max(MOST_TOGETHER) }),
    output: z.array(received),
  },
  /** Newest first. */
  'file.list': {
    kind: 'query',
    roles: clerks,
    input: z.object({
      businessDay: day.optional(),
      officeCode: officeCode.optional(),
      /** Only what was refused. */
      refused: z.boolean().optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.array(ledgerLine),
  },
  /** The bytes as they came. */
  'file.read': { kind: 'query', roles: clerks, input: z.object({ sha256: fingerprint }), output: wholeFile },
  'file.versions': {
    kind: 'query',
    roles: clerks,
    input: z.object({ officeCode, businessDay: day }),
    output: z.array(fileVersion),
  },
  /** What was said at the telephone about an office-day, over what was written before; an empty text takes it away. */
  'call-note.write': {
    kind: 'command',
    roles: clerks,
    input: z.object({ officeCode, businessDay: day, text: optionalText(300) }),
    output: callNote.nullable(),
  },
  /** Figures of an office without this program, marked as not signed; a signed file of the day takes their place. */
  'figures.enter': { kind: 'command', roles: clerks, input: typedFigures, output: received },
  /** The sheet that such an office fills in. */
  'figures.template': {
    kind: 'query',
    roles: clerks,
    input: z.object({ language: language.optional() }),
    output: wholeFile,
  },
  /** Reads filled-in sheets: every line with its verdict, and takes those that are right. */
  'figures.read-sheet': {
    kind: 'command',
    slow: true,
    roles: clerks,
    bodyKiB: FILE_BODY_KIB,
    input: handed,
    output: z.object({
      lines: z.array(
        received.extend({
          line: count,
          problem: z.enum(['no-such-day', 'not-a-number', 'parts-differ']).optional(),
        }),
      ),
    }),
  },
  'level.day': { kind: 'query', roles: clerks, input: z.object({ businessDay: day }), output: levelDay },
  'level.period': { kind: 'query', roles: clerks, input: periodInput, output: levelPeriod },
  'level.causes': { kind: 'query', roles: clerks, input: periodInput, output: levelCauses },
  'level.office': {
    kind: 'query',
    roles: clerks,
    input: z.object({ code: officeCode, from: day, to: day }),
    output: z.object({ office: levelOffice, days: z.array(officeDay), total: levelFigures }),
  },
  'target.set': { kind: 'command', roles: leaders, input: levelTarget, output: levelTarget },
  /** Late ones first. */
  'target.list': {
    kind: 'query',
    roles: clerks,
    input: z.object({ on: day }),
    output: z.array(targetLine),
  },
  /**
   * `day-file` is the level's own signed sum of one day for the level above; a sum that has changed since is a new version.
   * `missing` is the list of who has not sent `to`, for telephoning.
   */
  'level.export': {
    kind: 'command',
    slow: true,
    repeatable: true,
    roles: clerks,
    input: periodInput.extend({
      format: z.enum(['xlsx', 'csv', 'pdf', 'day-file', 'missing-xlsx', 'missing-pdf']),
      language: language.optional(),
      /** Why a day that was summed before is summed anew. */
      reason: optionalText(300).optional(),
    }),
    output: wholeFile,
  },
  /** Looks for files in a folder of this PC or a share until told otherwise; null stops it. */
  'folder.watch': {
    kind: 'command',
    slow: true,
    atItsPc: true,
    roles: leaders,
    input: z.object({ folder: z.string().min(1).max(400).nullable() }),
    output: z.object({ folder: z.string().nullable() }),
  },
  /** A checked copy beside the data or in a folder; only where the level lives in SQLite. */
  'backup.make': {
    kind: 'command',
    slow: true,
    atItsPc: true,
    roles: leaders,
    input: z.object({ folder: z.string().min(1).max(400).optional() }),
    output: z.object({ path: z.string(), bytes: count, verified: z.boolean() }),
  },
  /** Walks the chain of the book from its beginning. */
  'level.check': {
    kind: 'query',
    roles: clerks,
    input: z.object({}),
    output: z.object({ lines: count, whole: z.boolean(), brokenAt: count.nullable() }),
  },
} as const satisfies Record<string, LevelMethod>;

export type LevelContract = typeof levelContract;
export type LevelMethodName = keyof LevelContract;
export type LevelInput<M extends LevelMethodName> = z.input<LevelContract[M]['input']>;
export type LevelParsed<M extends LevelMethodName> = z.output<LevelContract[M]['input']>;
export type LevelOutput<M extends LevelMethodName> = z.output<LevelContract[M]['output']>;
