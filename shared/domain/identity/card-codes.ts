/**
 * Why a scan gives no card. What is known but is not an identity card is named, so that the desk can say
 * "this is the health insurance card" instead of "unreadable".
 */
export const CARD_UNREADABLE_REASONS = [
  'empty',
  'too-long',
  'not-a-card',
  'number-length',
  'old-id-number',
  'health-insurance-card',
  'driving-licence',
  'web-link',
  'app-code',
  'app-data',
  'labelled-text',
  'passport',
  'foreign-card',
  'mrz-check-digit',
  'mrz-incomplete',
  'truncated',
  'two-cards',
  'input-method',
  'keyboard-layout',
] as const;
export type CardUnreadableReason = (typeof CARD_UNREADABLE_REASONS)[number];

/** What to look at on a card that was read. No warning blocks: numbers are re-issued, old data has gaps. */
export const CARD_WARNING_CODES = [
  'unknown-prefix',
  'century-unconfirmed',
  'sex-mismatch',
  'year-mismatch',
  'birth-year-only',
  'birth-date-unreadable',
  'sex-unreadable',
  'issued-on-unreadable',
  'old-number-unreadable',
  'card-expired',
  'retype-name',
  'retype-address',
  'name-without-marks',
  'name-cut',
  'letters-lost',
  'mojibake-undone',
  'mojibake',
  'escapes-undone',
  'marks-composed',
  'telex',
  'vni',
  'alt-codes',
  'caps-lock',
  'keyboard-layout',
  'truncated',
  'doubled-scan',
] as const;
export type CardWarningCode = (typeof CARD_WARNING_CODES)[number];

/** What the desk should do next; one sentence each in the text catalogues. */
const CARD_ADVICE = [
  'none',
  'ask-reason',
  'retype-from-card',
  'scan-again',
  'scan-one-card',
  'use-identity-card',
  'use-card-code',
  'renew-card',
  'use-health-field',
  'use-licence-field',
  'type-number',
  'input-method-off',
  'keyboard-us',
  'caps-lock-off',
  'scanner-utf8',
  'scanner-no-alt-codes',
] as const;
export type CardAdvice = (typeof CARD_ADVICE)[number];

/** The advice that belongs to each reason and each warning. */
export const cardAdvice: Record<CardUnreadableReason | CardWarningCode, CardAdvice> = {
  empty: 'scan-again',
  'too-long': 'scan-again',
  'not-a-card': 'use-identity-card',
  'number-length': 'type-number',
  'old-id-number': 'type-number',
  'health-insurance-card': 'use-health-field',
  'driving-licence': 'use-licence-field',
  'web-link': 'use-card-code',
  'app-code': 'use-card-code',
  'app-data': 'use-card-code',
  'labelled-text': 'use-card-code',
  passport: 'use-identity-card',
  'foreign-card': 'use-identity-card',
  'mrz-check-digit': 'scan-again',
  'mrz-incomplete': 'scan-again',
  truncated: 'scan-again',
  'two-cards': 'scan-one-card',
  'input-method': 'input-method-off',
  'keyboard-layout': 'keyboard-us',
  'unknown-prefix': 'ask-reason',
  'century-unconfirmed': 'ask-reason',
  'sex-mismatch': 'ask-reason',
  'year-mismatch': 'ask-reason',
  'birth-year-only': 'none',
  'birth-date-unreadable': 'retype-from-card',
  'sex-unreadable': 'retype-from-card',
  'issued-on-unreadable': 'retype-from-card',
  'old-number-unreadable': 'none',
  'card-expired': 'renew-card',
  'retype-name': 'retype-from-card',
  'retype-address': 'retype-from-card',
  'name-without-marks': 'retype-from-card',
  'name-cut': 'retype-from-card',
  'letters-lost': 'scanner-utf8',
  'mojibake-undone': 'scanner-utf8',
  mojibake: 'scanner-utf8',
  'escapes-undone': 'scanner-utf8',
  'marks-composed': 'none',
  telex: 'input-method-off',
  vni: 'input-method-off',
  'alt-codes': 'scanner-no-alt-codes',
  'caps-lock': 'caps-lock-off',
  'doubled-scan': 'none',
};

/** The part of the card a warning or a reason speaks of. */
export type CardField =
  | 'idNumber'
  | 'oldIdNumber'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'address'
  | 'issuedOn'
  | 'expiresOn';

/**
 * One thing to look at. `expected` and `found` are given where two values disagree, `on` is the last day of a card that has
 * run out.
 */
export type CardWarning = {
  code: CardWarningCode;
  field?: CardField;
  expected?: string;
  found?: string;
  on?: string;
};

/** What a scan said. Dates are ISO days; a birth year alone is `'1950'`. Names and addresses are NFC. */
export type Card = {
  kind: 'qr-cccd' | 'qr-can-cuoc' | 'mrz' | 'number';
  idNumber: string;
  oldIdNumber?: string;
  fullName?: string;
  birthDate?: string;
  sex?: 'male' | 'female';
  address?: string;
  issuedOn?: string;
  /** The last day on which the card is good; absent where it is good for life, or not known. */
  expiresOn?: string;
  warnings: CardWarning[];
};

/** A card, or the reason there is none. A nine-digit CMND comes back in `oldIdNumber`: it may serve to search, never as identity. */
export type CardReading =
  | { ok: true; card: Card }
  | { ok: false; reason: CardUnreadableReason; field?: CardField; oldIdNumber?: string };
