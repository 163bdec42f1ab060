import type { ChildProgram, StartChild } from '#electron/desk/child-program.ts';
import type { ReportOrder, ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import type { DriverPort } from '#electron/desk/paper/port/driver-port.ts';
import type { SystemKeys } from '#electron/desk/system-keys.ts';
import { drawThere, serveDrawing, type DrawCalls } from './drawing.ts';
import type { ThreadLine } from './thread-line.ts';

/** What only the thread of the windows can do for a desk. */
export type WindowsPorts = {
  readonly drivers: DriverPort;
  readonly reportPrinter: ReportPrinter;
  readonly startChild: StartChild;
  readonly system: SystemKeys;
};

/** The same, to be asked from the thread of the desks. Programs beside the desk go by numbers of the asker. */
export type WindowsCalls = DriverPort &
  DrawCalls<ReportOrder> & {
    keysAvailable(): Promise<boolean>;
    wrapKey(bytes: Uint8Array): Promise<string>;
    unwrapKey(text: string): Promise<{ bytes: Uint8Array; isOld: boolean }>;
    startChild(number: number, file: string): void;
    sendChild(number: number, order: unknown): void;
    stopChild(number: number): void;
  };

/** What is told of programs beside the desk. */
export type ChildCalls = {
  childSaid(number: number, message: unknown): void;
  childEnded(number: number): void;
};

/** In the thread of the windows. `stopAll`: whoever asked is gone, and what is still at work for it ends. */
export function serveWindows(
  { drivers, reportPrinter, startChild, system }: WindowsPorts,
  tell: ChildCalls,
): { calls: WindowsCalls; stopAll(): void } {
  const drawing = serveDrawing(reportPrinter);
  const children = new Map<number, ChildProgram>();
  const calls: WindowsCalls = {
    ...drivers,
    ...drawing.calls,
    keysAvailable: () => system.available(),
    wrapKey: (bytes) => system.wrap(Buffer.from(bytes)),
    unwrapKey: (text) => system.unwrap(text),
    startChild(number, file) {
      const child = startChild(file);
      children.set(number, child);
      child.onMessage((message) => tell.childSaid(number, message));
      child.onEnd(() => {
        children.delete(number);
        tell.childEnded(number);
      });
    },
    sendChild: (number, order) => children.get(number)?.send(order),
    stopChild: (number) => children.get(number)?.stop(),
  };
  return {
    calls,
    stopAll() {
      drawing.stopAll();
      for (const child of children.values()) child.stop();
    },
  };
}

/**
 * Milliseconds that the thread of the windows may take, with what it is patient for itself: a driver that holds that thread holds
 * nothing here.
 */
export type WindowsPatience = { readonly driverMs: number; readonly dialogMs: number };
const usualPatience: WindowsPatience = { driverMs: 15_000, dialogMs: 6 * 60_000 };

/** In the thread of the desks. */
export function windowsPorts(
  line: ThreadLine<WindowsCalls>,
  { driverMs, dialogMs }: WindowsPatience = usualPatience,
): WindowsPorts & { readonly childCalls: ChildCalls } {
  const children = new Map<number, { hear: (message: unknown) => void; end: () => void }>();
  let last = 0;
  return {
    drivers: {
      devices: () => inTime(driverMs, line.ask('devices'), undefined),
      print: (order, way) =>
        inTime(way === 'silent' ? driverMs : dialogMs, line.ask('print', order, way), {
          trouble: 'no-answer',
          mayHavePrinted: true,
        }),
      pdf: (order) =>
        inTime(driverMs, line.ask('pdf', order), { trouble: 'no-answer', mayHavePrinted: false }),
    },
    reportPrinter: drawThere<ReportOrder>(line),
    system: {
      available: () => line.ask('keysAvailable'),
      wrap: (bytes) => line.ask('wrapKey', bytes),
      async unwrap(text) {
        const { bytes, isOld } = await line.ask('unwrapKey', text);
        return { bytes: Buffer.from(bytes), isOld };
      },
    },
    startChild(file) {
      const number = (last += 1);
      const heard = { hear: (_message: unknown): void => {}, end: (): void => {} };
      children.set(number, heard);
      line.tell('startChild', number, file);
      return {
        send: (order) => line.tell('sendChild', number, order),
        onMessage: (hear) => (heard.hear = hear),
        onEnd: (hear) => (heard.end = hear),
        stop: () => line.tell('stopChild', number),
      };
    },
    childCalls: {
      childSaid: (number, message) => children.get(number)?.hear(message),
      childEnded(number) {
        const child = children.get(number);
        children.delete(number);
        child?.end();
      },
    },
  };
}

/** What `work` gives, or `late` after `ms` milliseconds and where it fails. */
async function inTime<T>(ms: number, work: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((done) => {
    timer = setTimeout(() => done(late), ms);
  });
  try {
    return await Promise.race([work, patience]);
  } catch {
    return late;
  } finally {
    clearTimeout(timer);
  }
}
