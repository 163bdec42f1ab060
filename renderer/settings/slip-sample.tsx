import type { Office, SheetPaper } from '#shared/contract/office.ts';
import type { SheetKind } from '#shared/contract/print.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { SlipPreview } from '#renderer/entries/print/slip-preview.tsx';
import { sampleSlip } from './sample-slip.ts';
import { usePackHotline } from './use-pack-hotline.ts';

export type SlipSampleProps = {
  readonly office: Office;
  readonly sheet: SheetKind;
  readonly paper: SheetPaper;
};

/** The real sheet with the words of this office on it. */
export function SlipSample({ office, sheet, paper }: SlipSampleProps) {
  const personName = useText().settings.paper.sampleName;
  const packHotline = usePackHotline();
  const [now] = useState(() => new Date().toISOString());
  return (
    <SlipPreview
      slip={sampleSlip({ office, sheet, paper, packHotline, personName, now, today: localDay(now) })}
    />
  );
}
