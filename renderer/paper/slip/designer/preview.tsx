import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { useText } from '#renderer/desk/language.ts';
import { firstLanguage, SlipSheet } from '#renderer/paper/slip/slip-sheet.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Office } from '#shared/contract/office.ts';
import { SLIP_FORMATS, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { SheetKind } from '#shared/domain/slip/slip.ts';
import { type NumberedDesign, type SlipLanguage } from '#shared/domain/slip/design.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { useState } from 'react';
import { sampleSlip } from './sample-slip.ts';
import own from './designer.module.css';
import { useSampleLaw } from './use-sample-law.ts';

/** The sheet as the draft would print it, as large as the paper. */
export function DesignerPreview({
  office,
  design,
}: {
  readonly office: Office;
  readonly design: NumberedDesign;
}) {
  const text = useText();
  const words = text.slipSettings;
  const [now] = useState(() => new Date().toISOString());
  const today = localDay(now);
  const personName = text.settings.paper.sampleName;
  const law = useSampleLaw(today);
  const [sheet, setSheet] = useState<SheetKind>('guidance');
  const [asked, setFormat] = useState<SheetFormat>(office.settings.guidancePaper);
  const [language, setLanguage] = useState<SlipLanguage>(office.settings.slipLanguage);
  const [large, setLarge] = useState(false);
  const formats: readonly SheetFormat[] = SLIP_FORMATS[sheet];
  const format = formats.find((one) => one === asked) ?? '80';
  const slip = sampleSlip({
    office,
    design,
    sheet,
    format,
    language,
    large,
    law,
    isTaken: true,
    personName,
    officerName: words.design.sampleOfficer,
    now,
    today,
  });
  return (
    <>
      <div className={own['controls']}>
        <Segmented<SheetKind>
          label={words.design.sheet}
          value={sheet}
          options={(['guidance', 'number'] as const).map((value) => ({
            value,
            label: words.design.blocksOf[value],
          }))}
          onChange={setSheet}
        />
        <Segmented<SheetFormat>
          label={words.design.paper}
          value={format}
          options={formats.map((value) => ({ value, label: text.settings.paper.papers[value] }))}
          onChange={setFormat}
        />
        <Segmented<SlipLanguage>
          label={words.design.language2}
          value={language}
          options={[...LANGUAGE_CHOICES, { value: 'both', label: words.choice.both }]}
          onChange={setLanguage}
        />
        <label className={own['large']}>
          <input
            type="checkbox"
            checked={large}
            onChange={(event) => setLarge(event.currentTarget.checked)}
          />
          {words.choice.large}
        </label>
      </div>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div
        className={own['paper']}
        tabIndex={0}
        role="group"
        aria-label={words.design.preview}
        lang={firstLanguage(slip)}
      >
        <SlipSheet slip={slip} />
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
    </>
  );
}
