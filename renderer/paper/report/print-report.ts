import type { ReportOrder } from '#renderer/paper/report/report-order.ts';
import { printAlone } from '#renderer/paper/print-alone.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';

/** Prints a report through the print dialogue; false where the desk refused it. The report's letters are loaded only now. */
export function printReport(client: DeskClient, order: ReportOrder): Promise<boolean> {
  return printAlone(async (place) => {
    const { drawOrderedReport } = await import('#renderer/paper/report/draw-report.tsx');
    return drawOrderedReport(place, client, order);
  });
}
