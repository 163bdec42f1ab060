import { matchesPhone } from '#shared/domain/identity/match-phone.ts';
import { matchesName, searchWords } from '#shared/domain/identity/search-name.ts';

/** How well a ticket answers a search: its very number, a part of the number, the name or the telephone, or not at all. */
type TicketMatch = 'exact' | 'part' | null;

type Findable = {
  readonly number: string;
  readonly name: string | null;
  /** Of the people on the ticket. */
  readonly phones?: readonly string[];
};

/**
 * Compares what somebody typed with a ticket's number (`A003`), name and telephone. `a3`, `3` and `003` are its very number;
 * words of a name match as {@link matchesName} says, in any order and beside a number. A search without words matches
 * everything.
 */
export function matchTicket(search: string, { number, name, phones = [] }: Findable): TicketMatch {
  const words = searchWords(search);
  const byNumber = words.map((word) => matchNumber(word, number));
  if (words.length === 1 && byNumber[0] === 'exact') return 'exact';
  const rest = words.filter((_, at) => byNumber[at] === null);
  if (rest.length === 0 || matchesName(search, name ?? '') || matchesName(rest.join(' '), name ?? ''))
    return 'part';
  return phones.some((phone) => matchesPhone(search, phone)) ? 'part' : null;
}

function matchNumber(word: string, number: string): TicketMatch {
  const [, letter = '', digits = ''] = /^([a-z]?)(\d*)$/.exec(word) ?? [];
  if (letter === '' && digits === '') return null;
  if (letter !== '' && letter !== number.charAt(0).toLowerCase()) return null;
  const own = number.slice(1);
  if (digits !== '' && Number(digits) === Number(own)) return 'exact';
  return own.startsWith(digits) ? 'part' : null;
}
