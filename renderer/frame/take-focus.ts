import { useOverlay } from './overlay.ts';

/**
 * What a screen does when it comes: the focus goes to its first place, unless something lies over the screen or was asked for.
 * A screen may come late, and letters typed into a list would press the button under it.
 */
export function takeFocus(element: HTMLElement | null): void {
  const isCovered = useOverlay.getState().overlay !== null;
  if (!isCovered && document.activeElement?.closest('[role="dialog"]') == null) element?.focus();
}
