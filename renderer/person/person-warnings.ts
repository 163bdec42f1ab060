import { cardAdvice, type CardAdvice, type CardWarningCode } from '#shared/domain/identity/card-codes.ts';
import { checkIdNumber } from '#shared/domain/identity/id-number.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import type { Scan, TypedPerson } from './reception-draft.ts';

export type PersonWarning = {
  readonly code: CardWarningCode;
  readonly expected?: string;
  readonly found?: string;
  /** The last day of a card that has run out. */
  readonly on?: string;
};

/** Which field a warning stands beside. */
export const WARNED_FIELD: Partial<Record<CardWarningCode, keyof TypedPerson>> = {
  'unknown-prefix': 'idNumber',
  'century-unconfirmed': 'idNumber',
  'sex-mismatch': 'sex',
  'sex-unreadable': 'sex',
  'year-mismatch': 'birthDate',
  'birth-date-unreadable': 'birthDate',
  'retype-name': 'fullName',
  'name-without-marks': 'fullName',
  'name-cut': 'fullName',
  mojibake: 'fullName',
  telex: 'fullName',
  vni: 'fullName',
  'alt-codes': 'fullName',
};

/** Follow from the number and what stands beside it, so they come and go while fields are corrected. */
const BY_STRUCTURE: readonly CardWarningCode[] = [
  'unknown-prefix',
  'century-unconfirmed',
  'sex-mismatch',
  'year-mismatch',
];
/** Concern what this desk does not keep, or were put right without loss. */
const SILENT: readonly CardWarningCode[] = [
  'issued-on-unreadable',
  'old-number-unreadable',
  'retype-address',
  'marks-composed',
  'doubled-scan',
  'birth-year-only',
];

/** What to look at, most telling first: the number against the person, then what the scan left open. Nothing of it blocks. */
export function personWarnings(
  person: TypedPerson,
  scan: Scan | null,
  seen: readonly string[],
  today: string,
): PersonWarning[] {
  const id = person.idNumber.replace(/[\s.-]/g, '');
  const birth = readBirthDate(person.birthDate, today);
  const live = /^\d{12}$/.test(id)
    ? checkIdNumber(id, {
        sex: person.sex ?? undefined,
        birthDate: birth.ok && birth.value !== null ? birth.value : undefined,
      }).flatMap((warning) => (warning.code === 'id-number-shape' ? [] : [warning]))
    : [];
  const ofScan =
    scan?.ok === true
      ? scan.warnings.filter(({ code }) => !BY_STRUCTURE.includes(code) && !SILENT.includes(code))
      : [];
  return [
    ...live,
    ...ofScan.map(({ code, on }) => ({ code, ...(typeof on === 'string' ? { on } : {}) })),
  ].filter(({ code }) => !seen.includes(code));
}

type ReadingWords = Catalogue['reception']['reading'];

/** One sentence: what was noticed. */
export function warningText(warning: PersonWarning, words: ReadingWords): string {
  const { expected = '', found = '', on = '' } = warning;
  switch (warning.code) {
    case 'unknown-prefix':
      return words.warning['unknown-prefix'](found);
    case 'century-unconfirmed':
      return words.warning['century-unconfirmed'](found);
    case 'year-mismatch':
      return words.warning['year-mismatch'](expected, found);
    case 'card-expired':
      return words.warning['card-expired'](on);
    default:
      return words.warning[warning.code];
  }
}

/** Whether going on in spite of it wants a reason that stays with the request. */
export function wantsReason(code: CardWarningCode): boolean {
  return cardAdvice[code] === 'ask-reason';
}

/** What is kept beside the card: each disagreement an officer looked at and went on with, with the reason where one was typed. */
export function cardNote(
  draft: {
    readonly person: TypedPerson;
    readonly scan: Scan | null;
    readonly seen: readonly string[];
    readonly reasons: Readonly<Record<string, string>>;
  },
  today: string,
  words: ReadingWords,
): string | null {
  const notes = personWarnings(draft.person, draft.scan, [], today)
    .filter((warning) => wantsReason(warning.code) && draft.seen.includes(warning.code))
    .map((warning) =>
      [warningText(warning, words), draft.reasons[warning.code]?.trim()].filter(Boolean).join(': '),
    );
  return notes.length === 0 ? null : notes.join('; ').slice(0, 300);
}

/** What to do about it; empty when nothing needs doing. */
export function adviceText(code: keyof typeof cardAdvice, words: ReadingWords): string {
  const advice: CardAdvice = cardAdvice[code];
  return words.advice[advice];
}
