import { pageRule } from '#renderer/entries/print/fit-sheet.ts';
import { drawPaper, type DrawnSheet } from '#renderer/entries/print/draw-sheet.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { Language } from '#shared/text/catalogue.ts';
import { RuleSheet } from './rule-sheet.tsx';

/** Draws the rule of calling for printing. */
export function drawRuleSheet(place: HTMLElement, office: Office, language: Language, day: string | null): Promise<DrawnSheet> {
  return drawPaper(place, <RuleSheet office={office} language={language} day={day} />, language, (sheet) => pageRule('a4', sheet));
}
