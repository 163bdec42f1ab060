import { z } from 'zod';
import { isIsoDate } from '#shared/domain/calendar/business-date.ts';
import { PAPER_CODE_PATTERN } from '#shared/domain/procedure/vocabulary.ts';
import { checkTaxNumber } from '#shared/domain/identity/tax-number.ts';
import { normaliseName } from '#shared/domain/identity/name.ts';
import { LANGUAGES } from '#shared/domain/language.ts';

const unsafeText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Plain text from a person: well-formed Unicode without control characters, NFC, trimmed, 1 to `max` letters. */
export function text(max: number) {
  return z
    .string()
    .max(max * 4)
    .refine((value) => value.isWellFormed() && !unsafeText.test(value), { message: 'unreadable-text' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));
}

/** Like `text`, but may be empty: an empty note is no note. */
export function optionalText(max: number) {
  return z
    .string()
    .max(max * 4)
    .refine((value) => value.isWellFormed() && !unsafeText.test(value), { message: 'unreadable-text' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().max(max));
}

/** A person's name: NFC, without invisible marks, spaces collapsed, at most 200 letters. */
export const personName = z
  .string()
  .max(800)
  .refine((value) => value.isWellFormed() && !unsafeText.test(value), { message: 'unreadable-text' })
  .transform((value) => normaliseName(value))
  .pipe(z.string().min(1).max(200));

/** A row's identity: UUIDv7 text. */
export const id = z.uuid();

/** A local calendar day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isIsoDate, { message: 'no-such-day' });

/** A calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^(?:20|21)\d{2}-(?:0[1-9]|1[0-2])$/);

/** An instant in UTC, `2026-11-20T07:30:00.000Z`. */
export const instant = z.iso.datetime();

/** A birth date as papers give it: a day, or a year alone where that is all that is known. */
export const birthDate = z.union([day, z.string().regex(/^(19|20)\d{2}$/)]);

export const sex = z.enum(['male', 'female']);

/** Twelve digits; structure beyond that is a warning of the card reader, never a refusal. */
export const idNumber = z.string().regex(/^\d{12}$/);

/** Nine digits of the old card, or twelve. */
export const anyIdNumber = z.string().regex(/^(\d{9}|\d{12})$/);

/** A tax number of an organisation: 10 digits with their check digit, or 13 of a unit of it; kept as digits alone. */
export const taxNumber = z
  .string()
  .max(40)
  .transform((value) => checkTaxNumber(value))
  .refine((checked) => checked.ok, { message: 'tax-number' })
  .transform((checked) => (checked.ok ? checked.value : ''));

export const phone = z.string().regex(/^0\d{9}$/);

export const count = z.int().min(0);

/** A paper of the active rule pack. */
export const paperCode = z.string().max(40).regex(PAPER_CODE_PATTERN);

/** A language of the program. */
export const language = z.enum(LANGUAGES);

/** A sheet that belongs to no ticket, and its language: a handout, a list, the test page, such as `level-1.vi`. */
export const sheetForm = z.string().regex(new RegExp(`^[a-z0-9-]{1,40}\\.(?:${LANGUAGES.join('|')})$`));

/** What is written in Vietnamese and English alone: the words of the law and the handouts. */
export const bilingualText = z.object({ vi: z.string(), en: z.string() });
