import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './scaled-paper.module.css';

/** Paper on screen, scaled to the width it is given; its own layout stays the one that is printed. */
export function ScaledPaper({
  label,
  lang,
  children,
}: {
  label: string;
  lang?: string;
  children: ReactNode;
}) {
  const room = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ scale: 1, width: 0, height: 0 });

  useLayoutEffect(() => {
    const around = room.current;
    const sheet = paper.current;
    if (around === null || sheet === null) return undefined;
    const measure = (): void => {
      if (sheet.offsetWidth === 0) return;
      const scale = Math.min(1.4, around.clientWidth / (sheet.offsetWidth + 2));
      setSize((old) => {
        const next = { scale, width: sheet.offsetWidth * scale, height: sheet.offsetHeight * scale };
        return old.scale === next.scale && old.height === next.height && old.width === next.width
          ? old
          : next;
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
    <div ref={room} className={styles.room} role="group" aria-label={label} lang={lang}>
      <div
        className={styles.paper}
        style={{ width: size.width || undefined, height: size.height || undefined }}
      >
        <div ref={paper} className={styles.scaled} style={{ transform: `scale(${size.scale})` }}>
          {children}
        </div>
      </div>
    </div>
  );
}
