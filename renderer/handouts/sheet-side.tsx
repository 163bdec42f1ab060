import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import type { Material } from '../paper/handout/draw-handout.tsx';
import { FactList } from './fact-list.tsx';
import { handoutFacts } from '../paper/handout/facts.ts';
import styles from './handouts-screen.module.css';
import type { View } from './sheet-preview.tsx';
import { isHandout, formatsOf, type SheetOrder } from '../paper/handout/sheets.ts';
import { sheetWords } from '../paper/handout/sheet-words.tsx';
import { StoreAddresses } from './store-addresses.tsx';

type SheetSideProps = {
  readonly order: SheetOrder;
  readonly material: Material;
  readonly view: View;
  readonly printOff: string | undefined;
  readonly onOrder: (next: Partial<Pick<SheetOrder, 'format' | 'language'>>) => void;
  readonly onView: (view: View) => void;
  readonly onPrint: () => void;
  readonly onEdit: () => void;
};

/** How the sheet is to be printed, what it rests on, and the way to its words. */
export function SheetSide({
  order,
  material,
  view,
  printOff,
  onOrder,
  onView,
  onPrint,
  onEdit,
}: SheetSideProps) {
  const words = useText().handout;
  const { sheet, format, language } = order;
  return (
    <aside className={styles['side']} aria-label={words.print}>
      <ColumnHead title={isHandout(sheet) ? words.sheetName[sheet] : words.list[sheet]} />
      <div className={styles['sideBody']}>
        {formatsOf(sheet).length > 1 ? (
          <Segmented
            label={words.paper}
            showLabel
            value={format}
            options={formatsOf(sheet).map((value) => ({ value, label: words.papers[value] }))}
            onChange={(value) => onOrder({ format: value })}
          />
        ) : null}
        {sheet === 'call-rule' ? null : (
          <Segmented
            label={words.language}
            showLabel
            value={language}
            options={LANGUAGE_CHOICES}
            onChange={(value) => onOrder({ language: value })}
          />
        )}
        <Segmented<View>
          label={words.view}
          showLabel
          value={view}
          options={[
            { value: 'true', label: words.trueSize },
            { value: 'fit', label: words.fitWidth },
          ]}
          onChange={onView}
        />
        <Button
          variant="primary"
          icon={<IconPrinter size={16} aria-hidden="true" />}
          keyHint="F8"
          disabledReason={printOff}
          onClick={onPrint}
        >
          {words.print}
        </Button>
        {printOff === undefined ? null : <p className={styles['hint']}>{printOff}</p>}
        {isHandout(sheet) ? <OwnWords {...{ order, material, onEdit }} /> : null}
        {isHandout(sheet) ? <FactList sheet={sheet} material={material} language={language} /> : null}
        {sheet === 'install' || (isHandout(sheet) && sheet.startsWith('poster-')) ? (
          <StoreAddresses office={material.office} />
        ) : null}
      </div>
    </aside>
  );
}

function OwnWords({ order, material, onEdit }: Pick<SheetSideProps, 'order' | 'material' | 'onEdit'>) {
  const words = useText().handout;
  const { sheet, language } = order;
  if (!isHandout(sheet)) return null;
  const { words: facts } = handoutFacts(material.office, material.pack, material.papers, language);
  const { own } = sheetWords(
    sheet,
    language,
    material.office.settings.handoutTexts[`${sheet}.${language}`],
    facts,
  );
  return (
    <>
      <Button icon={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
        {words.edit}
      </Button>
      {own === 0 ? null : <p className={styles['hint']}>{words.changed(own)}</p>}
    </>
  );
}
