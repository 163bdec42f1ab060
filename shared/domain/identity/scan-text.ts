/** Texts longer than this are no scan of a card; the contract takes no more either. */
export const SCAN_LENGTH_MAX = 4096;

/** Cuts plain spaces and tabs only: in a misread scan U+00A0 is half of `à`, and `trim` would take it. */
export function trimAscii(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}

/**
 * Takes off what scanners put around a code: byte order mark, AIM symbology prefix (`]Q1`), control characters and
 * blanks at both ends, full-width digits. The inside stays as it came, line breaks become one `\n`.
 */
export function unwrapScan(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/^[\x00-\x20\x7f\ufeff]+/, '')
    .replace(/^\][A-Za-z]\d/, '')
    .replace(/^[\x00-\x20\ufeff]+|[\x00-\x20\x7f\ufeff]+$/g, '')
    .replace(/[\r\n]+/g, '\n');
}
