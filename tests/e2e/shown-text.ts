import type { Page } from '@playwright/test';

/** Every text of the page that can be read or heard: nodes, names, placeholders and titles. Paper keeps its own language. */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const paper = '[data-sheet], [data-paper], [class*="slip" i], [class*="sheet" i], [class*="paper_" i]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || parent === null || parent.closest('script, style, [lang="vi"]') !== null) continue;
      if (parent.closest(paper) === null) texts.push(text);
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest(paper) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
        const text = element.getAttribute(name);
        if (text) texts.push(text);
      }
    }
    return [...new Set(texts)];
  });
}

/** Texts that only a fault puts on a screen: a missing word, an object, a key of the catalogue, a code of the contract. */
export function brokenTexts(texts: readonly string[]): string[] {
  const broken =
    /\b(?:undefined|null|NaN|\[object Object\]|Invalid Date)\b|=>|\b[a-z]+[A-Z][A-Za-z]*\.[a-z]|^(?:level-[12](?:-with-card)?|papers-missing|not-here|on-hold|wants-change|id-card|health-insurance|driving-licence|vehicle-registration|tax-number|social-insurance)$/;
  return texts.filter((text) => broken.test(text));
}

const MARKED = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu;

/** Vietnamese left on an English screen, besides what the office and its visitors are called. */
export function vietnameseLeft(texts: readonly string[], own: readonly string[]): string[] {
  return texts.filter((text) => {
    const rest = own.reduce((shorter, word) => shorter.replaceAll(word, ''), text.normalize('NFC'));
    return MARKED.test(rest);
  });
}
