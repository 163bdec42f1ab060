import type { BrowserWindow, WebContents } from 'electron';
import type { SheetOrder } from '#electron/desk/paper/port/driver-port.ts';
import { drawnSheet, SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import { pageAddress } from './page-address.ts';

/** A sheet that stands in a window nobody sees. */
export type StandingSheet = { readonly contents: WebContents; readonly size: DrawnSheet };

type PrintingWindows = {
  /** Draws a sheet; undefined when there is nothing to print. Rejects with the page. */
  draw(order: SheetOrder): Promise<StandingSheet | undefined>;
  /** A page that can be asked for printers. */
  anyContents(): WebContents;
  /** Closes the window of a kind, which may hang in its driver; the next sheet gets a new one. */
  drop(sheet: PrinterKind): void;
};

/** One hidden window for each kind of sheet, made when it is first needed. */
export function printingWindows(openHidden: () => BrowserWindow): PrintingWindows {
  const windows = new Map<PrinterKind, BrowserWindow>();

  function windowFor(sheet: PrinterKind): BrowserWindow {
    const known = windows.get(sheet);
    if (known !== undefined && !known.isDestroyed()) return known;
    const window = openHidden();
    windows.set(sheet, window);
    return window;
  }

  return {
    async draw(order) {
      const window = windowFor(order.sheet);
      await window.loadURL(pageAddress('print', orderAddress(order)));
      const told: unknown = await window.webContents.executeJavaScript(`globalThis.${SHEET_READY}`);
      const size = drawnSheet.safeParse(told);
      return size.success ? { contents: window.webContents, size: size.data } : undefined;
    },
    anyContents: () => windowFor('number').webContents,
    drop(sheet) {
      const window = windows.get(sheet);
      windows.delete(sheet);
      if (window !== undefined && !window.isDestroyed()) window.destroy();
    },
  };
}

/** The query and the fragment of print.html. Another fragment alone would not load the page anew, so the job is in the query. */
function orderAddress({ jobId, ticketId, form, sheet, format, language, training }: SheetOrder): string {
  const order = new URLSearchParams({ job: jobId, format, printer: sheet });
  if (form === null) {
    for (const [name, value] of Object.entries({ ticket: ticketId ?? '', sheet, language }))
      order.set(name, value);
  } else {
    const [handout = '', itsLanguage = language] = form.split('.');
    for (const [name, value] of Object.entries({ handout, language: itsLanguage })) order.set(name, value);
  }
  if (training) order.set('training', '1');
  return `?job=${jobId}#${order.toString()}`;
}
