import type { Office } from '#shared/contract/office.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import type { Saving } from '#renderer/desk/use-saving.ts';

export type ProfileProps = {
  readonly kind: PrinterKind;
  readonly profile: PrinterProfile;
  readonly saving: Saving;
  readonly onChange: (change: Partial<PrinterProfile>) => void;
};

/** The format a printer of this kind usually holds; handouts and lists are printed on sheets. */
export function formatOf({ settings }: Office, kind: PrinterKind): SheetFormat {
  if (kind === 'number') return settings.numberPaper;
  if (kind === 'guidance') return settings.guidancePaper;
  return 'a4';
}
