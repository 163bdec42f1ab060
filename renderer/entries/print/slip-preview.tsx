import type { Slip } from '#shared/contract/print.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { GuidanceSheet } from './guidance-sheet.tsx';
import { NumberSheet } from './number-sheet.tsx';
import { ScaledPaper } from './scaled-paper.tsx';

type SlipPreviewProps = {
  slip: Slip;
  /** The language of the paper, which need not be that of the screen. */
  language?: Language;
  /** The number is not stored yet: it is drawn in outline. */
  unsaved?: boolean;
};

/** The very sheet that will be printed, scaled to the width it is given. */
export function SlipPreview({ slip, language = 'vi', unsaved = false }: SlipPreviewProps) {
  const { slip: text } = catalogue(language);
  return (
    <ScaledPaper label={text.preview} lang={language}>
      {slip.sheet === 'number' ? (
        <NumberSheet slip={slip} text={text} unsaved={unsaved} />
      ) : (
        <GuidanceSheet slip={slip} text={text} />
      )}
    </ScaledPaper>
  );
}
