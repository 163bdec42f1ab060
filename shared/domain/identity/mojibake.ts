import { bytesInPage, CODE_PAGES } from './code-pages.ts';
import { decodeUtf8 } from './utf8.ts';

/** Signs of card texts beside letters. */
const signs = ' -~\\r\\n\\t‐-―‘-„…';
const vietnamese = new RegExp(
  `^[${signs}ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\\u1ea0-\\u1ef9\\u0300-\\u0303\\u0306\\u0309\\u031b\\u0323]*$`,
  'u',
);
const latin = new RegExp(`^[${signs}\\p{Script=Latin}\\u0300-\\u0323]*$`, 'u');

const LAYERS_MAX = 3;

/**
 * Undoes UTF-8 that was misread in a single-byte code page (`TrÆ°Æ¡ng` → `Trương`), also when that happened up to
 * three times. Undefined when nothing was misread, when the round trip is not exact (a byte is lost, and a lost
 * letter is never guessed), or when two code pages lead to different texts.
 */
export function undoMojibake(text: string): string | undefined {
  const found = new Set<string>();
  undoLayers(text, LAYERS_MAX, found);
  const sure = [...found].filter((candidate) => vietnamese.test(candidate));
  const candidates = sure.length > 0 ? sure : [...found].filter((candidate) => latin.test(candidate));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Whether a text shows the traces of mojibake that could not be undone. Needs no certainty: it only withholds a name. */
export function looksLikeMojibake(text: string): boolean {
  return /[ÃÂÄÅÆĂ][\u0080-\u00bf‚-„†‡ˆ‰‹›Œœ‘-”•–—˜™€ŠšŽžŸƒ]|á[º»]|[ÄÅÆ¡-©«¬®-³µ-¹»-¿€™]|\p{L}[ÃÂĂ]\p{Ll}|\p{Ll}[ÃÂĂ]|[├─╗║╝┐└┴┬┼░▒▓╔╩╦╠═╬╞╟╚]/u.test(
    text,
  );
}

/** Decodes `&#7877;`, `&#x1EC5;` and `%E1%BB%85`; undefined when there is nothing of the kind or it is broken. */
export function undoEscapes(text: string): string | undefined {
  const entities = text.replace(
    /&#(?:x([0-9a-f]{2,5})|(\d{2,6}));/gi,
    (whole: string, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : whole;
    },
  );
  if (entities !== text) return entities;
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined;
  try {
    const decoded = decodeURIComponent(text);
    return latin.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function undoLayers(text: string, layers: number, found: Set<string>): void {
  if (layers === 0 || !/[^\x00-\x7f]/.test(text)) return;
  for (const page of CODE_PAGES) {
    const bytes = bytesInPage(text, page);
    const decoded = bytes === undefined ? undefined : decodeUtf8(bytes);
    if (decoded === undefined || found.has(decoded)) continue;
    found.add(decoded);
    undoLayers(decoded, layers - 1, found);
  }
}
