import type { Output } from '#shared/contract/desk-contract.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { TypedPerson } from '../person/reception-draft.ts';

export type KnownPerson = Output<'person.search'>[number];

/** A person of an earlier visit, or of today, whom the typed one may be. */
export type Match = {
  readonly person: KnownPerson;
  /** The same number and name; a name alone only makes it likely. */
  readonly sure: boolean;
};

/**
 * Finds among the people searched for the one who was typed. `birthDate` is the typed date as the desk keeps it.
 * A live ticket of today goes before an older visit, a sure match before a likely one.
 */
export function matchKnown(
  people: readonly KnownPerson[],
  typed: TypedPerson,
  birthDate: string | undefined,
): Match | null {
  const name = foldName(typed.fullName);
  if (name === '') return null;
  const id = typed.idNumber.replace(/[\s.-]/g, '');
  const namesakes = people.filter((person) => foldName(person.fullName) === name);
  const sure = /^\d{9,12}$/.test(id) ? namesakes.find((person) => person.idNumber === id) : undefined;
  if (sure !== undefined) return { person: sure, sure: true };
  const likely = namesakes
    .filter((person) => id === '' || person.idNumber === null)
    .filter(
      (person) =>
        birthDate === undefined || person.birthDate === null || sameBirth(person.birthDate, birthDate),
    );
  const person = likely.find((candidate) => candidate.today !== null) ?? likely[0];
  return person === undefined ? null : { person, sure: false };
}

/** A year alone agrees with every day of it. */
function sameBirth(one: string, other: string): boolean {
  return one.length === 4 || other.length === 4 ? one.slice(0, 4) === other.slice(0, 4) : one === other;
}
