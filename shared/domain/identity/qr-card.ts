import { isWholeCardDate, looksLikeCardDate, readCardDate } from './card-date.ts';
import type { Card, CardField, CardReading, CardWarning, CardWarningCode } from './card-codes.ts';
import { checkCardTexts } from './card-letters.ts';
import { foldName } from './fold-name.ts';
import { readIdNumber, structureWarnings, type IdNumber, type Sex } from './id-number.ts';
import { fieldSeparator, keepsLetters } from './keyboard-layout.ts';
import { undoMojibake } from './mojibake.ts';
import { trimAscii } from './scan-text.ts';

/** Fields of the QR of a chip CCCD: number, old number, name, birth, sex, address, day of issue. */
const CCCD_FIELDS = 7;

/**
 * Where each part of the card stands among the fields. `old` is -1 where the card leaves the old number out, `issued` where
 * no day of issue was found; the address reaches from `address` to `issued`.
 */
type Places = {
  old: number;
  name: number;
  birth: number;
  sex: number;
  address: number;
  issued: number;
};

/**
 * Reads the QR of a chip CCCD (7 fields) or of a thẻ Căn cước, whose extra fields at the end (parents' names on some
 * cards, TT 16/2024/TT-BCA) belong to others and are dropped. Every field is found by its place: a garbled one is told and
 * never taken for another. An address may hold the separator itself; it ends at the day of issue. Seven fields in the old
 * order are `qr-cccd`, everything else `qr-can-cuoc`. Undefined when the text is no such QR.
 */
export function readQrCard(text: string): CardReading | undefined {
  const layout = fieldSeparator(text);
  const joined = layout === undefined ? withoutSeparators(text) : undefined;
  if (layout === undefined && joined === undefined) return undefined;
  const raw = joined ?? text.split(layout ?? '|');
  const fields = raw.map(trimAscii);
  const number = /^\d{12}$/.test(fields[0] ?? '') ? readIdNumber(fields[0] ?? '') : undefined;
  if (number === undefined) return undefined;
  const places = placesOf(fields);
  const isSure = looksLikeCardDate(fields[places.birth] ?? '') && isLikeSexWord(fields[places.sex] ?? '');
  if (layout !== '|' && !isSure) return undefined;
  const warnings: CardWarning[] = layout === '|' ? [] : [{ code: 'keyboard-layout' }];
  const card = cardFrom(number, raw, fields, places, warnings);
  return { ok: true, card: layout === undefined || keepsLetters(layout) ? card : withoutLetters(card) };
}

/** A card typed through a wrong layout: digits are certain, no letter is. */
export function withoutLetters(read: Card): Card {
  const { fullName, address, ...card } = read;
  const warnings = card.warnings.filter(({ code }) => code !== 'retype-name' && code !== 'retype-address');
  if (fullName !== undefined || card.kind !== 'number')
    warnings.push({ code: 'retype-name', field: 'fullName' });
  if (address !== undefined || read.warnings.some(({ code }) => code === 'retype-address'))
    warnings.push({ code: 'retype-address', field: 'address' });
  return { ...card, warnings };
}

function cardFrom(
  number: IdNumber,
  raw: readonly string[],
  fields: readonly string[],
  places: Places,
  warnings: CardWarning[],
): Card {
  const isCut =
    places.issued < 0 &&
    fields.length <= CCCD_FIELDS &&
    !(fields.length === CCCD_FIELDS && fields[CCCD_FIELDS - 1] === '');
  /** A field at its place, empty where the scan ends before it or within it. */
  const whole = isCut ? fields.length - 1 : fields.length;
  const at = (place: number): string | undefined => (place < whole ? fields[place] : undefined);
  const sexText =
    isCut && places.sex === whole && isSexWord(fields[whole] ?? '') ? fields[whole] : at(places.sex);
  const { address, isDoubtful } = addressOf(raw, fields, places, isCut);
  const texts = checkCardTexts({ fullName: at(places.name), address, sex: sexText });
  // The last field of a cut scan may be the first half of a day: `2001` of `20011990` is no year.
  const birthText = fields[places.birth] ?? '';
  const birthDate =
    isCut && places.birth >= whole && birthText.length < 8 ? undefined : readCardDate(birthText);
  const issued = places.issued < 0 ? undefined : readCardDate(fields[places.issued] ?? '');
  const issuedOn = issued?.length === 10 ? issued : undefined;
  const sex = sexText === undefined ? undefined : readSex(sexText, number.sex);
  const oldText = at(places.old) ?? '';
  const oldIdNumber =
    /^(?:\d{9}|\d{12})$/.test(oldText) && oldText !== number.value
      ? oldText
      : places.old === 1 || places.issued < 0
        ? undefined
        : /^\d{9}$/.exec(fields[places.issued + 1] ?? '')?.[0];

  if (isCut) warnings.push({ code: 'truncated' });
  warnings.push(...texts.warnings);
  const miss = (code: CardWarningCode, field: CardField) => {
    if (!warnings.some((warning) => warning.code === code)) warnings.push({ code, field });
  };
  if (texts.fullName === undefined) miss('retype-name', 'fullName');
  if (isDoubtful) miss('retype-address', 'address');
  if (oldText !== '' && oldIdNumber === undefined && oldText !== number.value)
    miss('old-number-unreadable', 'oldIdNumber');
  if (birthDate === undefined) miss('birth-date-unreadable', 'birthDate');
  else if (birthDate.length === 4) warnings.push({ code: 'birth-year-only', field: 'birthDate' });
  if (sex === undefined) miss('sex-unreadable', 'sex');
  if (issuedOn === undefined) miss('issued-on-unreadable', 'issuedOn');
  warnings.push(...structureWarnings(number, { birthDate, sex }));

  const isClassic =
    places.old === 1 &&
    (places.issued < 0 ? fields.length <= CCCD_FIELDS : places.issued === fields.length - 1);
  return {
    kind: isClassic ? 'qr-cccd' : 'qr-can-cuoc',
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

/** The places of the seven fields, or of six where the card leaves the old number out. */
function placesOf(fields: readonly string[]): Places {
  const [, second = '', third = '', fourth = ''] = fields;
  const leftOut = !/^\d*$/.test(second) && looksLikeCardDate(third) && !looksLikeCardDate(fourth);
  const name = leftOut ? 1 : 2;
  const address = name + 3;
  const issued = fields.findIndex((field, at) => at > address && isWholeCardDate(field));
  return { old: leftOut ? -1 : 1, name, birth: name + 1, sex: name + 2, address, issued };
}

/** The address with all its parts. In doubt where it may have more parts than can be told from what follows it. */
function addressOf(
  raw: readonly string[],
  fields: readonly string[],
  { address, issued }: Places,
  isCut: boolean,
): { address?: string; isDoubtful: boolean } {
  if (issued >= 0) return { address: raw.slice(address, issued).join('|').trim(), isDoubtful: false };
  const last = fields.length - 1;
  if (isCut) {
    // Digits after it are the beginning of the day of issue.
    const isWhole = address < last && /^\d+$/.test(fields[last] ?? '');
    return isWhole
      ? { address: fields.slice(address, last).join('|'), isDoubtful: false }
      : { isDoubtful: address <= last };
  }
  return address + 1 >= last ? { address: fields[address] ?? '', isDoubtful: false } : { isDoubtful: true };
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

/** What stands in the place of the sex as it should: the word, or what is left of it. */
function isLikeSexWord(field: string): boolean {
  return isSexWord(field) || (/^n/i.test(field) && field.length <= 6);
}

/** The seven fields of a scan whose separators were all dropped; the forms of the fields still tell them apart. */
function withoutSeparators(text: string): string[] | undefined {
  const match = /^(\d{12})(\d{9})?(\D{2,}?)(\d{8})(Nam|Nữ)(.+?)(\d{8})$/su.exec(text);
  return match === null ? undefined : match.slice(1).map((field: string | undefined) => field ?? '');
}
