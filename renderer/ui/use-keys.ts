import { useEffect, useRef } from 'react';
import { chordOf, mayRun, type Chord } from './key-chord.ts';

export type KeyMap = Readonly<Partial<Record<Chord, (event: KeyboardEvent) => void>>>;

/**
 * Listens to keys of the whole window while the component is on screen. A key of the map is taken away from the browser.
 * Typing is left alone: nothing runs while an input method composes, and plain keys do not run inside a field.
 * It keeps still while a dialog is open, unless `whileDialog` is set.
 */
export function useKeys(keys: KeyMap, options: { readonly whileDialog?: boolean } = {}): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const whileDialog = options.whileDialog ?? false;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const run = latest.current[chordOf(event)];
      if (run === undefined || event.defaultPrevented || !mayRun(event)) return;
      if (!whileDialog && document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      if (!event.repeat) run(event);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [whileDialog]);
}
