import { useText } from '#renderer/desk/language.ts';
import type { BarEntry } from '#renderer/frame/bar-keys.ts';
import { allKeys, press, sayInBar, useRegisteredKeys, type ScreenKey } from '#renderer/frame/screen-keys.tsx';
import type { Chord } from '#renderer/ui/key-chord.ts';
import { useKeys, type KeyMap } from '#renderer/ui/use-keys.ts';
import { useLevelWords } from '../client/words.ts';
import { LEVEL_PLACES, useLevelPlace } from './place.ts';

/** Keys that a list reads itself while it has the focus; the bar only names them. */
const OF_LIST: Readonly<Record<Chord, string>> = { ArrowRight: '← →', ArrowDown: '↑ ↓', Enter: 'Enter' };

const rank = ({ key = '' }: ScreenKey): number => {
  const order = ['F2', 'ArrowDown', 'Enter', 'ArrowRight', 'F3', 'F4', 'F6', 'F8', 'F9'];
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
};

/** Listens to the keys of the page that is shown and to those that lead from page to page; returns what the bar shows. */
export function useLevelKeys(isSetUp: boolean): readonly BarEntry[] {
  const text = useText();
  const words = useLevelWords().level;
  const go = useLevelPlace((state) => state.go);
  const registered = allKeys(useRegisteredKeys((state) => state.byOwner));
  const keys: Record<Chord, () => void> = {};
  if (isSetUp)
    for (const [index, place] of LEVEL_PLACES.entries()) keys[`Alt+${index + 1}`] = () => go(place);
  for (const entry of registered)
    if (entry.key !== undefined && OF_LIST[entry.key] === undefined) keys[entry.key] = () => press(entry);
  // The browser's own search and print would show half a page.
  keys['Ctrl+F'] = keys['F3'] ?? (() => undefined);
  keys['Ctrl+P'] = keys['F8'] ?? (() => sayInBar(text.frame.nothingToPrint));
  useKeys(keys satisfies KeyMap);
  const pages: BarEntry = {
    key: 'Alt+1',
    cap: `Alt+1…${LEVEL_PLACES.length}`,
    label: words.frame.places,
    run: () => go('day'),
  };
  const own = registered
    .filter(({ key, hidden }) => key !== undefined && hidden !== true)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((entry) => ({
      ...entry,
      key: entry.key ?? '',
      cap: entry.key === 'Escape' ? 'Esc' : OF_LIST[entry.key ?? ''],
    }));
  return isSetUp ? [...own, pages] : own;
}
