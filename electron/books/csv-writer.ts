/** A field: text is quoted and guarded, a number stays bare, null is empty. */
export type CsvField = string | number | null;

const lineBreaks = /[\t\r\n\u0085\u2028\u2029]+/g;

/**
 * A start that a spreadsheet may take for a formula, the full-width signs of Japanese keyboards included, behind any spaces and
 * invisible marks. A semicolon counts as a start too: where the PC's list separator is `;` the text is split there.
 */
const formulaStart = /(^|;)(?=[\s\p{Cf}"']*[=+\-@|＝＋－＠])/gu;

/** Text as a field of one line; a start that could run as a formula gets an apostrophe before it. */
function quoted(text: string): string {
  const guarded = text.replaceAll(lineBreaks, ' ').replaceAll(formulaStart, "$1'");
  return `"${guarded.replaceAll('"', '""')}"`;
}

/**
 * The bytes of a CSV file: UTF-8 with BOM, without which Excel shows broken Vietnamese, CRLF line ends, every text quoted.
 * Leading zeros survive only in readers that take the quotes for text; the XLSX file is the one for people.
 */
export function writeCsv(rows: readonly (readonly CsvField[])[]): Buffer {
  const field = (value: CsvField): string =>
    value === null ? '' : typeof value === 'number' ? String(value) : quoted(value);
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`, 'utf8');
}
