import { sheetKind } from '#shared/domain/slip/slip.ts';
import { sheetFormat, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { knownLanguage, type Language } from '#shared/domain/language.ts';

/** What the print page is asked for in its address: `#ticket=…&sheet=guidance&format=80&job=…&auto=1`. */
type PrintOrder = {
  readonly ticketId: string;
  readonly sheet: 'number' | 'guidance';
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
  const sheet = sheetKind.safeParse(words.get('sheet'));
  if (ticketId === null || !sheet.success) return undefined;
  const format = sheetFormat.safeParse(words.get('format'));
  return {
    ticketId,
    sheet: sheet.data,
    format: format.success ? format.data : undefined,
    jobId: words.get('job') ?? undefined,
    language: knownLanguage(words.get('language')),
    auto: words.get('auto') === '1',
  };
}
