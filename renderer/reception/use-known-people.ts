import { useDeferredValue } from 'react';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import { useReception } from './draft-store.ts';
import { matchKnown, type KnownPerson, type Match } from './known-person.ts';

type KnownPeople = {
  /** Whom the typed name may be, for the list under it. */
  readonly people: readonly KnownPerson[];
  /** Who it is, surely or likely. */
  readonly match: Match | null;
};

/** Asks while the name or the number is typed; the answer is only offered, never taken by itself. */
export function useKnownPeople(today: string): KnownPeople {
  const person = useReception((draft) => draft.person);
  const known = useReception((draft) => draft.known);
  const name = useDeferredValue(person.fullName.trim());
  const id = person.idNumber.replace(/[\s.-]/g, '');
  const named = useDeskQuery(
    'person.search',
    { search: name, limit: 8 },
    { enabled: name.length >= 2, keepFormer: true },
  );
  const numbered = useDeskQuery('person.search', { search: id, limit: 8 }, { enabled: /^\d{12}$/.test(id) });
  const byName = name.length >= 2 ? (named.value ?? []) : [];
  const all = [...(numbered.value ?? []), ...byName];
  if (known !== null) {
    const asOfNow = all.find((candidate) => candidate.id === known.id) ?? known;
    return { people: [], match: { person: asOfNow, sure: true } };
  }
  const birth = readBirthDate(person.birthDate, today);
  const birthDate = birth.ok && birth.value !== null ? birth.value : undefined;
  return { people: byName, match: matchKnown(all, person, birthDate) };
}
