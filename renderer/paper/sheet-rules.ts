import { base64Of } from '#shared/domain/printing/base64.ts';

/** The rules of this document that touch something in `sheet`, in their order, as the screen applies them now. */
export function matchingRules(sheet: HTMLElement): string {
  return [...document.styleSheets]
    .flatMap((styles) => [...styles.cssRules])
    .flatMap((rule) => touching(rule, sheet))
    .join('\n');
}

function touching(rule: CSSRule, sheet: HTMLElement): string[] {
  if (rule instanceof CSSStyleRule) return touches(rule.selectorText, sheet) ? [rule.cssText] : [];
  if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
  if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) {
    return [...rule.cssRules].flatMap((inner) => touching(inner, sheet));
  }
  return [];
}

const PSEUDO_ELEMENT = /::[\w-]+(?:\([^)]*\))?/g;

function touches(selector: string, sheet: HTMLElement): boolean {
  if (selector.includes(':root')) return true;
  const real = selector.replace(PSEUDO_ELEMENT, '');
  try {
    return sheet.matches(real) || sheet.querySelector(real) !== null;
  } catch {
    // A selector that is nothing without its pseudo-element, such as `::selection`.
    return false;
  }
}

const loaded = new Map<string, Promise<string>>();

/** A font face with its letters inside, and one letter that only it can draw. */
export type EmbeddedFace = {
  readonly rule: string;
  readonly family: string;
  readonly weight: string;
  readonly letter: string;
};

/** The font faces of this document that the words of the sheet are written in. */
export async function embeddedFaces(sheet: HTMLElement): Promise<readonly EmbeddedFace[]> {
  const words = wordsByFont(sheet);
  const faces = [...document.styleSheets].flatMap((styles) =>
    [...styles.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ style }) => embedded(style, words, styles.href ?? document.baseURI)),
  );
  return (await Promise.all(faces)).filter((face) => face !== undefined);
}

/** Every letter of the sheet by the font and weight it is written in. */
function wordsByFont(sheet: HTMLElement): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { parentElement } = text;
    if (parentElement === null) continue;
    const { fontFamily, fontWeight, textTransform } = getComputedStyle(parentElement);
    const font = `${firstFamily(fontFamily)} ${fontWeight}`;
    const word = text.textContent ?? '';
    words.set(font, (words.get(font) ?? '') + (textTransform === 'uppercase' ? word.toUpperCase() : word));
  }
  return words;
}

function firstFamily(list: string): string {
  return (list.split(',')[0] ?? '').trim().replaceAll(/["']/g, '');
}

async function embedded(
  style: CSSStyleDeclaration,
  words: ReadonlyMap<string, string>,
  base: string,
): Promise<EmbeddedFace | undefined> {
  const [family, weight] = [
    firstFamily(style.getPropertyValue('font-family')),
    style.getPropertyValue('font-weight'),
  ];
  const range = style.getPropertyValue('unicode-range');
  const letter = [...(words.get(`${family} ${weight}`) ?? '')].find(
    (one) => one.trim() !== '' && isWithin(one, range),
  );
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (letter === undefined || address === undefined) return undefined;
  const letters = await dataOf(new URL(address, base).href);
  const within = range === '' ? '' : `unicode-range: ${range}; `;
  const rule = `@font-face { font-family: "${family}"; font-weight: ${weight}; ${within}src: url(${letters}) }`;
  return { rule, family, weight, letter };
}

/** Whether a letter is in a range such as `U+0-FF, U+131`; an empty range holds everything. */
function isWithin(letter: string, range: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    range === '' ||
    range.split(',').some((part) => {
      const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
      return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
    })
  );
}

function dataOf(address: string): Promise<string> {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const loading = fetch(address)
    .then((reply) => reply.arrayBuffer())
    .then((bytes) => `data:font/woff2;base64,${base64Of(new Uint8Array(bytes))}`);
  loaded.set(address, loading);
  loading.catch(() => loaded.delete(address));
  return loading;
}
