import { openClient } from '#renderer/desk/open-client.ts';
import { PrintTrouble } from '#renderer/entries/print/print-trouble.tsx';
import { catalogue } from '#shared/text/catalogue.ts';
import { createRoot } from 'react-dom/client';
import { drawHandout } from './draw-handout.tsx';
import { readHandoutOrder } from './handout-order.ts';
import { loadMaterial } from './material.ts';

/** Draws the sheet that the address names into the print page. */
export async function showHandout(root: HTMLElement, hash: string): Promise<void> {
  const order = readHandoutOrder(hash);
  const { slip, handout } = catalogue(order?.language ?? 'vi');
  const trouble = (problem: string): void =>
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
  if (order === undefined) return trouble(slip.noOrder);
  document.documentElement.lang = order.language;
  const loaded = await loadMaterial(openClient().client, new Date().toISOString());
  if (!loaded.ok) return trouble(slip.notLoaded);
  document.title = handout.place;
  const { page } = await drawHandout(root, order, loaded.material);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  if (order.auto) print();
}
