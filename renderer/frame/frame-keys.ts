import { useText } from '#renderer/desk/language.ts';
import type { Chord } from '#renderer/ui/key-chord.ts';
import { useKeys, type KeyMap } from '#renderer/ui/use-keys.ts';
import { openFind, openPalette } from './overlay.ts';
import { usePlace } from './place.ts';
import { allKeys, press, useRegisteredKeys, type ScreenKey } from './screen-keys.tsx';

/** The keys that keep their place in the bottom bar on every screen. */
export const BAR_KEYS = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'Ctrl+K'] as const satisfies readonly Chord[];
type BarKey = (typeof BAR_KEYS)[number];

export type BarEntry = ScreenKey & { readonly key: Chord };

/** Puts what the screen registered into the fixed places; an empty place says that this screen has no such thing. */
export function barEntries(
  registered: readonly ScreenKey[],
  labels: Readonly<Record<BarKey, string>>,
  own: Partial<Readonly<Record<BarKey, () => void>>>,
  missing: (label: string) => string,
): readonly BarEntry[] {
  return BAR_KEYS.map((key) => {
    const screen = registered.findLast((entry) => entry.key === key);
    if (screen !== undefined) return { ...screen, key };
    const run = own[key];
    const label = labels[key];
    return { key, label, run: run ?? (() => undefined), disabledReason: run === undefined ? missing(label) : undefined };
  });
}

/** Listens to every key that a screen or the frame offers; returns what the bottom bar shows. */
export function useFrameKeys(): readonly BarEntry[] {
  const text = useText().frame;
  const go = usePlace((state) => state.go);
  const registered = allKeys(useRegisteredKeys((state) => state.byOwner));
  const labels = {
    F2: text.keyNew,
    F3: text.keyFind,
    F4: text.keyCallNext,
    F6: text.keyNotHere,
    F7: text.keyHold,
    F8: text.keyPrint,
    F9: text.keyFinish,
    'Ctrl+K': text.keyCommands,
  };
  const own = { F2: () => go('reception'), F3: openFind, 'Ctrl+K': openPalette };
  const bar = barEntries(registered, labels, own, text.notOnThisScreen);
  const keys: Record<Chord, () => void> = {};
  for (const entry of [...registered, ...bar]) {
    if (entry.key !== undefined) keys[entry.key] = () => press(entry);
  }
  useKeys(keys satisfies KeyMap);
  return bar;
}
