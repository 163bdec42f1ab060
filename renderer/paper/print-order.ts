import { sheetKind } from '#shared/domain/slip/slip.ts';
import { sheetPaper, type SheetPaper } from '#shared/domain/printing/paper.ts';
import { LANGUAGES, type Language } from '#shared/text/catalogue.ts';

/** What the print page is asked for in its address: `#ticket=…&sheet=guidance&paper=80&job=…&auto=1`. */
type PrintOrder = {
  readonly ticketId: string;
  readonly sheet: 'number' | 'guidance';
  readonly paper: SheetPaper | undefined;
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
  const paper = sheetPaper.safeParse(words.get('paper'));
  const language = LANGUAGES.find((known) => known === words.get('language'));
  return {
    ticketId,
    sheet: sheet.data,
    paper: paper.success ? paper.data : undefined,
    jobId: words.get('job') ?? undefined,
    language: language ?? 'vi',
    auto: words.get('auto') === '1',
  };
}
