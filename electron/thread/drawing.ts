import type { ReportPdf, ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import type { ThreadLine } from './thread-line.ts';

/** What draws in the thread of the windows, to be asked from another one: drawings go by numbers of the asker. */
export type DrawCalls<Order> = {
  drawReport(order: Order, number: number): Promise<ReportPdf>;
  stopReport(number: number): void;
};

/** In the thread of the windows. `stopAll`: whoever asked is gone. */
export function serveDrawing<Order>(printer: ReportPrinter<Order>): {
  calls: DrawCalls<Order>;
  stopAll(): void;
} {
  const reports = new Map<number, AbortController>();
  return {
    calls: {
      async drawReport(order, number) {
        const stop = new AbortController();
        reports.set(number, stop);
        try {
          return await printer(order, stop.signal);
        } finally {
          reports.delete(number);
        }
      },
      stopReport: (number) => reports.get(number)?.abort(),
    },
    stopAll() {
      for (const report of reports.values()) report.abort();
    },
  };
}

/** In the thread that asks. */
export function drawThere<Order>(line: ThreadLine<DrawCalls<Order>>): ReportPrinter<Order> {
  let last = 0;
  return (order, signal) => {
    const number = (last += 1);
    const stop = (): void => line.tell('stopReport', number);
    signal.addEventListener('abort', stop, { once: true });
    return line.ask('drawReport', order, number).finally(() => signal.removeEventListener('abort', stop));
  };
}
