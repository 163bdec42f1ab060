import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import type { DriverPort, SheetOrder, SheetResult } from '#electron/desk/paper/port/driver-port.ts';
import type { DrawnSheet } from '#shared/contract/print-page.ts';
import type { PrinterDevice } from '#shared/contract/print.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { printingWindows, type StandingSheet } from './printing-window.ts';

/** Milliseconds that a driver may take by itself, and that a person may take in the dialogue. */
export type DriverPatience = { readonly driverMs: number; readonly dialogMs: number };

const usualPatience: DriverPatience = { driverMs: 10_000, dialogMs: 5 * 60_000 };

const micronsPerMm = 1000;
const mmPerInch = 25.4;
/** Margins are read in points, whatever the documentation says of pixels. */
const pointsPerMm = 72 / mmPerInch;
/** Said, because on Windows the driver is asked for it otherwise, in the thread of the windows. */
const dotsPerInch = { roll: 203, page: 300 };
const widestRollMm = 80;

export class TooLate extends Error {}

/**
 * The printers of this PC, through Electron. One sheet of a kind at a time; what hangs is given its time and then let go
 * together with its window. Nothing here rejects.
 */
export function shellDrivers(
  openHidden: () => BrowserWindow,
  patience: DriverPatience = usualPatience,
): DriverPort {
  const windows = printingWindows(openHidden);
  const turns = new Map<PrinterKind, Promise<unknown>>();

  function inTurn<T>(sheet: PrinterKind, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(sheet) ?? Promise.resolve()).then(work);
    turns.set(
      sheet,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async function devices(): Promise<readonly PrinterDevice[] | undefined> {
    try {
      const printers = await within(patience.driverMs, windows.anyContents().getPrintersAsync());
      return printers.map(({ name, displayName }) => ({
        name,
        label: displayName === '' ? name : displayName,
      }));
    } catch {
      return undefined;
    }
  }

  /** The sheet as it stands, or why it does not. A window that is in trouble is dropped. */
  async function draw(order: SheetOrder, ms: number): Promise<StandingSheet | undefined> {
    const sheet = await within(ms, windows.draw(order)).catch(() => undefined);
    if (sheet === undefined) windows.drop(order.sheet);
    return sheet;
  }

  async function print(order: SheetOrder, way: 'silent' | 'dialog'): Promise<SheetResult> {
    const left = budget(patience.driverMs);
    const sheet = await draw(order, left());
    if (sheet === undefined) return failed('not-drawn');
    try {
      const ms = way === 'silent' ? left() : patience.dialogMs;
      const options = printOptions(order, sheet.size, way);
      let reason = await within(ms, handOver(sheet, options));
      // A person chooses another one in the dialogue. Silent printing must not go to another one by itself.
      if (isAbsent(reason) && way === 'dialog') {
        const { deviceName: _gone, ...anyDevice } = options;
        reason = await within(ms, handOver(sheet, anyDevice));
      }
      if (reason === undefined) return { trouble: null };
      if (isAbsent(reason)) return failed('no-device');
      return failed(/cancel/i.test(reason) ? 'cancelled' : 'driver-failed');
    } catch (error) {
      windows.drop(order.sheet);
      return error instanceof TooLate ? failed('no-answer', true) : failed('driver-failed');
    }
  }

  return {
    devices,
    print: (order, way) => inTurn(order.sheet, () => print(order, way)),
    pdf: (order) =>
      inTurn(order.sheet, async () => {
        const left = budget(patience.driverMs);
        const sheet = await draw(order, left());
        if (sheet === undefined) return { trouble: 'not-drawn', mayHavePrinted: false };
        try {
          const bytes = await within(left(), sheet.contents.printToPDF(pdfOptions(sheet.size)));
          return { trouble: null, bytes };
        } catch (error) {
          windows.drop(order.sheet);
          const trouble = error instanceof TooLate ? 'no-answer' : 'driver-failed';
          return { trouble, mayHavePrinted: false };
        }
      }),
  };
}

function failed(trouble: PrintTrouble, mayHavePrinted = false): SheetResult {
  return { trouble, mayHavePrinted };
}

/** Undefined when the driver took the sheet, else the reason it gave. */
function handOver(
  { contents }: StandingSheet,
  options: WebContentsPrintOptions,
): Promise<string | undefined> {
  return new Promise((done) => {
    contents.print(options, (success, reason) => done(success ? undefined : reason));
  });
}

/**
 * Whether Electron found no such printer, or none at all. It looks the name up by itself beside the windows' thread, so that no list
 * of all printers is asked for before each sheet: a slow spooler would hold the thread for as long.
 */
function isAbsent(reason: string | undefined): boolean {
  return reason !== undefined && /invalid devicename|no printers|default printer/i.test(reason);
}

/** Everything is said, because what is left out Electron fills with A4 and margins of its own. */
function printOptions(
  order: SheetOrder,
  { widthMm, heightMm, margins }: DrawnSheet,
  way: 'silent' | 'dialog',
): WebContentsPrintOptions {
  const { top, right, bottom, left } = margins;
  const dots = widthMm <= widestRollMm ? dotsPerInch.roll : dotsPerInch.page;
  return {
    silent: way === 'silent',
    ...(order.device !== '' ? { deviceName: order.device } : {}),
    pageSize: { width: Math.round(widthMm * micronsPerMm), height: Math.round(heightMm * micronsPerMm) },
    // Margins that are named are not fitted into the printer's own area a second time: the sheet keeps its size.
    margins:
      top + right + bottom + left === 0
        ? { marginType: 'none' }
        : {
            marginType: 'custom',
            top: points(top),
            right: points(right),
            bottom: points(bottom),
            left: points(left),
          },
    printBackground: true,
    color: false,
    landscape: false,
    scaleFactor: 100,
    dpi: { horizontal: dots, vertical: dots },
    copies: order.copies,
  };
}

function points(mm: number): number {
  return Math.round(mm * pointsPerMm);
}

/** A PDF of exactly the sheet that stands. */
export function pdfOptions({ widthMm, heightMm, margins }: DrawnSheet): Electron.PrintToPDFOptions {
  return {
    pageSize: { width: widthMm / mmPerInch, height: heightMm / mmPerInch },
    margins: {
      top: margins.top / mmPerInch,
      right: margins.right / mmPerInch,
      bottom: margins.bottom / mmPerInch,
      left: margins.left / mmPerInch,
    },
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
  };
}

/** Milliseconds that are left of a time that several steps share. */
function budget(ms: number): () => number {
  const end = performance.now() + ms;
  return () => Math.max(1, end - performance.now());
}

/** What `work` gives, or a `TooLate` after `ms` milliseconds. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new TooLate()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
