/** Only the sheet is on the paper: everything else of the window is hidden while it prints. */
const SHEET_ALONE = `
[data-print-place] { position: fixed; left: -10000px; top: 0 }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important }
  body > :not([data-print-place]) { display: none !important }
  [data-print-place] { position: static }
}`;

type Drawing = (place: HTMLElement) => Promise<{ page: CSSStyleSheet; remove: () => void }>;

/** One sheet at a time: a second one waits until the first has left the window. */
let printing: Promise<unknown> = Promise.resolve();

/** Prints one sheet and nothing else of the window; true once the print dialogue has had it. */
export function printAlone(draw: Drawing): Promise<boolean> {
  const turn = printing.then(() => throughDialogue(draw));
  printing = turn;
  return turn;
}

async function throughDialogue(draw: Drawing): Promise<boolean> {
  const place = document.createElement('div');
  place.dataset['printPlace'] = '';
  place.setAttribute('aria-hidden', 'true');
  const alone = new CSSStyleSheet();
  alone.replaceSync(SHEET_ALONE);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, alone];
  document.body.append(place);
  try {
    const sheet = await draw(place);
    document.adoptedStyleSheets = [...before, alone, sheet.page];
    // Chromium stops here until the dialogue is closed.
    print();
    sheet.remove();
    return true;
  } catch {
    return false;
  } finally {
    place.remove();
    document.adoptedStyleSheets = before;
  }
}
