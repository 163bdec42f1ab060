import { PAPERS, type Paper } from '#shared/domain/procedure/vocabulary.ts';
import type { Catalogue } from '#shared/text/vi.ts';

/** The short name of a paper on screen; papers that only a rule pack knows have the name the slip uses. */
export function paperName(code: string, text: Catalogue): string {
  return isKnown(code) ? text.common.paper[code] : text.slip.paper(code);
}

function isKnown(code: string): code is Paper {
  return (PAPERS as readonly string[]).includes(code);
}
