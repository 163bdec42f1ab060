import '#renderer/ui/tokens.css';
import './print/print-page.css';
import { createRoot } from 'react-dom/client';
import { openClient } from '#renderer/desk/open-client.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { v4 } from 'uuid';
import { drawSheet } from './print/draw-sheet.tsx';
import { readOrder } from './print/print-order.ts';
import { PrintTrouble } from './print/print-trouble.tsx';

const place = document.querySelector<HTMLElement>('#root');
if (place === null) throw new Error('print.html has no #root');
void show(place);

/** Shows one sheet at its true size; `data-ready` on the root says that it may be printed. */
async function show(root: HTMLElement): Promise<void> {
  if (location.hash.includes('handout=')) {
    const { showHandout } = await import('#renderer/handouts/print-handout.tsx');
    return showHandout(root, location.hash);
  }
  const order = readOrder(location.hash);
  const language = order?.language ?? 'vi';
  const { slip: text } = catalogue(language);
  document.documentElement.lang = language;
  if (order === undefined) return trouble(root, language, text.noOrder);

  const { client } = openClient();
  const reply = await client.call('slip.show', {
    ticketId: order.ticketId,
    sheet: order.sheet,
    ...(order.paper === undefined ? {} : { paper: order.paper }),
    ...(order.jobId === undefined ? {} : { jobId: order.jobId }),
  });
  if (!reply.ok) return trouble(root, language, text.notLoaded);

  document.title = `${reply.value.number} ${order.sheet === 'number' ? text.numberTitle : text.title}`;
  const { page } = await drawSheet(root, reply.value, language);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  if (!order.auto) return;

  print();
  if (order.jobId !== undefined) await client.call('print.mark', { jobId: order.jobId, state: 'sent' }, v4());
}

function trouble(root: HTMLElement, language: Language, problem: string): void {
  createRoot(root).render(<PrintTrouble text={catalogue(language).slip} problem={problem} />);
}
