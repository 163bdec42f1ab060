import { isUsualPaper, type PaperCode } from '#shared/domain/procedure/vocabulary.ts';
import type { Catalogue } from './vi.ts';

/** A paper as screens name it: the short name of those every desk asks about, else its name on paper. */
export function paperName(code: PaperCode, text: Pick<Catalogue, 'common' | 'slip'>): string {
  return isUsualPaper(code) ? text.common.paper[code] : text.slip.paper(code);
}
