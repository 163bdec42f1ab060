import { create } from 'zustand';
import type { SerialScanner, SerialState } from './serial-scanner.ts';

type ScanStore = {
  readonly isCameraOpen: boolean;
  /** Where the focus was when the camera was asked for; a row of the checklist waits there for its number. */
  readonly openedFrom: HTMLElement | null;
  /** Null where the browser has no serial ports. */
  readonly serial: SerialScanner | null;
  readonly serialState: SerialState;
};

/** The readers of this window besides the keyboard. */
export const useScanStore = create<ScanStore>()(() => ({
  isCameraOpen: false,
  openedFrom: null,
  serial: null,
  serialState: 'off',
}));

export function openCamera(): void {
  const { activeElement } = document;
  const openedFrom = activeElement instanceof HTMLElement ? activeElement : null;
  useScanStore.setState({ isCameraOpen: true, openedFrom });
}

export function closeCamera(): void {
  useScanStore.setState({ isCameraOpen: false, openedFrom: null });
}
