/** Only the sheet is on the paper: everything else of the window is hidden while it prints. */
const SHEET_ALONE = `
[data-print-place] { position: fixed; left: -10000px; top: 0 }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important }
  body > :not([data-print-place]) { display: none !important }
  [data-print-place] { position: static }
  [data-print-place] > * + * { break-before: page }
}`;

type StandingSheet = {
  readonly page: CSSStyleSheet;
  readonly sheet: HTMLElement;
  readonly remove: () => void;
};
export type Drawing = (place: HTMLElement) => Promise<StandingSheet>;

/** One sheet at a time: a second one waits until the first has left the window. */
let standing: Promise<unknown> = Promise.resolve();

/** Draws a sheet beside the window, where nobody sees it, for as long as `work` needs it. Rejects when it cannot be drawn. */
export function withSheet<T>(draw: Drawing, work: (drawn: StandingSheet) => T | Promise<T>): Promise<T> {
  const turn = standing.then(() => drawnApart(draw, work));
  standing = turn.catch(() => undefined);
  return turn;
}

/**
 * Prints one sheet and nothing else of the window; true once the print dialogue has had it. `begin` is asked when the sheet stands
 * and the dialogue is about to open: where it says no, nothing is printed.
 */
export function printAlone(
  draw: Drawing,
  copies = 1,
  begin: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  return withSheet(draw, async ({ sheet }) => {
    if (!(await begin())) return false;
    // The dialogue of a browser cannot be told a number, so the further copies are pages of their own.
    for (let copy = 1; copy < copies; copy += 1) sheet.parentElement?.append(sheet.cloneNode(true));
    // Chromium stops here until the dialogue is closed.
    print();
    return true;
  }).catch(() => false);
}

async function drawnApart<T>(draw: Drawing, work: (drawn: StandingSheet) => T | Promise<T>): Promise<T> {
  const place = document.createElement('div');
  place.dataset['printPlace'] = '';
  place.setAttribute('aria-hidden', 'true');
  const alone = new CSSStyleSheet();
  alone.replaceSync(SHEET_ALONE);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, alone];
  document.body.append(place);
  let drawn: StandingSheet | undefined;
  try {
    drawn = await draw(place);
    document.adoptedStyleSheets = [...before, alone, drawn.page];
    return await work(drawn);
  } finally {
    place.remove();
    drawn?.remove();
    document.adoptedStyleSheets = before;
  }
}
