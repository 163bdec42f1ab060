import type { Chord } from '#renderer/ui/key-chord.ts';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';

/** One thing a screen can do now. With a key it also works from the keyboard; without one it lives in the palette. */
export type ScreenKey = {
  readonly key?: Chord | undefined;
  readonly label: string;
  readonly run: () => void;
  /** Why it cannot act now; said in the bottom bar when the key is pressed. */
  readonly disabledReason?: string | undefined;
  /** Further words to find it by in the palette. */
  readonly keywords?: string | undefined;
  /** Kept out of the palette, for keys that only move about. */
  readonly hidden?: boolean | undefined;
};

type Registered = Readonly<Record<string, readonly ScreenKey[]>>;

export const useRegisteredKeys = create<{ readonly byOwner: Registered }>()(() => ({ byOwner: {} }));

type BarMessage = {
  readonly message: string | null;
  readonly at: number;
  /** Something stands in the way and must be settled first. */
  readonly isAlert: boolean;
};

/** What the bottom bar says besides the keys: why a pale key did nothing, or that something failed. */
export const useBarMessage = create<BarMessage>()(() => ({ message: null, at: 0, isAlert: false }));

/** Events of a command's own making arrive within this time and end nothing that was said of it. */
export const OWN_EVENT_MS = 2000;

export function sayInBar(message: string, isAlert = false): void {
  useBarMessage.setState({ message, at: performance.now(), isAlert });
}

/** What was said of the state before the latest command or event no longer holds. */
export function hushBar(): void {
  if (useBarMessage.getState().message !== null) useBarMessage.setState({ message: null });
}

/** Registers what the screen can do while it is shown; labels and reasons may change with every render. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  const owner = useId();
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const shape = JSON.stringify(
    keys.map(({ key, label, disabledReason, keywords, hidden }) => [
      key,
      label,
      disabledReason,
      keywords,
      hidden,
    ]),
  );
  useEffect(() => {
    const registered = latest.current.map((key, index) => ({
      ...key,
      run: () => latest.current[index]?.run(),
    }));
    useRegisteredKeys.setState(({ byOwner }) => ({ byOwner: { ...byOwner, [owner]: registered } }));
  }, [owner, shape]);
  useEffect(
    () => () =>
      useRegisteredKeys.setState(({ byOwner }) => {
        const { [owner]: _gone, ...rest } = byOwner;
        return { byOwner: rest };
      }),
    [owner],
  );
}

/** Runs an action, or says why it cannot run. */
export function press(key: ScreenKey): void {
  if (key.disabledReason !== undefined) {
    sayInBar(key.disabledReason);
    return;
  }
  hushBar();
  key.run();
}

/** Everything the screens offer now; of two with one key the later registered wins. */
export function allKeys(byOwner: Registered): readonly ScreenKey[] {
  return Object.values(byOwner).flat();
}
