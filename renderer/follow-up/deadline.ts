import type { FollowUpRow } from '#shared/contract/follow-up.ts';
import type { IsoDate } from '#shared/domain/calendar/business-date.ts';

/** The day a person on the list is looked at for: the last day of activation once the notice came, before that the day of the result. */
type Deadline = {
  readonly kind: 'result' | 'activation';
  readonly day: IsoDate;
  readonly isLate: boolean;
};

export function deadlineOf(
  row: Pick<FollowUpRow, 'state' | 'dueOn' | 'activateBy'>,
  on: IsoDate,
): Deadline | null {
  if (row.state === 'activated') return null;
  if (row.activateBy !== null)
    return { kind: 'activation', day: row.activateBy, isLate: row.activateBy < on };
  if (row.dueOn !== null) return { kind: 'result', day: row.dueOn, isLate: row.dueOn < on };
  return null;
}

/** The row to stand on when the list has changed: the same person, else whoever took the place. */
export function rowAfterChange(
  rows: readonly Pick<FollowUpRow, 'requestId'>[],
  chosen: string | null,
  place: number,
): number {
  const same = rows.findIndex((row) => row.requestId === chosen);
  return same >= 0 ? same : Math.min(Math.max(place, 0), rows.length - 1);
}

/** A name on paper that may lie about: `Nguyễn Thị Hường` is `N. T. Hường`. */
export function shortenedName(fullName: string): string {
  const words = fullName.split(' ').filter(Boolean);
  return words.map((word, index) => (index === words.length - 1 ? word : `${word.slice(0, 1)}.`)).join(' ');
}
