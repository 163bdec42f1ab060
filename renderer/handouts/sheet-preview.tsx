import { useText } from '#renderer/desk/language.ts';
import { ScaledPaper } from '#renderer/paper/scaled-paper.tsx';
import { OrderedSheet, type Material } from '../paper/handout/draw-handout.tsx';
import styles from './handouts-screen.module.css';
import type { SheetOrder } from '../paper/handout/sheets.ts';

/** As large as the paper, or as wide as the screen allows. */
export type View = 'true' | 'fit';

type SheetPreviewProps = { readonly order: SheetOrder; readonly material: Material; readonly view: View };

/** The very sheet that will be printed. */
export function SheetPreview({ order, material, view }: SheetPreviewProps) {
  const words = useText().handout;
  const sheet = <OrderedSheet order={order} material={material} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles['preview']} aria-label={words.preview} tabIndex={0}>
      {view === 'fit' ? (
        <ScaledPaper key={order.sheet} label={words.preview} lang={order.language}>
          {sheet}
        </ScaledPaper>
      ) : (
        <div className={styles['paper']} role="group" aria-label={words.preview} lang={order.language}>
          {sheet}
        </div>
      )}
    </section>
  );
}
