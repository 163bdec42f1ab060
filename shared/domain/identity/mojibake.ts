import { bytesInPage, CODE_PAGES } from './code-pages.ts';
import { decodeUtf8 } from './utf8.ts';

/** What may stand in a Vietnamese card text once it is decoded: nothing exotic, or the undoing was chance. */
const plausible = /^[\x20-\x7e\r\n\t\p{Script=Latin}\u0300-\u0323‐-―‘-„…]*$/u;

const LAYERS_MAX = 3;

/**
 * Undoes UTF-8 that was misread in a single-byte code page (`TrÆ°Æ¡ng` → `Trương`), also when that happened up to
 * three times. Undefined when nothing was misread or when the round trip is not exact: then a byte is lost, and
 * a lost letter is never guessed.
 */
export function undoMojibake(text: string): string | undefined {
  let current = text;
  for (let layer = 0; layer < LAYERS_MAX; layer++) {
    const inner = undoOneLayer(current);
    if (inner === undefined) break;
    current = inner;
  }
  return current !== text && plausible.test(current) ? current : undefined;
}

/** Whether a text shows the traces of mojibake that could not be undone. Needs no certainty: it only withholds a name. */
export function looksLikeMojibake(text: string): boolean {
  return /[ÃÂÄÅÆĂ][\u0080-\u00bf‚-„†‡ˆ‰‹›Œœ‘-”•–—˜™€ŠšŽžŸƒ]|á[º»]|[ÄÅÆ¡-©«¬®-¹»-¿€™]|\p{L}[ÃÂĂ]\p{Ll}|\p{Ll}[ÃÂĂ]|[├─╗║╝┐└┴┬┼░▒▓╔╩╦╠═╬╞╟╚]/u.test(text);
}

/** Decodes `&#7877;`, `&#x1EC5;` and `%E1%BB%85`; undefined when there is nothing of the kind or it is broken. */
export function undoEscapes(text: string): string | undefined {
  const entities = text.replace(/&#(?:x([0-9a-f]{2,5})|(\d{2,6}));/gi, (whole: string, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : whole;
  });
  if (entities !== text) return entities;
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined;
  try {
    const decoded = decodeURIComponent(text);
    return plausible.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function undoOneLayer(text: string): string | undefined {
  if (!/[^\x00-\x7f]/.test(text)) return undefined;
  for (const page of CODE_PAGES) {
    const bytes = bytesInPage(text, page);
    const decoded = bytes === undefined ? undefined : decodeUtf8(bytes);
    if (decoded !== undefined) return decoded;
  }
  return undefined;
}
