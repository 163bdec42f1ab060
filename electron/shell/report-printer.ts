import type { BrowserWindow } from 'electron';
import {
  printOneByOne,
  reportQuery,
  type ReportOrder,
  type ReportPdf,
  type ReportPrinter,
} from '#electron/desk/delivery/exporting.ts';
import { drawnSheet, SHEET_READY } from '#shared/contract/print-page.ts';
import { pageAddress } from './page-address.ts';
import { pdfOptions, TooLate, within } from './printing.ts';

const usualPatienceMs = 30_000;

/** Draws reports in a window that nobody sees, one at a time; the window is gone with its report. */
export function shellReportPrinter(
  openHidden: () => BrowserWindow,
  patienceMs = usualPatienceMs,
): ReportPrinter {
  return shellPagePrinter(
    openHidden,
    (order: ReportOrder) => {
      const fragment = order.training ? '#training=1' : '';
      return pageAddress('print', `${reportQuery(order)}${fragment}`);
    },
    patienceMs,
  );
}

/** Draws pages of this program as `shellReportPrinter` does; `addressOf` gives the page of an order. */
export function shellPagePrinter<Order>(
  openHidden: () => BrowserWindow,
  addressOf: (order: Order) => string,
  patienceMs = usualPatienceMs,
): ReportPrinter<Order> {
  return printOneByOne<Order>(printed);

  async function printed(order: Order, signal: AbortSignal): Promise<ReportPdf> {
    if (signal.aborted) return { trouble: 'no-answer' };
    const window = openHidden();
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    try {
      return await within(patienceMs, draw(window, addressOf(order)));
    } catch (error) {
      return { trouble: error instanceof TooLate || signal.aborted ? 'no-answer' : 'not-drawn' };
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }
}

async function draw(window: BrowserWindow, address: string): Promise<ReportPdf> {
  await window.loadURL(address);
  const told: unknown = await window.webContents.executeJavaScript(`globalThis.${SHEET_READY}`);
  const size = drawnSheet.safeParse(told);
  if (!size.success) return { trouble: 'not-drawn' };
  return { trouble: null, bytes: await window.webContents.printToPDF(pdfOptions(size.data)) };
}
