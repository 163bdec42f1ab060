import { useText } from '#renderer/desk/language.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { firstLanguage, SlipSheet } from './slip-sheet.tsx';
import { ScaledPaper } from '../scaled-paper.tsx';

type SlipPreviewProps = {
  slip: Slip;
  /** The number is not stored yet: it is drawn in outline. */
  unsaved?: boolean;
};

/** The very sheet that will be printed, scaled to the width it is given. */
export function SlipPreview({ slip, unsaved = false }: SlipPreviewProps) {
  const text = useText();
  return (
    <ScaledPaper label={text.slip.preview} lang={firstLanguage(slip)}>
      <SlipSheet slip={slip} unsaved={unsaved} />
    </ScaledPaper>
  );
}
