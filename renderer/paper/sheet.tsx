import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/be-vietnam-pro/800.css';
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { fitLine, fitText, fitWithFonts } from './fit-sheet.ts';
import blocks from './blocks.module.css';
import styles from './sheet.module.css';

type SheetProps = {
  format: SheetFormat;
  large?: boolean;
  unsaved?: boolean;
  /** Two languages speak; `twin`: side by side. */
  two?: boolean;
  twin?: boolean;
  /** What its pages after the first bear, before their number. */
  pageHead?: string;
  foot: ReactNode;
  children: ReactNode;
};

/**
 * The paper itself: width, margins and text size of one format. Text and large lines are fitted when drawn
 * and again when the fonts have come.
 */
export function Sheet({
  format,
  large = false,
  unsaved = false,
  two = false,
  twin = false,
  pageHead,
  foot,
  children,
}: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const fitted = useRef('');
  const fit = useCallback((): void => {
    const element = sheet.current;
    if (element === null) return;
    fitText(element, format);
    for (const line of element.querySelectorAll<HTMLElement>('[data-fit]')) fitLine(line);
    // What is not laid out has no size yet.
    fitted.current = element.checkVisibility() ? element.outerHTML : '';
  }, [format]);
  useLayoutEffect(() => fitWithFonts(fit), [fit]);
  // Each trial lays the sheet out: one that was drawn again as it stands keeps what was found.
  useLayoutEffect(() => {
    if (sheet.current?.outerHTML !== fitted.current) fit();
  });
  const page = format === 'a5' || format === 'a4';
  return (
    <div
      ref={sheet}
      className={[
        styles.sheet,
        page ? styles.page : '',
        formats[format],
        large ? styles.large : '',
        unsaved ? styles.unsaved : '',
      ].join(' ')}
      data-paper={format}
      data-form={page ? 'page' : 'roll'}
      data-large={large || undefined}
      data-two={two || undefined}
      data-twin={twin || undefined}
      data-page-head={pageHead}
    >
      <div className={styles.body}>
        <div className={styles.content}>{children}</div>
        <div className={styles.foot}>{foot}</div>
      </div>
    </div>
  );
}

const formats: Record<SheetFormat, string | undefined> = {
  '58': styles.roll58,
  '80': styles.roll80,
  a5: styles.a5,
  a4: styles.a4,
};

/** A block with a rule above it; on a page two halves stand side by side. */
export function Block({
  title,
  second,
  half = false,
  children,
}: {
  title?: string | undefined;
  /** The title in another language. */
  second?: string | undefined;
  half?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`${blocks.block} ${half ? styles.half : ''}`}>
      {title === undefined ? null : <p className={blocks.blockTitle}>{title}</p>}
      {second === undefined ? null : <p className={`${styles.second} ${blocks.secondTitle}`}>{second}</p>}
      {children}
    </div>
  );
}

export function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}

/** Boxes to tick; an entry of several lines says the same in another language. */
export function TickList({ items }: { items: readonly (string | readonly string[])[] }) {
  return (
    <ul className={blocks.ticks}>
      {items.map((item) => {
        const [first, ...others] = typeof item === 'string' ? [item] : item;
        return (
          <li key={first}>
            {first}
            {others.map((other) => (
              <p key={other} className={styles.second}>
                {other}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

export function Pairs({
  pairs,
}: {
  pairs: readonly (readonly [label: string, values: readonly string[]])[];
}) {
  return (
    <dl className={blocks.pairs}>
      {pairs.map(([label, [value, ...others]]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {others.map((other) => (
              <p key={other} className={styles.second}>
                {other}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A line to write on by hand. */
export function WriteLine({ label }: { label: string }) {
  return (
    <p className={blocks.write}>
      <span>{label}</span>
      <i />
    </p>
  );
}
