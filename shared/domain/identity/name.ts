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

/** Signs that stand for the apostrophe of names like H'Hen, for a class of a regular expression. */
export const APOSTROPHES = "'’‘ʼ′`´";

const notOfNames = new RegExp(`[^\\p{L}\\p{M} ${APOSTROPHES}.,-]|[ªº]`, 'u');

/** Why a text cannot be a person's name as it stands. */
const NAME_PROBLEMS = ['empty', 'too-long', 'letters-lost', 'digits', 'symbols'] as const;
export type NameProblem = (typeof NAME_PROBLEMS)[number];

/** Letters a name may have at most; the contract allows the same. */
const NAME_LENGTH_MAX = 200;

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
  if (notOfNames.test(name)) return 'symbols';
  return undefined;
}
