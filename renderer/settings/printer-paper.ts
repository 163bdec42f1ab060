import type { Office } from '#shared/contract/office.ts';
import type { SheetPaper } from '#shared/domain/printing/paper.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';

/** The paper a printer of this kind usually holds; handouts and lists are printed on sheets. */
export function paperOf({ settings }: Office, kind: PrinterKind): SheetPaper {
  if (kind === 'number') return settings.numberPaper;
  if (kind === 'guidance') return settings.guidancePaper;
  return 'a4';
}
