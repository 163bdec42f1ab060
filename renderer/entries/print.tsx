import '#renderer/ui/tokens.css';
import './print/print-page.css';
import { createRoot } from 'react-dom/client';
import { openClient } from '#renderer/desk/open-client.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { pageRule } from './print/fit-sheet.ts';
import { GuidanceSheet } from './print/guidance-sheet.tsx';
import { NumberSheet } from './print/number-sheet.tsx';
import { readOrder, type PrintNews } from './print/print-order.ts';
import { PrintTrouble } from './print/print-trouble.tsx';
import type { Slip } from '#shared/contract/print.ts';
import type { Language } from '#shared/text/catalogue.ts';

const FACES = ['500 12px "Be Vietnam Pro"', '700 12px "Be Vietnam Pro"', '800 12px "Be Vietnam Pro"'];
const EVERY_SUBSET = 'Aạđ0';

const place = document.querySelector<HTMLElement>('#root');
if (place === null) throw new Error('print.html has no #root');
void show(place);

async function show(root: HTMLElement): Promise<void> {
  const order = readOrder(location.hash);
  const language = order?.language ?? 'vi';
  document.documentElement.lang = language;
  if (order === undefined) return trouble(root, language, catalogue(language).slip.noOrder);

  const { client } = openClient();
  const reply = await client.call('slip.show', {
    ticketId: order.ticketId,
    sheet: order.sheet,
    ...(order.paper === undefined ? {} : { paper: order.paper }),
    ...(order.jobId === undefined ? {} : { jobId: order.jobId }),
  });
  if (!reply.ok) return trouble(root, language, catalogue(language).slip.notLoaded);

  document.documentElement.dataset['printing'] = '';
  await draw(root, reply.value, language);
  root.dataset['ready'] = '';
  tell({ kind: 'print-news', state: 'ready' });
  if (!order.auto) return;

  addEventListener('afterprint', () => tell({ kind: 'print-news', state: 'sent' }), { once: true });
  print();
}

/** Draws the sheet, waits until its letters are there, and only then measures the paper. */
async function draw(root: HTMLElement, slip: Slip, language: Language): Promise<void> {
  const { slip: text } = catalogue(language);
  document.title = `${slip.number} ${slip.sheet === 'number' ? text.numberTitle : text.title}`;
  await Promise.all(FACES.map((face) => document.fonts.load(face, EVERY_SUBSET)));
  createRoot(root).render(slip.sheet === 'number' ? <NumberSheet slip={slip} text={text} /> : <GuidanceSheet slip={slip} text={text} />);
  const sheet = await drawn(root);
  await document.fonts.ready;
  const page = new CSSStyleSheet();
  page.replaceSync(pageRule(slip.paper, sheet));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
}

function drawn(root: HTMLElement): Promise<HTMLElement> {
  return new Promise((done) => {
    const look = (): void => {
      const sheet = root.querySelector<HTMLElement>('[data-paper]');
      if (sheet === null) requestAnimationFrame(look);
      else done(sheet);
    };
    look();
  });
}

function trouble(root: HTMLElement, language: Language, problem: string): void {
  createRoot(root).render(<PrintTrouble text={catalogue(language).slip} problem={problem} />);
  tell({ kind: 'print-news', state: 'failed', problem });
}

function tell(news: PrintNews): void {
  if (window.parent !== window) window.parent.postMessage(news, location.origin);
}
