/** What an officer may be: each method of the desk names those that may call it. From the one that may most. */
export const OFFICER_ROLES = ['leader', 'reception', 'counter'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Who may open the screen after how many minutes, and what is kept of it. */
export const LOCK_MINUTES = { least: 1, usual: 5, most: 120 } as const;

type Standing = {
  readonly active: boolean;
  readonly roles: readonly OfficerRole[];
  readonly hasPin: boolean;
};

/** Whether somebody is left who may do everything; with PINs on, one who can sign in. */
export function isLed(officers: readonly Standing[], pins: boolean): boolean {
  return officers.some(
    ({ active, roles, hasPin }) => active && roles.includes('leader') && (hasPin || !pins),
  );
}

/** The role an officer acts in: the one asked for where it is theirs, else the one that may most. */
export function roleFor(roles: readonly OfficerRole[], asked: string): OfficerRole {
  return (
    roles.find((role) => role === asked) ?? OFFICER_ROLES.find((role) => roles.includes(role)) ?? 'counter'
  );
}
