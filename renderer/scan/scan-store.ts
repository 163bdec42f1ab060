import { create } from 'zustand';
import type { SerialScanner, SerialState } from './serial-scanner.ts';

type ScanStore = {
  readonly isCameraOpen: boolean;
  /** Null where the browser has no serial ports. */
  readonly serial: SerialScanner | null;
  readonly serialState: SerialState;
};

/** The readers of this window besides the keyboard. */
export const useScanStore = create<ScanStore>()(() => ({
  isCameraOpen: false,
  serial: null,
  serialState: 'off',
}));

export function openCamera(): void {
  useScanStore.setState({ isCameraOpen: true });
}

export function closeCamera(): void {
  useScanStore.setState({ isCameraOpen: false });
}
