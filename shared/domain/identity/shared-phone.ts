import rule from '#shared/rules/own-phone.json' with { type: 'json' };
import { ageOn, type IsoDate } from '../calendar/business-date.ts';
import { foldName } from './fold-name.ts';
import { checkPhoneNumber } from './phone-number.ts';

type Holder = {
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
};

/**
 * Somebody else of those known who gave the same telephone, where both are old enough to need one of their own
 * (shared/rules/own-phone.json); a child goes by the number of whoever represents it. An unknown age counts as old enough.
 * Undefined where nobody did.
 */
export function otherHolder<T extends Holder>(
  person: Holder,
  known: readonly T[],
  on: IsoDate,
): T | undefined {
  const phone = checkPhoneNumber(person.phone ?? '');
  if (!phone.ok || !needsOwn(person, on)) return undefined;
  return known.find((other) => other.phone === phone.value && !isSame(person, other) && needsOwn(other, on));
}

function needsOwn({ birthDate }: Holder, on: IsoDate): boolean {
  return birthDate === null || ageOn(birthDate, on).most >= rule.from;
}

function isSame(one: Holder, other: Holder): boolean {
  if (one.idNumber !== null && other.idNumber !== null) return one.idNumber === other.idNumber;
  return foldName(one.fullName) === foldName(other.fullName);
}
