import type { SheetKind } from '#shared/domain/slip/slip.ts';
import { knownFormat, SLIP_FORMATS, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { knownLanguage, type Language } from '#shared/domain/language.ts';

/** What the print page is asked for in its address: `#ticket=…&sheet=guidance&format=80&job=…&auto=1`. */
type PrintOrder = {
  readonly ticketId: string;
  readonly sheet: SheetKind;
  readonly format: SheetFormat | undefined;
  readonly jobId: string | undefined;
  readonly language: Language;
  /** Opens the print dialogue by itself. */
  readonly auto: boolean;
};

/** Reads the order from a hash; undefined when no ticket or no known sheet is named. */
export function readOrder(hash: string): PrintOrder | undefined {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const ticketId = words.get('ticket');
  const sheet = words.get('sheet');
  if (ticketId === null || !isSlip(sheet)) return undefined;
  return {
    ticketId,
    sheet,
    format: knownFormat(words.get('format')),
    jobId: words.get('job') ?? undefined,
    language: knownLanguage(words.get('language')),
    auto: words.get('auto') === '1',
  };
}

function isSlip(sheet: string | null): sheet is SheetKind {
  return sheet !== null && Object.hasOwn(SLIP_FORMATS, sheet);
}
