type CopiesState = {
  /** The newest good copy wherever it lies. */
  readonly lastBackup: string | null;
  readonly places: readonly { readonly outside: boolean; readonly trouble: string | null }[];
};

/** What the copies ask of an officer, the most pressing first; `good` asks for nothing. */
type CopyNeed = 'none' | 'old' | 'no-second-place' | 'place-trouble' | 'good';

const DAY_MS = 24 * 60 * 60_000;

/** A copy of an earlier day does not hold what was done since; one in the data folder alone goes with its disk. */
export function copyNeed({ lastBackup, places }: CopiesState, now: string): CopyNeed {
  const outside = places.filter((place) => place.outside);
  if (outside.length === 0) return 'no-second-place';
  if (lastBackup === null) return 'none';
  if (isCopyOld(lastBackup, now)) return 'old';
  return outside.some(({ trouble }) => trouble !== null) ? 'place-trouble' : 'good';
}

/** Whether the newest good copy is older than a day; where there never was one, the first comes by itself. */
export function isCopyOld(lastBackup: string | null, now: string): boolean {
  return lastBackup !== null && Date.parse(now) - Date.parse(lastBackup) > DAY_MS;
}
