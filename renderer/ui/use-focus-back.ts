import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before this component appeared, unless something else has taken it by then. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the removal from the page the focus lies on the body.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) {
          before.focus({ preventScroll: true });
        }
      });
    },
    [before],
  );
}
