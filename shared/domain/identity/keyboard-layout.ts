import { readIdNumber } from './id-number.ts';

/**
 * What the digit keys 0–9 type when the layout of the PC is not the one the scanner thinks of. Each is one to one,
 * so digits come back with certainty; letters do not, and are never mapped.
 */
const digitRows = {
  vietnamese: ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'],
  azerty: ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'],
  shifted: [')', '!', '@', '#', '$', '%', '^', '&', '*', '('],
} as const;

/**
 * Puts digits back that a wrong layout turned into other signs: in the number, and in every field made only of such
 * signs. Undefined unless the text begins with twelve such signs that give a number of a known province and
 * century; anything weaker may be chance.
 */
export function undoDigitLayout(text: string): string | undefined {
  for (const row of Object.values(digitRows)) {
    const digits = new Map<string, string>(row.map((sign, digit) => [sign, String(digit)]));
    const characters = Array.from(text);
    const head = characters
      .slice(0, 12)
      .map((sign) => digits.get(sign) ?? 'x')
      .join('');
    const number = readIdNumber(head);
    if (number === undefined || number.province === undefined || !number.confirmed) continue;
    const separator = characters[12];
    if (separator === undefined) return head;
    if (digits.has(separator)) continue;
    return text
      .split(separator)
      .map((field) => {
        const mapped = Array.from(field, (sign) => digits.get(sign) ?? 'x').join('');
        return mapped.includes('x') ? field : mapped;
      })
      .join('|');
  }
  return undefined;
}

/**
 * Whether a separator shows that letters came through whole: the bar itself, what a British layout makes of it, or a tab and
 * control characters of the scanner. Other layouts move letters too, and what moved is not guessed.
 */
export function keepsLetters(separator: string): boolean {
  return separator === '|' || separator === '~' || /^[\t\x1c-\x1f]$/u.test(separator);
}

/**
 * The sign that stands where the QR has `|`: whatever follows the first twelve digits, when it comes at least three
 * times; or `|` itself when at least six stand in the text. Undefined when there is none.
 */
export function fieldSeparator(text: string): string | undefined {
  if (text.split('|').length > 6) return '|';
  const sign = /^\d{12}([^\d\s]|\t|[\x1c-\x1f])/u.exec(text)?.[1];
  if (sign === undefined) return undefined;
  if (sign === '|') return sign;
  return text.split(sign).length > 3 && !/[a-zđăâêôơư]/iu.test(sign) ? sign : undefined;
}
