import { addYears, isIsoDate, type IsoDate } from '../calendar/business-date.ts';
import cardTerm from '#shared/rules/card-term.json' with { type: 'json' };
import type { Card } from './card-codes.ts';

/** How long a card is good: the birthdays at which it ends, and how many years before one of them a new card outlives it. */
type CardTerm = { readonly ages: readonly number[]; readonly graceYears: number };

/** The term of the law (shared/rules/card-term.json). */
export const CARD_TERM: CardTerm = cardTerm;

type IssuedCard = { readonly birthDate: IsoDate; readonly issuedOn: IsoDate };

/**
 * The last day of a card: the first birthday of `ages` after its issue, or the next one where it was issued within
 * `graceYears` before that birthday. Undefined where it is good for life, and where a day is missing or cannot be.
 */
export function cardExpiry({
  birthDate,
  issuedOn,
  ages,
  graceYears,
}: IssuedCard & CardTerm): IsoDate | undefined {
  if (!isIsoDate(birthDate) || !isIsoDate(issuedOn) || issuedOn < birthDate) return undefined;
  return ages
    .toSorted((a, b) => a - b)
    .map((age) => addYears(birthDate, age))
    .find((birthday) => issuedOn < addYears(birthday, -graceYears));
}

/**
 * The card with its last day, from the card itself or from the rule of its ages, and with `card-expired` where the day of
 * reading is past it.
 */
export function withExpiry(card: Card, on: IsoDate, term: CardTerm = CARD_TERM): Card {
  const { birthDate = '', issuedOn = '' } = card;
  const expiresOn = card.expiresOn ?? cardExpiry({ birthDate, issuedOn, ...term });
  if (expiresOn === undefined) return card;
  const hasRunOut = on > expiresOn;
  return {
    ...card,
    expiresOn,
    warnings: hasRunOut
      ? [...card.warnings, { code: 'card-expired', field: 'expiresOn', on: expiresOn }]
      : card.warnings,
  };
}
