import '#renderer/ui/tokens.css';
import '#renderer/paper/print-page.css';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { Language } from '#shared/domain/language.ts';
import { drawSheet, type DrawnSheet } from '#renderer/paper/slip/draw-sheet.tsx';
import { drawHandout, type Material } from '#renderer/paper/handout/draw-handout.tsx';
import type { SheetOrder } from '#renderer/paper/handout/sheets.ts';

/** What the tests ask of the page: the same drawing that the windows use, one sheet after the other without a new page. */
export type PaperPage = {
  slip: (slip: Slip, language?: Language) => Promise<void>;
  handout: (order: SheetOrder, material: Material) => Promise<void>;
  /** All on one document, each on paper of its own; the size is that of the last one. */
  slips: (slips: readonly Slip[]) => Promise<void>;
};

let standing: DrawnSheet[] = [];

function clear(): void {
  for (const { remove } of standing) remove();
  standing = [];
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
}

function newPlace(): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  return place;
}

async function draw(drawn: Promise<DrawnSheet>): Promise<void> {
  const sheet = await drawn;
  standing.push(sheet);
  document.adoptedStyleSheets = [sheet.page];
}

window.paper = {
  slip(slip, language = 'vi') {
    clear();
    return draw(drawSheet(newPlace(), slip, language));
  },
  handout(order, material) {
    clear();
    document.documentElement.lang = order.language;
    return draw(drawHandout(newPlace(), order, material));
  },
  async slips(slips) {
    clear();
    for (const slip of slips) {
      const place = newPlace();
      if (slip !== slips.at(-1)) place.style.breakAfter = 'page';
      await draw(drawSheet(place, slip, 'vi'));
    }
  },
};
