/** Which of the known formats a number has. */
const DOCUMENT_NUMBER_KINDS = [
  'personal-id',
  'old-id-9',
  'health-10',
  'health-15',
  'social-10',
  'licence-12',
  'licence-old',
  'tax-10',
  'tax-13',
  'plate',
  'plate-electric',
  'plate-special',
  'plate-military',
  'plate-diplomatic',
  'plate-other',
  'mobile',
  'landline',
  'foreign-phone',
  'other',
] as const;
export type DocumentNumberKind = (typeof DOCUMENT_NUMBER_KINDS)[number];

/** Why a text cannot be a number of that paper. */
const DOCUMENT_NUMBER_PROBLEMS = [
  'empty',
  'characters',
  'length',
  'structure',
  'check-digit',
  'mobile-prefix',
  'eleven-digit-mobile',
] as const;
export type DocumentNumberProblem = (typeof DOCUMENT_NUMBER_PROBLEMS)[number];

/** What is unusual about an accepted number; it never blocks. */
const DOCUMENT_NUMBER_WARNINGS = [
  'unknown-prefix',
  'unusual-format',
  'not-a-mobile',
  'unassigned-prefix',
] as const;
type DocumentNumberWarning = (typeof DOCUMENT_NUMBER_WARNINGS)[number];

/** `value` is the number as it is stored: no spaces or punctuation, capitals. */
export type DocumentNumberResult =
  | { ok: true; value: string; kind: DocumentNumberKind; warning?: DocumentNumberWarning }
  | { ok: false; problem: DocumentNumberProblem };

export function accepted(
  value: string,
  kind: DocumentNumberKind,
  warning?: DocumentNumberWarning,
): DocumentNumberResult {
  return warning === undefined ? { ok: true, value, kind } : { ok: true, value, kind, warning };
}

export function rejected(problem: DocumentNumberProblem): DocumentNumberResult {
  return { ok: false, problem };
}

/** NFC, capitals, without the spaces, dots, hyphens, slashes and invisible marks people put between characters. */
export function compactNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cc}\p{Cf}.\-‐‑‒–—_/]/gu, '');
}
