import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { type SheetFormat, placedMargins, type Margins } from '#shared/domain/printing/sheet-format.ts';
import type { DrawnSheet as SheetSize } from '#shared/contract/print-page.ts';
import { fitLine, fitText, FORMAT_SIZES, rollHeight } from './fit-sheet.ts';

/** What a printer's profile says of where on the paper a sheet stands. */
export type Placing = Pick<PrinterProfile, 'margins' | 'offset' | 'scale'>;

export const AS_DRAWN: Placing = { margins: null, offset: { x: 0, y: 0 }, scale: 100 };

/** A sheet that stands where the printer needs it: its `@page` rule, and the same in millimetres. */
export type PlacedSheet = { readonly rule: string; readonly size: SheetSize };

type PlacedForm = {
  readonly format: SheetFormat;
  readonly placing: Placing;
  /** Margins where no others are asked for; those of the paper if absent. */
  readonly usual?: Margins;
  /** One page that keeps its margins inside, as a roll does. */
  readonly isWholePage?: boolean;
  /** More for the `@page` rule, such as page numbers; and what the first page has in its place. */
  readonly boxes?: string;
  readonly onFirst?: string;
};

/** Puts a drawn sheet where its printer needs it. Without margins, offset and scale of its own it stays as it is drawn. */
export function placeSheet(sheet: HTMLElement, form: PlacedForm): PlacedSheet {
  const { format, placing, boxes = '', onFirst = '', isWholePage = false } = form;
  const { width, height, margin } = FORMAT_SIZES[format];
  const [top, right, bottom, left] = margin;
  const margins = placedMargins(
    format,
    form.usual ?? { top, right, bottom, left },
    placing.margins,
    placing.offset,
  );
  const isInside = isWholePage || height === null;
  if (!isAsDrawn(placing)) {
    const scale = placing.scale / 100;
    standAt(sheet, scale, margins, { width, height, isInside });
    if (!isInside && height !== null) fitText(sheet, format, (height - margins.top - margins.bottom) / scale);
    for (const line of sheet.querySelectorAll<HTMLElement>('[data-fit]')) fitLine(line);
    wrapWhatIsTooWide(sheet);
  }
  const heightMm = height ?? rollHeight(sheet);
  const outside = isInside ? { top: 0, right: 0, bottom: 0, left: 0 } : margins;
  const sides = [outside.top, outside.right, outside.bottom, outside.left]
    .map((side) => `${side}mm`)
    .join(' ');
  return {
    rule: `@page { size: ${width}mm ${heightMm}mm; margin: ${isInside ? '0' : sides}; ${boxes} } @page :first { ${onFirst} }`,
    size: { widthMm: width, heightMm, margins: outside },
  };
}

function isAsDrawn({ margins, offset, scale }: Placing): boolean {
  return margins === null && offset.x === 0 && offset.y === 0 && scale === 100;
}

/** The foot of a page stands a little above its margin, or rounding would push it to a second one. */
const PAGE_SPARE_MM = 3.4;

/** Enlarged words still have to fit the paper: the sheet is laid out on paper that is smaller by as much. */
function standAt(
  sheet: HTMLElement,
  scale: number,
  { top, right, bottom, left }: Margins,
  format: { readonly width: number; readonly height: number | null; readonly isInside: boolean },
): void {
  const mm = (length: number): string => `${length / scale}mm`;
  sheet.style.zoom = String(scale);
  sheet.style.width = mm(format.isInside ? format.width : format.width - left - right);
  if (format.isInside) sheet.style.padding = [top, right, bottom, left].map(mm).join(' ');
  if (format.height === null) return;
  if (format.isInside) sheet.style.height = mm(format.height);
  else sheet.style.setProperty('--page-room', mm(format.height - top - bottom - PAGE_SPARE_MM));
}

/** What has one line on its usual paper, such as a title, takes two where the margins leave less. */
function wrapWhatIsTooWide(sheet: HTMLElement): void {
  const body = sheet.firstElementChild ?? sheet;
  for (const element of sheet.querySelectorAll<HTMLElement>('*')) {
    if (body.scrollWidth <= body.clientWidth) return;
    if (getComputedStyle(element).textWrapMode === 'nowrap') element.style.whiteSpace = 'normal';
  }
}
