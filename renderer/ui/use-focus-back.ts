import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before this component appeared, unless something else has taken it by then. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After all that this change does: the focus of what was removed lies on the body by then, and no key comes in between.
      queueMicrotask(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) {
          before.focus({ preventScroll: true });
        }
      });
    },
    [before],
  );
}
