import type { Office } from '#shared/contract/office.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { SheetKind } from '#shared/domain/slip/slip.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { SlipPreview } from '#renderer/paper/slip/slip-preview.tsx';
import { sampleSlip } from './sample-slip.ts';
import { useSampleLaw } from './use-sample-law.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { type NumberedDesign, shippedDesign } from '#shared/domain/slip/design.ts';

/** Stands until the desk has answered, so that a preview never waits. */
const SHIPPED: NumberedDesign = {
  logo: null,
  officeLines: [],
  footer: [],
  number: [...shippedDesign.number],
  guidance: [...shippedDesign.guidance],
  version: 1,
};

/** The design that a new slip of this office is printed with. */
function useSlipDesign(): NumberedDesign {
  return useDeskQuery('slip.design', {}).value?.current ?? SHIPPED;
}

type SlipSampleProps = {
  readonly office: Office;
  readonly sheet: SheetKind;
  readonly format: SheetFormat;
  /** Shows what follows when the request was taken, instead of papers missing. */
  readonly isTaken?: boolean;
};

/** The real sheet with the words of this office on it. */
export function SlipSample({ office, sheet, format, isTaken = false }: SlipSampleProps) {
  const text = useText();
  const personName = text.settings.paper.sampleName;
  const design = useSlipDesign();
  const [now] = useState(() => new Date().toISOString());
  const today = localDay(now);
  const law = useSampleLaw(today);
  return (
    <SlipPreview
      slip={sampleSlip({
        office,
        design,
        sheet,
        format,
        law,
        isTaken,
        personName,
        officerName: text.slipSettings.design.sampleOfficer,
        now,
        today,
      })}
    />
  );
}
