import { readCardDate } from './card-date.ts';
import { checkHealthInsuranceNumber } from './health-insurance-number.ts';
import type { Sex } from './id-number.ts';
import { nameProblem, normaliseName } from './name.ts';
import { trimAscii } from './scan-text.ts';
import { decodeHexUtf8 } from './utf8.ts';

/** What the QR of a thẻ BHYT says of its holder. Parents' names and the clinic in it are not read. */
type HealthCard = {
  number: string;
  fullName?: string;
  birthDate?: string;
  sex?: Sex;
  address?: string;
  validFrom?: string;
};

/**
 * Reads the QR of a thẻ BHYT: `number|hex(name)|birth date|1 or 2|hex(address)|clinic|from|…`, hex being UTF-8.
 * A name whose hex is broken (an input method ate part of it) is left out. Undefined when the text is no such QR.
 */
export function readHealthCard(text: string): HealthCard | undefined {
  const fields = text.split('|').map(trimAscii);
  if (fields.length < 5) return undefined;
  const [number = '', name = '', birth = '', sex = '', address = '', , from = ''] = fields;
  const checked = checkHealthInsuranceNumber(number);
  if (!checked.ok || readCardDate(birth) === undefined || !/^[12]$/.test(sex)) return undefined;
  const fullName = normaliseName(decodeHexUtf8(name) ?? '');
  if (
    checked.kind !== 'health-15' &&
    nameProblem(fullName) !== undefined &&
    !/^[0-9a-fà-ỹđ]{6,}$/iu.test(name)
  )
    return undefined;
  const home = normaliseName(decodeHexUtf8(address) ?? '');
  const birthDate = readCardDate(birth);
  const validFrom = readCardDate(from);
  return {
    number: checked.value,
    ...(nameProblem(fullName) === undefined ? { fullName } : {}),
    ...(birthDate === undefined ? {} : { birthDate }),
    sex: sex === '1' ? 'male' : 'female',
    ...(home === '' ? {} : { address: home }),
    ...(validFrom?.length === 10 ? { validFrom } : {}),
  };
}

/** Whether a text is the QR, the barcode or the typed 15-character number of a thẻ BHYT. */
export function isHealthCard(text: string): boolean {
  return (
    readHealthCard(text) !== undefined || /^[A-Z]{2}[1-5]\d{12}(?:\||$)/i.test(text.replace(/[\s-]/g, ''))
  );
}
