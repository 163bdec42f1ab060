import { isIsoDate } from '../calendar/business-date.ts';
import type { CardField, CardReading, CardWarning } from './card-codes.ts';
import { daysInMonth } from './card-date.ts';
import { readIdNumber, structureWarnings, type IdNumber, type Sex } from './id-number.ts';

const LINE = 30;
const shape = /^[IAC][A-Z<][A-Z]{3}[A-Z0-9]/;

/**
 * Reads the machine-readable zone on the back of a chip CCCD: ICAO Doc 9303 TD1, three lines of 30, with `IDVNM`, the
 * last nine digits and a check digit, all twelve digits, `<<` and their check digit. The lines may come as one,
 * with breaks or with blanks. All five check digits must agree, else `mrz-check-digit` with the field. A scan cut
 * after line 1 or 2 still gives what its check digits vouch for. Passports and other countries' cards are named.
 * The name has no marks in an MRZ. Undefined when the text is no MRZ.
 */
export function readMrz(text: string): CardReading | undefined {
  const typed = text.replace(/\s+/gu, '').toUpperCase();
  if (/^P[A-Z<][A-Z]{3}[A-Z<]+<</.test(typed) && typed.length >= 40) return { ok: false, reason: 'passport' };
  const filler = /^ID(?:VNM)\d{22}([^0-9A-Z<])\1\d/u.exec(typed)?.[1];
  const zone = filler === undefined ? typed : typed.replaceAll(filler, '<');
  if (!shape.test(zone)) return undefined;
  if (!zone.includes('<') && !/^IDVNM\d{9}/.test(zone)) return undefined;
  if (!/^[A-Z0-9<]*$/.test(zone))
    return /^IDVNM\d/.test(zone)
      ? { ok: false, reason: /[^\x00-\x7f]/.test(zone) ? 'input-method' : 'keyboard-layout' }
      : undefined;
  if (!zone.startsWith('VNM', 2))
    return zone.length >= 60 && zone.length <= 90 ? { ok: false, reason: 'foreign-card' } : undefined;
  if (zone.length < LINE || zone.length > 3 * LINE) return { ok: false, reason: 'mrz-incomplete' };
  return readVietnamese(zone, filler === undefined ? [] : [{ code: 'keyboard-layout' }]);
}

/** ICAO 9303 part 3 §4.9: weights 7, 3, 1; digits count as themselves, A–Z as 10–35, `<` as 0; the sum modulo 10. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const value = sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
    sum += value * (at % 3 === 0 ? 7 : at % 3 === 1 ? 3 : 1);
  }
  return String(sum % 10);
}

function readVietnamese(zone: string, warnings: CardWarning[]): CardReading {
  const first = zone.slice(0, LINE);
  const parts = /^IDVNM(\d{9})(\d)(\d{12})<<(\d)$/.exec(first);
  if (parts === null) return { ok: false, reason: 'mrz-incomplete' };
  const [, tail = '', tailCheck, whole = '', wholeCheck] = parts;
  const number = readIdNumber(whole);
  if (
    number === undefined ||
    mrzCheckDigit(tail) !== tailCheck ||
    mrzCheckDigit(whole) !== wholeCheck ||
    !whole.endsWith(tail)
  ) {
    return { ok: false, reason: 'mrz-check-digit', field: 'idNumber' };
  }
  const base = { kind: 'mrz' as const, idNumber: whole };
  if (zone.length < 2 * LINE) {
    return {
      ok: true,
      card: {
        ...base,
        warnings: [
          ...warnings,
          { code: 'truncated' },
          { code: 'retype-name', field: 'fullName' },
          ...structureWarnings(number, {}),
        ],
      },
    };
  }
  const second = zone.slice(LINE, 2 * LINE);
  const wrong = wrongField(first, second);
  if (wrong !== undefined) return { ok: false, reason: 'mrz-check-digit', field: wrong };

  const birthDate = readBirth(second.slice(0, 6), number);
  const sex: Sex | undefined =
    second.charAt(7) === 'M' ? 'male' : second.charAt(7) === 'F' ? 'female' : undefined;
  if (birthDate === undefined) warnings.push({ code: 'birth-date-unreadable', field: 'birthDate' });
  else if (birthDate.length === 4) warnings.push({ code: 'birth-year-only', field: 'birthDate' });
  if (sex === undefined) warnings.push({ code: 'sex-unreadable', field: 'sex' });
  const expiresOn = readExpiry(second.slice(8, 14));
  const fullName = readName(zone.slice(2 * LINE), warnings);
  warnings.push(...structureWarnings(number, { birthDate, sex }));
  return {
    ok: true,
    card: {
      ...base,
      ...(fullName === undefined ? {} : { fullName }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === undefined ? {} : { sex }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
      warnings,
    },
  };
}

function wrongField(first: string, second: string): CardField | undefined {
  if (mrzCheckDigit(second.slice(0, 6)) !== second.charAt(6)) return 'birthDate';
  if (mrzCheckDigit(second.slice(8, 14)) !== second.charAt(14)) return 'expiresOn';
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  if (mrzCheckDigit(composite) !== second.charAt(29)) return 'idNumber';
  return undefined;
}

/** YYMMDD; the century is the one that brings the year nearest to the year inside the number. Zeros or `<` mean unknown. */
function readBirth(text: string, number: IdNumber): string | undefined {
  const parts = /^(\d{2})(\d{2}|<<)(\d{2}|<<)$/.exec(text);
  if (parts === null) return undefined;
  const [, yy = '', month = '', day = ''] = parts;
  const [early, late] = [1900 + Number(yy), 2000 + Number(yy)];
  const year = Math.abs(early - number.year) <= Math.abs(late - number.year) ? early : late;
  const unknown = (part: string) => part === '00' || part === '<<';
  if (unknown(month)) return unknown(day) ? String(year) : undefined;
  if (Number(month) > 12) return undefined;
  if (unknown(day)) return String(year);
  return Number(day) <= daysInMonth(year, Number(month)) ? `${year}-${month}-${day}` : undefined;
}

/** YYMMDD of this century; a card that is good for life says 31/12/99. */
function readExpiry(text: string): string | undefined {
  const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null || text === '991231') return undefined;
  const day = `20${parts[1]}-${parts[2]}-${parts[3]}`;
  return isIsoDate(day) ? day : undefined;
}

/** `HO<<DEM<TEN` as `HO DEM TEN`. A line without a filler at its end may have lost letters: they stay lost. */
function readName(line: string, warnings: CardWarning[]): string | undefined {
  const name = line.replace(/<+/g, ' ').trim();
  const isWhole = line.length === LINE || line.endsWith('<');
  if (line.length < LINE) warnings.push({ code: 'truncated' });
  if (name === '' || !isWhole || /\d/.test(name)) {
    warnings.push({ code: 'retype-name', field: 'fullName' });
    return undefined;
  }
  warnings.push({ code: 'name-without-marks', field: 'fullName' });
  if (line.length === LINE && !line.endsWith('<')) warnings.push({ code: 'name-cut', field: 'fullName' });
  return name;
}
