import type { BrowserWindow, WebContents } from 'electron';
import type { SheetOrder } from '#electron/desk/printing/driver-port.ts';
import { drawnSheet, SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import type { SheetKind } from '#shared/contract/print.ts';
import { pageAddress } from './page-address.ts';

/** A sheet that stands in a window nobody sees. */
export type StandingSheet = { readonly contents: WebContents; readonly size: DrawnSheet };

export type PrintingWindows = {
  /** Draws a sheet; undefined when there is nothing to print. Rejects with the page. */
  draw(order: SheetOrder): Promise<StandingSheet | undefined>;
  /** A page that can be asked for printers. */
  anyContents(): WebContents;
  /** Closes the window of a kind, which may hang in its driver; the next sheet gets a new one. */
  drop(sheet: SheetKind): void;
};

/** One hidden window for each kind of sheet, made when it is first needed. */
export function printingWindows(openHidden: () => BrowserWindow): PrintingWindows {
  const windows = new Map<SheetKind, BrowserWindow>();

  function windowFor(sheet: SheetKind): BrowserWindow {
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
export function orderAddress({ jobId, ticketId, sheet, paper, language, training }: SheetOrder): string {
  const order = new URLSearchParams({ ticket: ticketId, sheet, paper, job: jobId, language });
  if (training) order.set('training', '1');
  return `?job=${jobId}#${order.toString()}`;
}
