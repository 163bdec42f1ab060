/** What became of a file that was handed to the level. The first five are of a file whose signature and office are right. */
export const RECEIVE_STATUSES = [
  'new',
  'already',
  'replaced',
  'older',
  'conflict',
  'forged',
  'unknown-office',
  'unknown-key',
  'unreadable',
] as const;
export type ReceiveStatus = (typeof RECEIVE_STATUSES)[number];

/** Why a file is not counted, beside its status. */
export const RECEIVE_REASONS = [
  'too-large',
  'not-a-day-file',
  'an-archive',
  'newer-schema',
  'part-changed',
  'bytes-changed',
  'key-mismatch',
  'bad-signature',
  'key-of-another-office',
  'office-closed',
  'own-office',
  'training',
  'day-in-future',
] as const;
export type ReceiveReason = (typeof RECEIVE_REASONS)[number];

/** What a line of a table of offices would do. */
export const OFFICE_LINE_STATES = ['new', 'same', 'changed', 'bad'] as const;
export type OfficeLineState = (typeof OFFICE_LINE_STATES)[number];

/**
 * Why a line of a table of offices is not taken: `doubled` and `key-doubled` name what an earlier line has, `own-code` is the level's
 * own, `key-in-use` another office's key, `other-key` not the key of this office, which takes its own yes.
 */
export const OFFICE_LINE_FAULTS = [
  'no-code',
  'no-name',
  'no-key',
  'not-a-key',
  'not-weekdays',
  'too-long',
  'doubled',
  'key-doubled',
  'own-code',
  'key-in-use',
  'other-key',
] as const;
export type OfficeLineFault = (typeof OFFICE_LINE_FAULTS)[number];

/** What a table of offices may change of one that is registered. */
export const OFFICE_FACTS = ['name', 'group', 'telephone', 'weekdays'] as const;

/** How a file came: chosen or dropped on the page, found in the watched folder, sent by the office, or typed by the clerk. */
export const RECEIVE_ROUTES = ['page', 'folder', 'line', 'sheet', 'typed'] as const;
export type ReceiveRoute = (typeof RECEIVE_ROUTES)[number];

/**
 * Who works at the level: a clerk receives and registers, a leader reads, signs and also gives the words that change what was. From the
 * one that may most.
 */
export const LEVEL_ROLES = ['leader', 'clerk'] as const;
export type LevelRole = (typeof LEVEL_ROLES)[number];

/**
 * What stands of an office on a day: `on-time`, `late` (came after the hour of the pack), `corrected` (a version above 1 counts),
 * `conflict` (two files of one version came; the first counts), `refused` (nothing came but files that were refused), `missing`,
 * `unsigned` (typed or from a sheet), `off` (no working day of the office, and nothing came).
 */
export const OFFICE_DAY_STATES = [
  'on-time',
  'late',
  'corrected',
  'conflict',
  'unsigned',
  'refused',
  'missing',
  'off',
] as const;
export type OfficeDayState = (typeof OFFICE_DAY_STATES)[number];
