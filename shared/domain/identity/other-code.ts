import type { CardUnreadableReason } from './card-codes.ts';

/**
 * What a code is that is on no card: a link, a code of an app such as VNeID (its own name in it, or one long token), data of a
 * program (JSON), or text with labels (`Họ tên: …`, a contact card). Undefined for anything else.
 */
export function otherCode(text: string): CardUnreadableReason | undefined {
  if (/^(?:https?:\/\/|www\.)/i.test(text)) return 'web-link';
  if (/vneid/i.test(text)) return 'app-code';
  if (/^[[{][^]*[\]}]$/u.test(text) && isJson(text)) return 'app-data';
  if (/^BEGIN:V(?:CARD|EVENT)/i.test(text)) return 'labelled-text';
  const labels = text.match(/(?:^|[\n;,|])\s*\p{L}[\p{L}\p{M} ./()]{1,40}\s*[:=]\s*[^\s:=]/gu);
  if (labels !== null && (labels.length > 1 || labels[0]?.search(/\S/u) === 0)) return 'labelled-text';
  return isToken(text) ? 'app-code' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One run of letters and digits mixed as no word mixes them, as apps sign and hide what they show. */
function isToken(text: string): boolean {
  return /^[\w+/=.-]{40,}$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}
