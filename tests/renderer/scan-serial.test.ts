import { fc } from '#tests/support/property.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lineReader, SERIAL_SILENCE_MS } from '#renderer/scan/line-reader.ts';
import { serialScanner, type SerialState } from '#renderer/scan/serial-scanner.ts';
import type { PortInfo, Serial, SerialPort } from '#renderer/scan/serial-port.ts';
import { CCCD, MRZ } from '#tests/domain/identity/sample-card.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(['\r', '\n', '\r\n', '\n\r\n'])('a line ended by %j is one scan', (end) => {
  const lines = lineReader();
  expect(lines.feed(bytes(`${CCCD}${end}`))).toEqual([CCCD]);
  expect(lines.silence()).toBeNull();
});

test('letters survive however the port splits their bytes', () => {
  const whole = bytes(`${CCCD}\r\n079190123456\r`);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 20 }), (cuts) => {
      const lines = lineReader();
      const ends = [...cuts.toSorted((a, b) => a - b), whole.length];
      const scans = ends.flatMap((end, index) => lines.feed(whole.slice(ends[index - 1] ?? 0, end)));
      expect(scans).toEqual([CCCD, '079190123456']);
      expect(lines.silence()).toBeNull();
    }),
  );
});

test('a scan without line end is whole after a silence, and the next begins anew', () => {
  const lines = lineReader();
  expect(lines.feed(bytes(CCCD))).toEqual([]);
  expect(lines.silence()).toBe(CCCD);
  expect(lines.feed(bytes('079190123456\r'))).toEqual(['079190123456']);
});

test('the three lines of an MRZ are one scan', () => {
  const lines = lineReader();
  const [first = '', ...others] = MRZ.split('\n');
  expect(lines.feed(bytes(`${first}\r\n`))).toEqual([]);
  expect(lines.feed(bytes(`${others.join('\r\n')}\r\n`))).toEqual([MRZ]);
});

test('bytes that are no UTF-8 are shown as lost, not guessed', () => {
  const lines = lineReader();
  expect(lines.feed(new Uint8Array([0x4c, 0xea, 0x0d]))).toEqual(['L\ufffd']);
});

class FakePort extends EventTarget {
  readonly info: PortInfo;
  readonly opened: number[] = [];
  readable: ReadableStream<Uint8Array> | null = null;
  isTaken = false;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(info: PortInfo) {
    super();
    this.info = info;
  }
  getInfo(): PortInfo {
    return this.info;
  }
  open({ baudRate }: { baudRate: number }): Promise<void> {
    if (this.isTaken) return Promise.reject(new DOMException('taken', 'NetworkError'));
    this.opened.push(baudRate);
    this.#offer();
    return Promise.resolve();
  }
  #offer(): void {
    this.readable = new ReadableStream({ start: (controller) => void (this.#controller = controller) });
  }
  close(): Promise<void> {
    if (this.readable?.locked === true) return Promise.reject(new TypeError('locked'));
    this.readable = null;
    return Promise.resolve();
  }
  send(text: string): void {
    this.#controller?.enqueue(bytes(text));
  }
  framingError(): void {
    const broken = this.#controller;
    this.#offer();
    broken?.error(new DOMException('framing', 'FramingError'));
  }
  pull(): void {
    this.readable = null;
    this.#controller?.error(new DOMException('gone', 'NetworkError'));
  }
}

class FakeSerial extends EventTarget {
  ports: FakePort[] = [];
  chosen: FakePort | undefined;
  getPorts(): Promise<SerialPort[]> {
    return Promise.resolve(this.ports);
  }
  requestPort(): Promise<SerialPort> {
    return this.chosen === undefined
      ? Promise.reject(new DOMException('none', 'NotFoundError'))
      : Promise.resolve(this.chosen);
  }
}

const SCANNER: PortInfo = { usbVendorId: 0x05e0, usbProductId: 0x1701 };
const PRINTER: PortInfo = { usbVendorId: 0x04b8, usbProductId: 0x0202 };

function office(memory = new Map<string, string>()) {
  const serial = new FakeSerial();
  const scans: string[] = [];
  const states: SerialState[] = [];
  const scanner = serialScanner({
    serial: serial satisfies Serial,
    onScan: (text) => scans.push(text),
    onState: (state) => states.push(state),
    memory: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
  });
  return { serial, scans, states, scanner, memory };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(0);

test('a chosen scanner is read at once and opens by itself the next time', async () => {
  const first = office();
  const port = new FakePort(SCANNER);
  first.serial.chosen = port;
  await first.scanner.choose();
  port.send(`${CCCD}\r`);
  await settle();
  expect(first.scans).toEqual([CCCD]);
  expect(first.states).toEqual(['connecting', 'connected']);

  const next = office(first.memory);
  const again = new FakePort(SCANNER);
  next.serial.ports = [new FakePort(PRINTER), again];
  await next.scanner.reopen();
  expect(next.serial.ports.map(({ opened }) => opened.length)).toEqual([0, 1]);
  again.send('079190123456');
  await settle();
  expect(next.scans).toEqual([]);
  await vi.advanceTimersByTimeAsync(SERIAL_SILENCE_MS);
  expect(next.scans).toEqual(['079190123456']);
});

test('nothing is opened that nobody chose', async () => {
  const { serial, scanner, states } = office();
  serial.ports = [new FakePort(PRINTER)];
  await scanner.reopen();
  await scanner.choose();
  expect(serial.ports[0]?.opened).toEqual([]);
  expect(states).toEqual([]);
});

test('a pulled plug is said, and plugged in again it goes on', async () => {
  const { serial, scanner, states, scans } = office();
  const port = new FakePort(SCANNER);
  serial.chosen = port;
  await scanner.choose();
  port.pull();
  await settle();
  expect(states.at(-1)).toBe('lost');
  const back = new FakePort(SCANNER);
  serial.ports = [back];
  serial.dispatchEvent(new Event('connect'));
  await settle();
  expect(states.at(-1)).toBe('connected');
  back.send('079190123456\n');
  await settle();
  expect(scans).toEqual(['079190123456']);
});

test('a framing error does not end the connection', async () => {
  const { serial, scanner, states, scans } = office();
  const port = new FakePort(SCANNER);
  serial.chosen = port;
  await scanner.choose();
  port.framingError();
  await settle();
  port.send('079190123456\n');
  await settle();
  expect(scans).toEqual(['079190123456']);
  expect(states).toEqual(['connecting', 'connected']);
});

test('a port that another program holds is named as such', async () => {
  const { serial, scanner, states } = office();
  const port = new FakePort(SCANNER);
  port.isTaken = true;
  serial.chosen = port;
  await scanner.choose();
  expect(states).toEqual(['connecting', 'busy']);
});

test('a scanner that is not plugged in is lost; one given up is forgotten and its port free', async () => {
  const known = office();
  const port = new FakePort(SCANNER);
  known.serial.chosen = port;
  await known.scanner.choose();
  const { scanner, states } = office(known.memory);
  await scanner.reopen();
  expect(states).toEqual(['lost']);
  await known.scanner.forget();
  expect(port.readable).toBeNull();
  expect(known.states.at(-1)).toBe('off');
  expect([...known.memory]).toEqual([]);
});

test('what is remembered names a kind of device and nothing of a person', async () => {
  const { serial, scanner, memory } = office();
  const port = new FakePort(SCANNER);
  serial.chosen = port;
  await scanner.choose();
  port.send(`${CCCD}\r`);
  await settle();
  expect([...memory.values()]).toEqual(['1504:5889']);
});
