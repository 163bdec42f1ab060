import { lineReader, SERIAL_SILENCE_MS } from './line-reader.ts';
import type { PortInfo, Serial, SerialPort } from './serial-port.ts';

/** `off`: never chosen. `lost`: chosen, but not plugged in or not answering. `busy`: another program holds the port. */
export type SerialState = 'off' | 'connecting' | 'connected' | 'lost' | 'busy';

export type SerialScanner = {
  /** Opens the port chosen in an earlier session, if it is plugged in. */
  reopen: () => Promise<void>;
  /** Lets the officer choose a port. Must run from a key or a click. */
  choose: () => Promise<void>;
  /** Forgets the chosen port. */
  forget: () => Promise<void>;
  stop: () => void;
};

type SerialScannerOptions = {
  readonly serial: Serial;
  readonly onScan: (text: string) => void;
  readonly onState: (state: SerialState) => void;
  /** Where the chosen device is remembered between sessions: vendor and product, nothing of a person. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

const MEMORY = 'serial-scanner';
/** USB-COM scanners ignore the speed; the few real ones leave the factory with this. */
const BAUD_RATE = 9600;

/** One scanner on a serial port: found again after a restart and after its plug was pulled. */
export function serialScanner({ serial, onScan, onState, memory }: SerialScannerOptions): SerialScanner {
  let port: SerialPort | null = null;
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  let listening: Promise<void> = Promise.resolve();

  const onConnect = () => void reopen();
  serial.addEventListener('connect', onConnect);

  async function reopen(): Promise<void> {
    const chosen = memory.getItem(MEMORY);
    if (chosen === null || port !== null) return;
    const known = (await serial.getPorts()).find((candidate) => nameOf(candidate.getInfo()) === chosen);
    if (known === undefined) onState('lost');
    else await open(known);
  }

  async function open(next: SerialPort): Promise<void> {
    if (port !== null) return;
    port = next;
    onState('connecting');
    try {
      await next.open({ baudRate: BAUD_RATE });
    } catch {
      port = null;
      onState('busy');
      return;
    }
    onState('connected');
    listening = listen(next);
  }

  async function listen(from: SerialPort): Promise<void> {
    // A parity or framing error ends one stream and the port offers the next; a pulled plug leaves none.
    while (port === from && from.readable !== null) {
      reader = from.readable.getReader();
      await readScans(reader, onScan).catch(() => undefined);
      reader.releaseLock();
    }
    reader = null;
    if (port !== from) return;
    port = null;
    await from.close().catch(() => undefined);
    onState('lost');
  }

  async function close(): Promise<void> {
    const open = port;
    port = null;
    await reader?.cancel().catch(() => undefined);
    await listening; // it holds the lock that keeps a port from closing
    await open?.close().catch(() => undefined);
  }

  return {
    reopen,
    async choose() {
      const chosen = await serial.requestPort().catch(() => undefined);
      if (chosen === undefined) return;
      await close();
      memory.setItem(MEMORY, nameOf(chosen.getInfo()));
      await open(chosen);
    },
    async forget() {
      memory.removeItem(MEMORY);
      await close();
      onState('off');
    },
    stop() {
      serial.removeEventListener('connect', onConnect);
      void close();
    },
  };
}

/** Reads one stream until it ends. */
async function readScans(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onScan: (text: string) => void,
): Promise<void> {
  const lines = lineReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    const scan = lines.silence();
    if (scan !== null) onScan(scan);
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      clearTimeout(timer);
      if (done) return;
      for (const scan of lines.feed(value)) onScan(scan);
      timer = setTimeout(rest, SERIAL_SILENCE_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}

function nameOf({ usbVendorId, usbProductId }: PortInfo): string {
  return `${usbVendorId ?? 'none'}:${usbProductId ?? 'none'}`;
}
