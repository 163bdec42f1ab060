import { useText } from '#renderer/desk/language.ts';
import { IconArrowRight } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { fitLine, fitWithFonts } from '#renderer/paper/fit-sheet.ts';
import type { WallCall } from './wall-calls.ts';
import styles from './wall.module.css';

/** The number that is called now, in letters read across the room. */
export function BigCall({ call, lost }: { call: WallCall | null; lost: boolean }) {
  const text = useText();
  if (call === null) {
    return (
      <section className={`${styles.now} ${styles.none}`} aria-live="polite">
        <p className={styles.noneText}>{text.wall.nobodyCalled}</p>
      </section>
    );
  }
  return (
    <section key={call.callId} className={styles.now} aria-live="polite">
      <p className={styles.label}>{lost ? text.wall.lastCalled : text.wall.calling}</p>
      <FittedLine className={styles.number}>{call.number}</FittedLine>
      <p className={styles.counter} data-length={lengthOf(call.counter)}>
        <span className={styles.before}>{text.wall.to}</span> {call.counter}
      </p>
    </section>
  );
}

/** The calls before this one, newest first. */
export function LatelyCalled({ calls }: { calls: readonly WallCall[] }) {
  const text = useText();
  return (
    <section className={styles.lately} aria-labelledby="lately">
      <h2 id="lately" className={styles.heading}>
        {text.wall.lately}
      </h2>
      <ol className={styles.calls}>
        {calls.map((call) => (
          <li key={call.callId}>
            <FittedLine className={styles.pastNumber}>{call.number}</FittedLine>
            <IconArrowRight aria-label={text.wall.to} className={styles.arrow} stroke={1.75} />
            <p className={styles.pastCounter} data-length={lengthOf(call.counter)}>
              {call.counter}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One line made smaller until it fits: most numbers have four signs, some letters are wide. */
function FittedLine({ className, children }: { className: string | undefined; children: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return undefined;
    const fit = (): void => fitLine(element);
    const observer = new ResizeObserver(fit);
    if (element.parentElement !== null) observer.observe(element.parentElement);
    const stop = fitWithFonts(fit);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [children]);
  return (
    <p ref={line} className={className}>
      {children}
    </p>
  );
}

/** "Quầy 2" stands as large as it can; a counter with a long name gets two or three smaller lines. */
function lengthOf(name: string): 'short' | 'long' | 'longest' {
  if (name.length <= 8) return 'short';
  return name.length <= 20 ? 'long' : 'longest';
}
