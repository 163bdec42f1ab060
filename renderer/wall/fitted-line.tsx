import { useLayoutEffect, useRef } from 'react';
import { fitLine, fitWithFonts } from '#renderer/paper/fit-sheet.ts';

/** One line made smaller until it fits: most numbers have four signs, some letters are wide. */
export function FittedLine({ className, children }: { className: string | undefined; children: string }) {
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
