import { useLayoutEffect, useRef, useState } from 'react';
import type { Slip } from '#shared/contract/print.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { GuidanceSheet } from './guidance-sheet.tsx';
import { NumberSheet } from './number-sheet.tsx';
import styles from './slip-preview.module.css';

type SlipPreviewProps = {
  slip: Slip;
  /** The language of the paper, which need not be that of the screen. */
  language?: Language;
  /** The number is not stored yet: it is drawn in outline. */
  unsaved?: boolean;
};

/** The very sheet that will be printed, scaled to the width it is given, scrolling when it is long. */
export function SlipPreview({ slip, language = 'vi', unsaved = false }: SlipPreviewProps) {
  const well = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ scale: 1, width: 0, height: 0 });
  const { slip: text } = catalogue(language);

  useLayoutEffect(() => {
    const around = well.current;
    const sheet = paper.current;
    if (around === null || sheet === null) return undefined;
    const measure = (): void => {
      const scale = Math.min(1.4, around.clientWidth / sheet.offsetWidth);
      setSize((old) => {
        const next = { scale, width: sheet.offsetWidth * scale, height: sheet.offsetHeight * scale };
        return old.scale === next.scale && old.height === next.height && old.width === next.width ? old : next;
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    observer.observe(sheet);
    measure();
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <div ref={well} className={styles.room} role="group" aria-label={text.preview} lang={language}>
      <div className={styles.paper} style={{ width: size.width || undefined, height: size.height || undefined }}>
        <div ref={paper} className={styles.scaled} style={{ transform: `scale(${size.scale})` }}>
          {slip.sheet === 'number' ? (
            <NumberSheet slip={slip} text={text} unsaved={unsaved} />
          ) : (
            <GuidanceSheet slip={slip} text={text} />
          )}
        </div>
      </div>
    </div>
  );
}
