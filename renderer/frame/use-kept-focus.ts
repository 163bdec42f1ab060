import { useEffect, type RefObject } from 'react';

/**
 * Gives the focus a home when the element that had it goes away: to what carries `data-focus-home`, else to the
 * work itself. A click on empty ground loses nothing, because there the element still exists.
 */
export function useKeptFocus(work: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    let asked = 0;
    const remember = () => {
      if (document.activeElement !== null && document.activeElement !== document.body)
        last = document.activeElement;
    };
    const look = () => {
      asked = 0;
      if (document.activeElement !== document.body || last === null || last.isConnected) return;
      const home = work.current?.querySelector<HTMLElement>('[data-focus-home]') ?? work.current;
      home?.focus();
    };
    const observer = new MutationObserver(() => {
      asked ||= requestAnimationFrame(look);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [work]);
}
