import type { ExemptReason, MemberDoubt, MemberState } from '../domain/roster/member.ts';
import type { Language } from '../domain/language.ts';
import { formatDay } from './format.ts';
import type { Catalogue } from './vi.ts';

type Standing = {
  readonly state: MemberState;
  readonly dueOn: string | null;
  readonly exempt: ExemptReason | null;
  readonly doubt: MemberDoubt | null;
};

/** What a person of a roster has to do next, in words; a doubt of the list is asked before anything else. */
export function nextStep(
  { state, dueOn, exempt, doubt }: Standing,
  words: Catalogue['roster'],
  language: Language,
): string {
  if (state === 'not-needed') return words.next['not-needed'](words.exempt[exempt ?? 'other']);
  if (state === 'taken' || state === 'issued')
    return words.next[state](dueOn === null ? '' : formatDay(dueOn, language));
  if (doubt !== null && state !== 'activated')
    return `${words.next.ask}${words.doubt[doubt].toLocaleLowerCase(language)}`;
  return words.next[state];
}
