/** Why a day that gave numbers is voided: another date was meant, or the clock of the PC was wrong. */
export const VOID_REASONS = ['wrong-date', 'wrong-clock'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
