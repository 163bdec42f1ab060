import { create } from 'zustand';

/** What lies over the screen; one at a time. */
type Overlay = 'find' | 'palette' | null;

export const useOverlay = create<{ readonly overlay: Overlay }>()(() => ({ overlay: null }));

/** Letters typed since the overlay was asked for and before its field was there. */
let typedAhead = '';
let letKeysGo = (): void => undefined;

export function openFind(): void {
  show('find');
}

export function openPalette(): void {
  show('palette');
}

export function closeOverlay(): void {
  letKeysGo();
  useOverlay.setState({ overlay: null });
}

/** What the field of the overlay starts with. */
export function takeTypedAhead(): string {
  return typedAhead;
}

function show(overlay: Overlay): void {
  typedAhead = '';
  useOverlay.setState({ overlay });
  window.addEventListener('keydown', keepKey, true);
  letKeysGo = () => window.removeEventListener('keydown', keepKey, true);
}

/** The letters after Ctrl+K or F3 must not land in the field behind the list, even while its part is still being fetched. */
function keepKey(event: KeyboardEvent): void {
  if (document.activeElement?.closest('[role="dialog"]')) return letKeysGo();
  if (event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape') closeOverlay();
  else if (event.key === 'Backspace') typedAhead = typedAhead.slice(0, -1);
  else if (event.key.length === 1) typedAhead += event.key;
}
