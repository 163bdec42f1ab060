/** The closed lists of words of follow-up, shared by contract, store and reports. */

/** The five groups of reasons for which an approved account is not activated (S2). */
export const INACTIVE_REASONS = ['away', 'no-device', 'missed-notice', 'not-guided', 'needs-help'] as const;
export type InactiveReason = (typeof INACTIVE_REASONS)[number];

/** How the desk learned that an account was activated and signed in (R11). */
export const ACTIVATION_SOURCES = ['desk', 'telephone', 'extract'] as const;
export type ActivationSource = (typeof ACTIVATION_SOURCES)[number];

export const CONTACT_RESULTS = ['reached', 'no-answer', 'call-back', 'wrong-number'] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];

/** The result is awaited; the notice came and activation is awaited; activated and signed in. */
export const FOLLOW_UP_STATES = ['awaiting-result', 'awaiting-activation', 'activated'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Lists an officer works through. `late`: due and without notice, or the activation deadline has passed. */
export const FOLLOW_UP_LISTS = ['all', 'due-today', 'late', 'activation-ends', 'activated'] as const;
export type FollowUpList = (typeof FOLLOW_UP_LISTS)[number];

/** What presses first, or names the Vietnamese way: given names first. */
export const FOLLOW_UP_ORDERS = ['pressing', 'name'] as const;
export type FollowUpOrder = (typeof FOLLOW_UP_ORDERS)[number];

export const ACCOUNT_LEVELS = ['level-1', 'level-2'] as const;
export type AccountLevel = (typeof ACCOUNT_LEVELS)[number];

/** Where a request was served. */
export const SITES = ['desk', 'mobile', 'home'] as const;
export type Site = (typeof SITES)[number];

/** Why somebody was sent elsewhere. */
export const REFERRAL_REASONS = [
  'card-needed',
  'residence-elsewhere',
  'not-done-here',
  'data-to-mend',
  'other',
] as const;
export type ReferralReason = (typeof REFERRAL_REASONS)[number];

/** An activation "ends soon" on its last day and on the two before it. */
export const ENDS_SOON_DAYS = 2;
