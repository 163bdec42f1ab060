import type { Language } from '#shared/domain/language.ts';
import { levelWords } from '#shared/text/level-words.ts';

/** The page of a printed list of the level: A4 upright, its pages numbered. */
export function listPage(language: Language) {
  const { page } = levelWords(language).level.missingSheet;
  const number = `content: "${page} " counter(page) "/" counter(pages); font: 500 9pt "Be Vietnam Pro", sans-serif`;
  return {
    rule: `@page { size: 210mm 297mm; margin: 18mm 15mm 16mm 25mm; @bottom-right { ${number} } }`,
    size: { widthMm: 210, heightMm: 297, margins: { top: 18, right: 15, bottom: 16, left: 25 } },
  };
}
