import type { Member } from '#shared/contract/roster.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';

/** What a person of a roster has to do next, in words; a doubt of the list is asked before anything else. */
export function nextStep(member: Member, words: Catalogue['roster'], language: Language): string {
  const { state, dueOn, exempt, doubt } = member;
  if (state === 'not-needed') return words.next['not-needed'](words.exempt[exempt ?? 'other']);
  if (state === 'taken' || state === 'issued')
    return words.next[state](dueOn === null ? '' : formatDay(dueOn, language));
  if (doubt !== null && state !== 'activated')
    return `${words.next.ask}${words.doubt[doubt].toLocaleLowerCase(language)}`;
  return words.next[state];
}

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
      return state === 'activated' || state === 'not-needed';
  }
}
