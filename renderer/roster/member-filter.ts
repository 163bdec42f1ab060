import type { Member } from '#shared/contract/roster.ts';
import { isDone } from '#shared/domain/roster/member.ts';

export const FILTERS = ['all', 'missing', 'issued', 'done'] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether a filter shows a person. */
export function fits(filter: Filter, { state }: Member): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'missing':
      return state === 'not-yet' || state === 'sent-home' || state === 'taken';
    case 'issued':
      return state === 'issued';
    case 'done':
      return isDone(state);
  }
}
