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
  return printOneByOne(printed);

  async function printed(order: ReportOrder, signal: AbortSignal): Promise<ReportPdf> {
    if (signal.aborted) return { trouble: 'no-answer' };
    const window = openHidden();
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    try {
      return await within(patienceMs, draw(window, order));
    } catch (error) {
      return { trouble: error instanceof TooLate || signal.aborted ? 'no-answer' : 'not-drawn' };
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }
}

async function draw(window: BrowserWindow, order: ReportOrder): Promise<ReportPdf> {
  const fragment = order.training ? '#training=1' : '';
  await window.loadURL(pageAddress('print', `${reportQuery(order)}${fragment}`));
  const told: unknown = await window.webContents.executeJavaScript(`globalThis.${SHEET_READY}`);
  const size = drawnSheet.safeParse(told);
  if (!size.success) return { trouble: 'not-drawn' };
  return { trouble: null, bytes: await window.webContents.printToPDF(pdfOptions(size.data)) };
}
