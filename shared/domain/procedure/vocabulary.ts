/** The closed lists of words shared by triage, checklist, contract, store and reports. */

export const PROCEDURES = [
  'level-1',
  'level-2',
  'level-2-with-card',
  'activate',
  'lock',
  'unlock',
  // Of the căn cước điện tử, which is not the account.
  'lock-card',
  'unlock-card',
  'guidance',
  'organisation',
] as const;
export type Procedure = (typeof PROCEDURES)[number];

/**
 * Who a request is for, as asked at the desk; the birth date and the pack decide the age band. A `child` is a citizen who comes with
 * a parent, a `guarded` person a ward who comes with a guardian.
 */
export const SUBJECTS = ['citizen', 'child', 'guarded', 'foreigner', 'organisation'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** State of the chip or căn cước card; for a foreigner, of the residence card. */
export const CARD_STATES = ['valid', 'none', 'lost', 'damaged', 'expired', 'wants-change'] as const;
export type CardState = (typeof CARD_STATES)[number];

export const WISHES = [
  'level-1',
  'level-2',
  'activate',
  'lock',
  'unlock',
  'lock-card',
  'unlock-card',
  'guidance',
] as const;
export type Wish = (typeof WISHES)[number];

/** Papers every pack knows. A pack may add others, so a stored paper is a `PaperCode`. */
export const PAPERS = [
  'id-card',
  'health-insurance',
  'driving-licence',
  'vehicle-registration',
  'tax-number',
  'social-insurance',
] as const;
export type Paper = (typeof PAPERS)[number];

/** Whether every desk asks about a paper; the others only a pack knows. */
export function isUsualPaper(code: string): code is Paper {
  return (PAPERS as readonly string[]).includes(code);
}

/** The row of a checklist that is no paper: the telephone that the law asks for, kept with the person. */
export const TELEPHONE = 'phone';

/** How somebody is reached who gets an account. Only the last is no condition. */
export const CONTACTS = [
  'own-phone',
  'representative-phone',
  'phone-or-email',
  'phone-or-email-if-any',
] as const;

/** Papers that say who somebody is or acts for whom: they are looked at, and no paper that is integrated. */
export const IDENTITY_PAPERS: readonly string[] = [
  'id-card',
  'passport',
  'residence-card',
  'representative-id-card',
  'representation-proof',
];

/** How a paper of a pack is asked for: shown, held by VNeID, or nothing because its number is the personal number. */
export const PAPER_ASKED = ['original', 'vneid', 'personal-number'] as const;
export type PaperAsked = (typeof PAPER_ASKED)[number];

/** How a percentage loses the digits that are not shown. */
export const ROUNDINGS = ['half-up', 'truncate'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** A paper of the active pack: kebab-case, see {@link PAPER_CODE_PATTERN}. */
export type PaperCode = string;
export const PAPER_CODE_PATTERN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Who acts for somebody who cannot apply alone. */
export const REPRESENTATIVES = ['parent', 'guardian'] as const;

/** What another office has to set right about a person, by the office that does it (S0 1c, 2c, 2đ; S2 3, 7). */
export const CASES_OF = {
  'civil-status': ['no-papers', 'deceased', 'birth-date-incomplete'],
  'residence-police': ['lives-unregistered', 'registered-elsewhere', 'address-unknown'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export const CASE_RECEIVERS = ['civil-status', 'residence-police'] as const;
export type CaseReceiver = (typeof CASE_RECEIVERS)[number];
export const SPECIAL_CASES = [...CASES_OF['civil-status'], ...CASES_OF['residence-police']] as const;
export type SpecialCase = (typeof SPECIAL_CASES)[number];

/** How one request ended. */
export const OUTCOMES = ['taken', 'papers-missing', 'referred', 'guided', 'left', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What was found of one paper: `seen` bản gốc đã xem, `missing` thiếu, `mismatch` sai lệch,
 * `not-wanted` không có nhu cầu, `in-vneid` đã có trên VNeID.
 */
export const PAPER_STATES = ['seen', 'missing', 'mismatch', 'not-wanted', 'in-vneid'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const LIMIT_UNITS = ['working-day', 'calendar-day'] as const;
type LimitUnit = (typeof LIMIT_UNITS)[number];

/** A time limit of a pack; `value` counts whole days. */
export type Limit = { readonly value: number; readonly unit: LimitUnit };

/** Kinds of places a directory may hold; the pack says what each kind may do. */
export const OFFICE_KINDS = [
  'commune-police',
  'district-team',
  'province-office',
  'immigration',
  'mobile-team',
  'one-stop',
  'civil-status',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** How sure a value of a pack is; `unconfirmed` is marked on screen and waits for the office. */
export const CERTAINTIES = ['confirmed', 'second-hand', 'unconfirmed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Notes that triage itself may add; every pack must word them. */
export const TRIAGE_NOTES = [
  'birth-date-unknown',
  'birth-date-incomplete',
  'birth-date-in-future',
  'civil-status',
  'residence-unknown',
  'residence-elsewhere',
  'office-closed',
  'not-done-here',
  'no-place-known',
] as const;
export type TriageNote = (typeof TRIAGE_NOTES)[number];
