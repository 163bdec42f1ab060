import type { Slip } from '#shared/domain/slip/slip.ts';
import type { Language } from '#shared/domain/language.ts';
import { GuidanceSheet } from './guidance-sheet.tsx';
import { NumberSheet } from './number-sheet.tsx';

/** The sheet of a slip, the same for preview, paper and PDF. */
export function SlipSheet({ slip, unsaved = false }: { slip: Slip; unsaved?: boolean }) {
  return slip.sheet === 'number' ? (
    <NumberSheet slip={slip} unsaved={unsaved} />
  ) : (
    <GuidanceSheet slip={slip} />
  );
}

/** The slip in the language somebody asked for; Vietnamese, which nobody has to ask for, leaves it as it is. */
export function slipAsked(slip: Slip, language: Language): Slip {
  return language === 'vi' ? slip : { ...slip, language };
}

/** The language that a slip begins with. */
export function firstLanguage({ language }: Pick<Slip, 'language'>): Language {
  return language === 'both' ? 'vi' : language;
}
