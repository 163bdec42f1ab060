const vietnamese = new Intl.Collator('vi');

/**
 * A person's name as it is stored: NFC, one space between words, no control, zero-width or bidi marks, no lone
 * surrogates. Letter case and the place of the tone mark stay as typed.
 */
export function normaliseName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * Orders names as Vietnamese lists do: by given name (the last word), then by family and middle names, letters
 * in the order a ă â … d đ … and tones ngang, huyền, hỏi, ngã, sắc, nặng (CLDR collation `vi`). Names that the
 * collation holds equal are ordered by code unit, so the order is total.
 */
export function compareNames(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return (
    vietnamese.compare(left.given, right.given) ||
    vietnamese.compare(left.before, right.before) ||
    (left.whole < right.whole ? -1 : left.whole > right.whole ? 1 : 0)
  );
}

/** Why a text cannot be a person's name as it stands. */
export const NAME_PROBLEMS = ['empty', 'too-long', 'letters-lost', 'digits', 'symbols'] as const;
export type NameProblem = (typeof NAME_PROBLEMS)[number];

/** Letters a name may have at most; the contract allows the same. */
export const NAME_LENGTH_MAX = 200;

/**
 * The problem of a name, or undefined. Letters of every script are letters (foreigners are served too), beside
 * them only spaces, apostrophes, hyphens, dots and commas. `letters-lost` means a replacement sign stands where a letter was.
 */
export function nameProblem(text: string): NameProblem | undefined {
  const name = normaliseName(text);
  if (!/\p{L}/u.test(name))
    return /[?\ufffd□]/u.test(name)
      ? 'letters-lost'
      : /\d/u.test(name)
        ? 'digits'
        : name === ''
          ? 'empty'
          : 'symbols';
  if (name.length > NAME_LENGTH_MAX) return 'too-long';
  if (/[?\ufffd□]/u.test(name)) return 'letters-lost';
  if (/\p{N}/u.test(name)) return 'digits';
  if (/[^\p{L}\p{M} '’ʼ`.,-]|[ªº]/u.test(name)) return 'symbols';
  return undefined;
}

function splitName(text: string): { given: string; before: string; whole: string } {
  const whole = normaliseName(text);
  const cut = whole.lastIndexOf(' ');
  return { given: whole.slice(cut + 1), before: cut < 0 ? '' : whole.slice(0, cut), whole };
}
