import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Office } from '#shared/contract/office.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { usePrintForm } from '#renderer/paper/use-print-form.ts';
import { useState } from 'react';
import type { Material } from '../paper/handout/draw-handout.tsx';
import { formOf } from '../paper/handout/handout-order.ts';
import { HandoutsNav } from './handouts-nav.tsx';
import styles from './handouts-screen.module.css';
import { SheetPreview, type View } from './sheet-preview.tsx';
import { SheetSide } from './sheet-side.tsx';
import { isHandout, formatsOf, SHEETS, type SheetId, type SheetOrder } from '../paper/handout/sheets.ts';
import { TextEditor } from './text-editor.tsx';
import { useMaterial } from './use-material.ts';

/** Every general sheet and list of the office: chosen, looked at in its true size, put in its own words, printed. */
export function HandoutsScreen() {
  const text = useText();
  const { material, problem } = useMaterial();
  if (problem !== undefined) {
    return <ProblemNote problem={problem} />;
  }
  if (material === undefined) return <p className={styles['loading']}>{text.handout.loading}</p>;
  return <Chosen material={material} />;
}

function Chosen({ material }: { readonly material: Material }) {
  const words = useText().handout;
  const screenLanguage = useLanguage();
  const [sheet, setSheet] = useState<SheetId>('install');
  const [asked, setAsked] = useState<Partial<Pick<SheetOrder, 'format' | 'language'>>>({});
  const [view, setView] = useState<View>('true');
  const [isEditing, setEditing] = useState(false);
  const printForm = usePrintForm();
  const formats = formatsOf(sheet);
  const format = formats.find((one) => one === asked.format) ?? formats[0] ?? 'a4';
  const order: SheetOrder = { sheet, format, language: asked.language ?? screenLanguage };
  const off = printingOff(material.office) ? words.printingOff : undefined;
  const print = (): void => {
    printForm({
      form: formOf(order),
      sheet: isHandout(sheet) ? 'handout' : 'list',
      format,
    });
  };
  useScreenKeys([
    { key: 'F8', label: words.print, run: print, disabledReason: off },
    ...SHEETS.filter((one) => one !== sheet).map((one) => ({
      label: isHandout(one) ? words.sheetName[one] : words.list[one],
      keywords: words.keywords,
      run: () => setSheet(one),
    })),
  ]);
  return (
    <div className={styles['screen']}>
      <HandoutsNav sheet={sheet} onChoose={setSheet} />
      <SheetPreview order={order} material={material} view={view} />
      <SheetSide
        order={order}
        material={material}
        view={view}
        printOff={off}
        onOrder={(next) => setAsked((before) => ({ ...before, ...next }))}
        onView={setView}
        onPrint={print}
        onEdit={() => setEditing(true)}
      />
      {isEditing && isHandout(sheet) ? (
        <TextEditor
          key={`${sheet}.${order.language}`}
          sheet={sheet}
          language={order.language}
          office={material.office}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  );
}

function printingOff(office: Office): boolean {
  return office.settings.printing === 'none';
}
