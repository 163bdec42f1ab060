import { trimAscii } from './scan-text.ts';

/** A scan that came more than once, cut to one; `twoCards` when different cards ran together. */
type SingleScan = { text: string; doubled: boolean; twoCards: boolean };

const once = (text: string): SingleScan => ({ text, doubled: false, twoCards: false });
const cut = (text: string): SingleScan => ({ text, doubled: true, twoCards: false });
const two = (text: string): SingleScan => ({ text, doubled: false, twoCards: true });

/**
 * Finds one card in a scan that repeats: the whole text two or three times with or without a break, each character
 * typed twice, or a cut scan followed by a whole one (the longer part is kept). Never joins parts.
 */
export function singleScan(text: string): SingleScan {
  for (const times of [2, 3]) {
    const length = text.length / times;
    if (length >= 12 && Number.isInteger(length) && text === text.slice(0, length).repeat(times))
      return cut(text.slice(0, length));
  }
  if (text.length >= 24 && text.length % 2 === 0 && /^(?:(.)\1)+$/su.test(text))
    return cut(text.replace(/(.)\1/gsu, '$1'));
  const lines = text
    .split(/[\r\n]+/u)
    .map(trimAscii)
    .filter((line) => line !== '');
  const [first = ''] = lines;
  if (lines.length > 1 && first.length >= 12 && lines.every((line) => line === first)) return cut(first);
  const half = lines.length / 2;
  if (half > 1 && lines.slice(0, half).join('\n') === lines.slice(half).join('\n'))
    return cut(lines.slice(0, half).join('\n'));
  if (/^\d{24}$/.test(text)) return two(text);
  return /^\d{12}/.test(text) ? joinedScans(text) : once(text);
}

function joinedScans(text: string): SingleScan {
  const number = text.slice(0, 12);
  const separator = text.charAt(12);
  const starts = [0];
  for (let at = text.indexOf(number, 12); at >= 0; at = text.indexOf(number, at + 12)) {
    const again = text.slice(at, at + 20) === text.slice(0, 20);
    const headed =
      /[^\d]/.test(text.charAt(at + 12)) && text.charAt(at - 1) !== (/\d/.test(separator) ? '|' : separator);
    if (again || headed) starts.push(at);
  }
  const parts = starts.map((start, index) => text.slice(start, starts[index + 1])).map(trimAscii);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  if (otherCard(longest)) return two(text);
  return starts.length > 1 ? cut(longest) : once(text);
}

/** Whether a second card with another number begins inside the text. */
function otherCard(text: string): boolean {
  const another = /(?<=\d{8}|[^\d|])(\d{12})\|(?:\d{9}|\d{12})?\|[^|\d]+\|\d{8}\|/gu;
  for (const match of text.matchAll(another)) {
    if (match.index >= 12 && match[1] !== text.slice(0, 12)) return true;
  }
  return false;
}
