import { create } from 'zustand';

/** What lies over the screen; one at a time. */
type Overlay = 'find' | 'palette' | null;

export const useOverlay = create<{ readonly overlay: Overlay }>()(() => ({ overlay: null }));

export function openFind(): void {
  useOverlay.setState({ overlay: 'find' });
}

export function openPalette(): void {
  useOverlay.setState({ overlay: 'palette' });
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null });
}
