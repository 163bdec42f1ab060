/** The part of the Web Serial API used here; the DOM library does not describe it. */
export type SerialPort = EventTarget & {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): PortInfo;
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
};

export type PortInfo = { readonly usbVendorId?: number; readonly usbProductId?: number };

export type Serial = EventTarget & {
  getPorts(): Promise<SerialPort[]>;
  requestPort(): Promise<SerialPort>;
};

/** The serial ports of this browser; undefined where it has none to give (Firefox, Safari, plain http). */
export function browserSerial(): Serial | undefined {
  return 'serial' in navigator ? (navigator.serial as Serial) : undefined;
}
