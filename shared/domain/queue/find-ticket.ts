import { foldName } from '#shared/domain/identity/fold-name.ts';

/** How well a ticket answers a search: its very number, a part of the number or of the name, or not at all. */
type TicketMatch = 'exact' | 'part' | null;

/**
 * Compares what somebody typed with a ticket's number (`A003`) and name. `a3`, `3` and `003` are its very number; words of
 * a name match the beginnings of its words in any order, marks aside. A search without words matches everything.
 */
export function matchTicket(
  search: string,
  ticket: { readonly number: string; readonly name: string | null },
): TicketMatch {
  const words = foldName(search).split(' ').filter(Boolean);
  const name = ` ${foldName(ticket.name ?? '')}`;
  let match: TicketMatch = 'part';
  for (const word of words) {
    const byNumber = matchNumber(word, ticket.number);
    if (byNumber === null && !name.includes(` ${word}`)) return null;
    if (byNumber === 'exact' && words.length === 1) match = 'exact';
  }
  return match;
}

function matchNumber(word: string, number: string): TicketMatch {
  const [, letter = '', digits = ''] = /^([a-z]?)(\d*)$/.exec(word) ?? [];
  if (letter === '' && digits === '') return null;
  if (letter !== '' && letter !== number.charAt(0).toLowerCase()) return null;
  const own = number.slice(1);
  if (digits !== '' && Number(digits) === Number(own)) return 'exact';
  return own.startsWith(digits) ? 'part' : null;
}
