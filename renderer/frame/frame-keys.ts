import { useText } from '#renderer/desk/language.ts';
import type { Chord } from '#renderer/ui/key-chord.ts';
import { useKeys, type KeyMap } from '#renderer/ui/use-keys.ts';
import { barEntries, type BarEntry } from './bar-keys.ts';
import { openFind, openPalette } from './overlay.ts';
import { PLACE_KEYS, usePlace, type Place } from './place.ts';
import { allKeys, press, sayInBar, useRegisteredKeys } from './screen-keys.tsx';

/** Listens to every key that a screen or the frame offers; returns what the bottom bar shows. */
export function useFrameKeys(): readonly BarEntry[] {
  const text = useText();
  const words = text.frame;
  const go = usePlace((state) => state.go);
  const registered = allKeys(useRegisteredKeys((state) => state.byOwner));
  const labels = {
    F2: words.keyNew,
    F3: words.keyFind,
    F4: words.keyCallNext,
    F6: words.keyNotHere,
    F7: words.keyHold,
    F8: words.keyPrint,
    F9: words.keyFinish,
    'Ctrl+K': words.keyCommands,
  };
  const own = { F2: () => go('reception'), F3: openFind, 'Ctrl+K': openPalette };
  const bar = barEntries(registered, labels, own);
  const keys: Record<Chord, () => void> = {};
  for (const [place, key] of Object.entries(PLACE_KEYS))
    keys[key] = () => go(place as Extract<Place, string>);
  for (const entry of [...registered, ...bar]) {
    if (entry.key !== undefined) keys[entry.key] = () => press(entry);
  }
  // What other programs taught the hand. The browser's own search and print would show half a screen.
  keys['Ctrl+F'] = keys['F3'] ?? openFind;
  keys['Ctrl+P'] = keys['F8'] ?? (() => sayInBar(words.nothingToPrint));
  useKeys(keys satisfies KeyMap);
  return bar;
}
