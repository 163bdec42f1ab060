import '#renderer/ui/tokens.css';
import '../paper/print-page.css';
import { createRoot } from 'react-dom/client';
import { openClient } from '#renderer/desk/open-client.ts';
import { jobPlacing, printStored } from '#renderer/paper/print-stored.ts';
import { SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { drawSheet } from '../paper/slip/draw-sheet.tsx';
import { readOrder } from '../paper/print-order.ts';
import { PrintTrouble } from '../paper/print-trouble.tsx';

declare global {
  interface Window {
    /** Left before the page has loaded, for the shell that asks for it then. */
    [SHEET_READY]: Promise<DrawnSheet | null>;
  }
}

const place = document.querySelector<HTMLElement>('#root');
if (place === null) throw new Error('print.html has no #root');
const ready = show(place).catch(() => null);
window[SHEET_READY] = ready;

/** Shows one sheet at its true size; `data-ready` on the root says that it may be printed. */
async function show(root: HTMLElement): Promise<DrawnSheet | null> {
  if (location.hash.includes('handout=')) {
    const { showHandout } = await import('#renderer/paper/handout/print-handout.tsx');
    return showHandout(root, location.hash);
  }
  if (location.search.includes('report=')) {
    const { showReport } = await import('../paper/report/show-report.tsx');
    return showReport(root, location.search);
  }
  const order = readOrder(location.hash);
  const language = order?.language ?? 'vi';
  const { slip: text } = catalogue(language);
  document.documentElement.lang = language;
  if (order === undefined) return trouble(root, language, text.noOrder);

  const { client } = openClient();
  const [reply, placing] = await Promise.all([
    client.call('slip.show', {
      ticketId: order.ticketId,
      sheet: order.sheet,
      ...(order.format === undefined ? {} : { format: order.format }),
      ...(order.jobId === undefined ? {} : { jobId: order.jobId }),
    }),
    jobPlacing(client, order.jobId === undefined ? undefined : order.sheet),
  ]);
  if (!reply.ok) return trouble(root, language, text.notLoaded);

  document.title = `${reply.value.number} ${order.sheet === 'number' ? text.numberTitle : text.title}`;
  const { page, size } = await drawSheet(root, reply.value, language, placing);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  if (order.auto && order.jobId === undefined) print();
  if (order.auto && order.jobId !== undefined) {
    root.dataset['printed'] = await printStored(client, order.jobId, language);
  }
  return size;
}

function trouble(root: HTMLElement, language: Language, problem: string): null {
  createRoot(root).render(<PrintTrouble text={catalogue(language).slip} problem={problem} />);
  return null;
}
