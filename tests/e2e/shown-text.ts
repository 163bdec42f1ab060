import type { Page } from '@playwright/test';

/** Every text of the page that can be read or heard: nodes, names, placeholders and titles. Paper and citations keep their own language. */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const own = 'script, style, cite, body [lang="vi"]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue?.trim() ?? '';
      if (text !== '' && node.parentElement?.closest(own) === null) texts.push(text);
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest(own) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts)].filter((text) => text !== '');
  });
}

/** Texts that only a fault puts on a screen: a missing word, an object, a key of the catalogue, a code of the contract. */
export function brokenTexts(texts: readonly string[]): string[] {
  const broken =
    /\b(?:undefined|null|NaN|Invalid Date)\b|\[object Object\]|=>|^[a-z]+[A-Z][A-Za-z]*(?:\.[A-Za-z]+)*$|^[a-z]+\d*(?:-[a-z\d]+)+$/;
  return texts.filter((text) => broken.test(text));
}

const MARKED = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu;
/** What has no English name, and examples of what an office types. */
const UNTRANSLATED = /NĐ-CP|căn cước|, Điều \d+(?: khoản \d+)?|Quầy \d+|for example .*/giu;

/** Vietnamese left on an English screen, besides what the office and its visitors are called. */
export function vietnameseLeft(texts: readonly string[], own: readonly string[]): string[] {
  return texts.filter((text) => {
    const rest = own.reduce((shorter, word) => shorter.replaceAll(word, ''), text.normalize('NFC'));
    return MARKED.test(rest.replace(UNTRANSLATED, ''));
  });
}
