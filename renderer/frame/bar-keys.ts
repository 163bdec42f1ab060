import type { Chord } from '#renderer/ui/key-chord.ts';
import type { ScreenKey } from './screen-keys.tsx';

/** The keys of the bottom bar, in their order. */
const BAR_KEYS = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'Ctrl+K'] as const satisfies readonly Chord[];
type BarKey = (typeof BAR_KEYS)[number];

export type BarEntry = ScreenKey & {
  readonly key: Chord;
  /** How the key looks, where its name is none. */
  readonly cap?: string | undefined;
};

/** What the screen registered and what the frame itself offers, in the fixed order; a key that does nothing here is left out. */
export function barEntries(
  registered: readonly ScreenKey[],
  labels: Readonly<Record<BarKey, string>>,
  own: Partial<Readonly<Record<BarKey, () => void>>>,
): readonly BarEntry[] {
  return BAR_KEYS.flatMap((key) => {
    const screen = registered.findLast((entry) => entry.key === key);
    if (screen !== undefined) return [{ ...screen, key }];
    const run = own[key];
    return run === undefined ? [] : [{ key, label: labels[key], run }];
  });
}
