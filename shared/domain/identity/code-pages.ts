/** The upper 128 characters of the code pages a Windows desk may put between scanner and program; U+FFFD marks a byte without a letter. */
const windows1252 =
  '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ' +
  '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
  'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';
const windows1258 =
  '€\ufffd‚ƒ„…†‡ˆ‰\ufffd‹Œ\ufffd\ufffd\ufffd\ufffd‘’“”•–—˜™\ufffd›œ\ufffd\ufffdŸ' +
  '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß' +
  'àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ';
const oem437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
  'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const oem850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
  'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

function byteTable(upper: string, controls: boolean): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  Array.from(upper).forEach((character, index) => {
    if (character !== '\ufffd') table.set(character, index + 0x80);
  });
  // Windows shows the bytes without a letter, and Latin-1 all of 80–9F, as control characters.
  if (controls) for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCharCode(byte), byte);
  return table;
}

/** Bytes by character, for each code page in which UTF-8 is commonly misread. Windows-1252 includes Latin-1. */
const pages = {
  'windows-1252': byteTable(windows1252, true),
  'windows-1258': byteTable(windows1258, true),
  'oem-437': byteTable(oem437, false),
  'oem-850': byteTable(oem850, false),
} as const;

type CodePage = keyof typeof pages;
export const CODE_PAGES = [
  'windows-1252',
  'windows-1258',
  'oem-437',
  'oem-850',
] as const satisfies readonly CodePage[];

/** The bytes a text had before it was misread in the code page; undefined when a character is not in the page. */
export function bytesInPage(text: string, page: CodePage): number[] | undefined {
  const table = pages[page];
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const byte = code < 0x80 ? code : table.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/** The character of one byte in a code page, as an Alt code types it; undefined for a byte without a letter. */
export function characterInPage(byte: number, page: 'windows-1252' | 'oem-437'): string | undefined {
  if (byte < 0x80) return String.fromCharCode(byte);
  const character = (page === 'oem-437' ? oem437 : windows1252).charAt(byte - 0x80);
  return character === '' ? undefined : character === '\ufffd' ? String.fromCharCode(byte) : character;
}
