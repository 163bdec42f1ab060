import { openClient } from '#renderer/desk/open-client.ts';
import { PrintTrouble } from '#renderer/paper/print-trouble.tsx';
import { jobPlacing } from '#renderer/paper/print-stored.ts';
import type { DrawnSheet } from '#shared/contract/print-page.ts';
import { PRINTER_KINDS } from '#shared/domain/printing/route.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { createRoot } from 'react-dom/client';
import { drawHandout } from './draw-handout.tsx';
import { readHandoutOrder } from './handout-order.ts';
import { loadMaterial } from './material.ts';

/** Draws the sheet that the address names into the print page; null where there is none to print. */
export async function showHandout(root: HTMLElement, hash: string): Promise<DrawnSheet | null> {
  const order = readHandoutOrder(hash);
  const { slip, handout } = catalogue(order?.language ?? 'vi');
  const trouble = (problem: string): null => {
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
    return null;
  };
  if (order === undefined) return trouble(slip.noOrder);
  document.documentElement.lang = order.language;
  const { client } = openClient();
  const printer = new URLSearchParams(hash.replace(/^#/, '')).get('printer');
  const [loaded, placing] = await Promise.all([
    loadMaterial(client, new Date().toISOString()),
    jobPlacing(
      client,
      PRINTER_KINDS.find((kind) => kind === printer),
    ),
  ]);
  if (!loaded.ok) return trouble(slip.notLoaded);
  document.title = handout.place;
  const { page, size } = await drawHandout(root, order, loaded.material, placing);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  if (order.auto) print();
  return size;
}
