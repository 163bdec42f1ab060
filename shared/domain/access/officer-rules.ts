/** What an officer may be: each method of the desk names those that may call it. From the one that may most. */
export const OFFICER_ROLES = ['leader', 'reception', 'counter'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Who may open the screen after how many minutes, and what is kept of it. */
export const LOCK_MINUTES = { least: 1, usual: 5, most: 120 } as const;

/** The role an officer acts in: the one asked for where it is theirs, else the one that may most, by `ranks`; without any, the last of these. */
export function roleFor<R extends string>(
  ranks: readonly [R, ...R[]],
  roles: readonly R[],
  asked: string,
): R {
  return (
    roles.find((role) => role === asked) ??
    ranks.find((role) => roles.includes(role)) ??
    ranks.at(-1) ??
    ranks[0]
  );
}

/**
 * For whom a method is served where officers sign in with a PIN: the officer of the session, nobody in particular, or what has to be done
 * first. `needs` is what the contract says of the method, `isAtWork` whether the officer of the session still is one.
 */
export function servedFor(
  session: { readonly locked: boolean } | undefined,
  isAtWork: boolean,
  needs: 'free' | 'locked' | undefined,
): 'officer' | 'nobody' | 'session-needed' | 'session-locked' {
  if (session?.locked === false && isAtWork) return 'officer';
  if (needs === 'free' || (session !== undefined && needs === 'locked')) return 'nobody';
  return session === undefined ? 'session-needed' : 'session-locked';
}
