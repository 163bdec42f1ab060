import type { Chord } from '#renderer/ui/key-chord.ts';
import type { ScreenKey } from './screen-keys.tsx';

/** The keys that keep their place in the bottom bar on every screen. */
const BAR_KEYS = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'Ctrl+K'] as const satisfies readonly Chord[];
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
    return {
      key,
      label,
      run: run ?? (() => undefined),
      disabledReason: run === undefined ? missing(label) : undefined,
    };
  });
}
