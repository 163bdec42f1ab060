import { looksLikeCardDate, readCardDate } from './card-date.ts';
import type { Card, CardField, CardReading, CardWarning } from './card-codes.ts';
import { checkCardTexts } from './card-letters.ts';
import { foldName } from './fold-name.ts';
import { readIdNumber, structureWarnings, type IdNumber, type Sex } from './id-number.ts';
import { fieldSeparator } from './keyboard-layout.ts';
import { undoMojibake } from './mojibake.ts';
import { trimAscii } from './scan-text.ts';

/** Fields of the QR of a chip CCCD: number, old number, name, birth, sex, address, day of issue. */
const CCCD_FIELDS = 7;

/** Where each part of the card stands among the fields; -1 when it was not found. */
type Anchors = { number: number; birth: number; sex: number; issued: number };

/**
 * Reads the QR of a chip CCCD (7 fields) or of a thẻ Căn cước. The order of the newer card is not published, so
 * fields are found by their form: twelve digits, a date, Nam or Nữ, a date. What is left over (parents' names on
 * some cards, TT 16/2024/TT-BCA) belongs to others and is dropped. A seven-field QR in the old order is
 * `qr-cccd`, everything else `qr-can-cuoc`. Undefined when the text is no such QR.
 */
export function readQrCard(text: string): CardReading | undefined {
  const layout = fieldSeparator(text);
  const joined = layout === undefined ? withoutSeparators(text) : undefined;
  if (layout === undefined && joined === undefined) return undefined;
  const fields = joined ?? text.split(layout ?? '|').map(trimAscii);
  const anchors = findAnchors(fields);
  if (anchors === undefined) return undefined;
  if ((layout !== '|' || anchors.number > 0) && (anchors.birth < 0 || anchors.sex < 0)) return undefined;
  const number = readIdNumber(fields[anchors.number] ?? '');
  if (number === undefined) return undefined;
  const warnings: CardWarning[] = layout === '|' ? [] : [{ code: 'keyboard-layout' }];
  return { ok: true, card: cardFrom(number, fields, anchors, warnings) };
}

function cardFrom(
  number: IdNumber,
  fields: readonly string[],
  anchors: Anchors,
  warnings: CardWarning[],
): Card {
  const isCut =
    anchors.issued < 0 &&
    fields.length <= CCCD_FIELDS &&
    !(fields.length === CCCD_FIELDS && fields[CCCD_FIELDS - 1] === '');
  const whole = isCut ? fields.length - 1 : fields.length;
  const nameAt = findName(fields, anchors, whole);
  const sexField =
    anchors.sex < 0 || (isCut && anchors.sex >= whole && !isSexWord(fields[anchors.sex] ?? ''))
      ? undefined
      : fields[anchors.sex];
  const texts = checkCardTexts({
    fullName: fields[nameAt],
    address: findAddress(fields, anchors, whole),
    sex: sexField,
  });
  const birthText = anchors.birth < 0 ? '' : (fields[anchors.birth] ?? '');
  // The last field of a cut scan may be the first half of a day: `2001` of `20011990` is no year.
  const birthDate =
    isCut && anchors.birth >= whole && birthText.length < 8 ? undefined : readCardDate(birthText);
  const issued = anchors.issued < 0 ? undefined : readCardDate(fields[anchors.issued] ?? '');
  const issuedOn = issued?.length === 10 ? issued : undefined;
  const sex = sexField === undefined ? undefined : readSex(sexField, number.sex);
  const oldIdNumber = findOldNumber(fields.slice(0, whole), anchors, nameAt, number.value);

  const missing = (
    code: 'birth-date-unreadable' | 'sex-unreadable' | 'issued-on-unreadable',
    field: CardField,
  ) => warnings.push({ code, field });
  if (isCut) warnings.push({ code: 'truncated' });
  warnings.push(...texts.warnings);
  if (texts.fullName === undefined && !warnings.some((warning) => warning.code === 'retype-name'))
    warnings.push({ code: 'retype-name', field: 'fullName' });
  if (birthDate === undefined) missing('birth-date-unreadable', 'birthDate');
  else if (birthDate.length === 4) warnings.push({ code: 'birth-year-only', field: 'birthDate' });
  if (sex === undefined) missing('sex-unreadable', 'sex');
  if (issuedOn === undefined) missing('issued-on-unreadable', 'issuedOn');
  warnings.push(...structureWarnings(number, { birthDate, sex }));

  return {
    kind: isClassic(fields, anchors) ? 'qr-cccd' : 'qr-can-cuoc',
    idNumber: number.value,
    ...(oldIdNumber === undefined ? {} : { oldIdNumber }),
    ...(texts.fullName === undefined ? {} : { fullName: texts.fullName }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    ...(texts.address === undefined ? {} : { address: texts.address }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    warnings,
  };
}

function findAnchors(fields: readonly string[]): Anchors | undefined {
  const number = fields.findIndex((field) => /^\d{12}$/.test(field));
  if (number < 0) return undefined;
  const after = (from: number, test: (field: string) => boolean) =>
    fields.findIndex((field, at) => at > from && test(field));
  const birth = after(number, looksLikeCardDate);
  if (birth < 0) return { number, birth, sex: -1, issued: -1 };
  const exact = fields.findIndex((field, at) => at > number && isSexWord(field));
  const broken =
    /^n/i.test(fields[birth + 1] ?? '') && (fields[birth + 1] ?? '').length <= 6 ? birth + 1 : -1;
  const sex = exact >= 0 ? exact : broken;
  return { number, birth, sex, issued: after(Math.max(birth, sex), looksLikeCardDate) };
}

/** The first field with more than digits ahead of the birth date and the sex. */
function findName(fields: readonly string[], { birth, sex }: Anchors, whole: number): number {
  const ends = [birth, sex].filter((at) => at >= 0);
  const end = ends.length > 0 ? Math.min(...ends) : whole;
  return fields.findIndex((field, at) => at < end && field !== '' && !/^[\d\s]*$/.test(field));
}

/** The last text before the day of issue; without that day, only the field next to the sex. */
function findAddress(
  fields: readonly string[],
  { birth, sex, issued }: Anchors,
  whole: number,
): string | undefined {
  const from = Math.max(birth, sex);
  if (from < 0) return undefined;
  const between = fields
    .slice(from + 1, issued >= 0 ? issued : Math.min(from + 2, whole))
    .filter((field) => field !== '');
  return between.at(-1);
}

/** The old CMND stands before the name, or right after the day of issue; further back it may be a parent's. */
function findOldNumber(
  fields: readonly string[],
  { number, birth, issued }: Anchors,
  nameAt: number,
  idNumber: string,
): string | undefined {
  const end = birth >= 0 ? birth : nameAt >= 0 ? nameAt : number + 2;
  const before = fields
    .slice(number + 1, end)
    .find((field) => /^(?:\d{9}|\d{12})$/.test(field) && field !== idNumber);
  const behind = issued >= 0 ? fields[issued + 1] : undefined;
  return before ?? (behind !== undefined && /^\d{9}$/.test(behind) ? behind : undefined);
}

/**
 * Nam and Nữ, in any case. A broken word is read only where two things agree: it begins like Nữ and the number says
 * female; a broken Nam does not happen, all its letters are plain.
 */
function readSex(text: string, numberSex: Sex): Sex | undefined {
  const word = foldName(undoMojibake(text) ?? text);
  if (word === 'nam') return 'male';
  if (/^nữ$/iu.test((undoMojibake(text) ?? text).normalize('NFC'))) return 'female';
  return word.startsWith('n') && numberSex === 'female' ? 'female' : undefined;
}

function isSexWord(field: string): boolean {
  return /^(?:nam|nữ)$/iu.test((undoMojibake(field) ?? field).normalize('NFC'));
}

function isClassic(fields: readonly string[], { number, birth, sex, issued }: Anchors): boolean {
  const inPlace = (at: number, place: number) => at === place || (at < 0 && fields.length <= CCCD_FIELDS);
  return (
    fields.length <= CCCD_FIELDS && number === 0 && inPlace(birth, 3) && inPlace(sex, 4) && inPlace(issued, 6)
  );
}

/** The seven fields of a scan whose separators were all dropped; the forms of the fields still tell them apart. */
function withoutSeparators(text: string): string[] | undefined {
  const match = /^(\d{12})(\d{9})?(\D{2,}?)(\d{8})(Nam|Nữ)(.+?)(\d{8})$/su.exec(text);
  return match === null ? undefined : match.slice(1).map((field: string | undefined) => field ?? '');
}
